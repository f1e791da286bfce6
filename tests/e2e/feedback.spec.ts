// “Did this help?”: answered once, sent once, and asked again where the answer did not arrive.
import { type Page, type Request } from "@playwright/test";

import { expect, running, test } from "./fixtures/svar.ts";

const POST = "**/api/v1/help/articles/*/feedback";
const LANGUAGES = [
  {
    locale: "en",
    title: "Did this help?",
    yes: "Yes, it helped",
    no: "No, not yet",
    thanks: "Thank you. It is good to know that this page helps.",
    sorry: "Thank you. We use your answer to make this page better, and we can help you another way below.",
    failed: "Your answer did not reach us. Please try again.",
  },
  {
    locale: "sv",
    title: "Var detta till hjälp?",
    yes: "Ja, det hjälpte",
    no: "Nej, inte än",
    thanks: "Tack. Det är bra att veta att sidan hjälper.",
    sorry: "Tack. Vi använder ditt svar för att göra sidan bättre, och nedan kan du få hjälp på annat sätt.",
    failed: "Ditt svar nådde oss inte. Försök igen.",
  },
];

/** The answers that leave the page, in order. */
function sent(page: Page): Request[] {
  const all: Request[] = [];
  page.on("request", (request) => request.method() === "POST" && all.push(request));
  return all;
}

for (const words of LANGUAGES) {
  const { locale } = words;

  test(`${locale}: an answer clicked twice is sent once and thanked for`, async ({ page }) => {
    const all = sent(page);
    await page.goto(`/${locale}/articles/ship-an-order`);
    await running(page);
    const feedback = page.getByRole("region", { name: words.title });
    const arrives = page.waitForResponse(POST);
    await feedback.getByRole("button", { name: words.yes }).dblclick();
    expect((await arrives).status()).toBe(204);
    await expect(feedback.getByRole("status")).toHaveText(words.thanks);
    await expect(feedback.getByRole("button")).toHaveCount(0);
    expect(all.map((request) => request.postDataJSON())).toEqual([{ helped: true, locale }]);
    expect(new URL(all[0].url()).pathname).toBe("/api/v1/help/articles/ship-an-order/feedback");
  });

  test(`${locale}: “not yet” is thanked for in other words`, async ({ page }) => {
    await page.goto(`/${locale}/articles/ship-an-order`);
    await running(page);
    const feedback = page.getByRole("region", { name: words.title });
    await feedback.getByRole("button", { name: words.no }).click();
    await expect(feedback.getByRole("status")).toHaveText(words.sorry);
  });

  test(`${locale}: an answer that did not arrive says so and can be given again`, async ({ page, expected }) => {
    expected.add(/response 503: .*feedback/, /console error: Failed to load resource.*503/);
    await page.route(POST, (route) => route.fulfill({ status: 503, body: "" }));
    await page.goto(`/${locale}/articles/ship-an-order`);
    await running(page);
    const feedback = page.getByRole("region", { name: words.title });
    await feedback.getByRole("button", { name: words.yes }).click();
    await expect(feedback.getByRole("status")).toHaveText(words.failed);
    await page.unroute(POST);
    await feedback.getByRole("button", { name: words.no }).click();
    await expect(feedback.getByRole("status")).toHaveText(words.sorry);
  });
}

test("an answer whose reply was lost carries the same key the second time, so that it counts once", async ({ page, expected }) => {
  expected.add(/response 503: .*feedback/, /console error: Failed to load resource.*503/);
  const all = sent(page);
  await page.route(POST, async (route) => {
    await route.fetch();
    await route.fulfill({ status: 503, body: "" });
  });
  await page.goto("/en/articles/ship-an-order");
  await running(page);
  const feedback = page.getByRole("region", { name: "Did this help?" });
  const yes = feedback.getByRole("button", { name: "Yes, it helped" });
  await yes.click();
  await expect(feedback.getByRole("status")).toHaveText("Your answer did not reach us. Please try again.");
  await page.unroute(POST);
  await yes.click();
  await expect(feedback.getByRole("status")).toHaveText("Thank you. It is good to know that this page helps.");
  const keys = all.map((request) => request.headers()["idempotency-key"]);
  expect(keys).toHaveLength(2);
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(keys[1]).toBe(keys[0]);
});

test("the next article asks again", async ({ page }) => {
  await page.goto("/en/articles/ship-an-order");
  await running(page);
  const feedback = page.getByRole("region", { name: "Did this help?" });
  await feedback.getByRole("button", { name: "Yes, it helped" }).click();
  await expect(feedback.getByRole("button")).toHaveCount(0);
  await page.getByRole("region", { name: "Related articles" }).getByRole("link", { name: "When you get paid" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "When you get paid" })).toBeFocused();
  await expect(feedback.getByRole("button", { name: "Yes, it helped" })).toBeVisible();
  await expect(feedback.getByRole("status")).toHaveText("");
});

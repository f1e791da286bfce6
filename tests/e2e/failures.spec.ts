// The backend fails while the app runs: never a blank page, always a sentence and a way out.
import type { Page } from "@playwright/test";

import { ARTICLE, change, FEEDBACK, NO_NETWORK, REFUSALS, refuse, silence } from "./fixtures/answers.ts";
import { Backend } from "./fixtures/backend.ts";
import { expect, running, test } from "./fixtures/svar.ts";

const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const tryAgain = (page: Page) => page.getByRole("button", { name: "Try again" });

async function home(page: Page, site = ""): Promise<void> {
  await page.goto(`${site}/en`);
  await running(page);
}

async function follow(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("link", { name: "Track your parcel" }).click();
}

async function hasFailed(page: Page): Promise<void> {
  await expect(title(page, "We could not load this page")).toBeVisible();
  await expect(page.getByText("The fault is on our side. Nothing you have typed is lost.")).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Go to the help centre" })).toBeVisible();
}

test("a backend that stops and comes back is survived", async ({ page, expected }) => {
  expected.add(...NO_NETWORK);
  const own = new Backend();
  await own.start();
  await home(page, own.url);
  expect(await own.stop()).toBe(0);
  await follow(page);
  await hasFailed(page);
  await tryAgain(page).click();
  await hasFailed(page);
  await own.start();
  await tryAgain(page).click();
  await expect(title(page, "Track your parcel")).toBeVisible();
  await expect(page).toHaveURL(`${own.url}/en/articles/track-your-parcel`);
  await own.dispose();
});

test("what was read before can be read again while the backend is away", async ({ page, expected }) => {
  expected.add(...NO_NETWORK);
  const own = new Backend();
  await own.start();
  await home(page, own.url);
  await follow(page);
  await expect(title(page, "Track your parcel")).toBeVisible();
  await own.stop();
  await page.goBack();
  await expect(title(page, "How can we help?")).toBeVisible();
  await page.goForward();
  await expect(title(page, "Track your parcel")).toBeVisible();
  await own.dispose();
});

test("a person who is offline is told so, and reads on once the network is back", async ({ page, context, expected }) => {
  expected.add(...NO_NETWORK);
  await home(page);
  await context.setOffline(true);
  await follow(page);
  await expect(title(page, "You are offline")).toBeVisible();
  await expect(page.getByText("This page needs a connection. Try again once you are back online.")).toBeVisible();
  await context.setOffline(false);
  await tryAgain(page).click();
  await expect(title(page, "Track your parcel")).toBeVisible();
});

test("a request that is never answered ends after fifteen seconds", async ({ page }) => {
  await page.clock.install();
  await home(page);
  await silence(page, ARTICLE);
  await follow(page);
  await expect(page.getByText("Loading", { exact: true })).toBeAttached();
  await page.clock.fastForward(14_000);
  await expect(page.getByText("Loading", { exact: true })).toBeAttached();
  await page.clock.fastForward(1_500);
  await hasFailed(page);
  await page.unroute(ARTICLE);
  await tryAgain(page).click();
  await expect(title(page, "Track your parcel")).toBeVisible();
});

for (const status of [400, 403, 422, 429, 500, 502, 503, 504]) {
  test(`an answer with status ${status} shows the failed face, and trying again the page`, async ({ page, expected }) => {
    expected.add(...REFUSALS);
    await home(page);
    await refuse(page, ARTICLE, status);
    await follow(page);
    await hasFailed(page);
    await page.unroute(ARTICLE);
    await tryAgain(page).click();
    await expect(title(page, "Track your parcel")).toBeVisible();
  });
}

const BROKEN: Record<string, { contentType?: string; body: string }> = {
  "half a JSON": { contentType: "application/json", body: '{"id":"track-your-parcel","title":"Tra' },
  "JSON of another shape": { contentType: "application/json", body: '{"items":[]}' },
  "JSON null": { contentType: "application/json", body: "null" },
  "HTML of a proxy": { contentType: "text/html", body: "<!DOCTYPE html><h1>Please sign in to the hotel</h1>" },
  "an empty body": { contentType: "application/json", body: "" },
  "bytes that are no text": { contentType: "application/octet-stream", body: "\u0000\u0001\ufffd" },
};

for (const [name, answer] of Object.entries(BROKEN)) {
  test(`${name} instead of an article shows the failed face, and trying again the page`, async ({ page }) => {
    await home(page);
    await page.route(ARTICLE, (route) => route.fulfill({ status: 200, ...answer }));
    await follow(page);
    await hasFailed(page);
    await page.unroute(ARTICLE);
    await tryAgain(page).click();
    await expect(title(page, "Track your parcel")).toBeVisible();
  });
}

test("what a later contract adds to an answer does no harm, and its text is shown", async ({ page, axe }) => {
  const words = (text: string) => [{ kind: "text", text, weight: 3 }];
  await home(page);
  await change(page, ARTICLE, (article) => ({
    ...article,
    reading_time_s: 90,
    badge: { tone: "new" },
    body: [
      { kind: "paragraph", children: words("A paragraph with a field more."), columns: 2 },
      { kind: "accordion", children: [{ kind: "paragraph", children: words("Folded in an unknown kind.") }] },
      { kind: "video", text: "An unknown kind with words.", src: "https://elsewhere.example/a.mp4" },
      { kind: "callout", tone: "celebration", children: [{ kind: "paragraph", children: words("A new tone.") }] },
      { kind: "list", ordered: false, items: [[{ kind: "check", text: "An unknown kind in a list." }]] },
      ...article.body,
    ],
  }));
  await follow(page);
  await expect(title(page, "Track your parcel")).toBeVisible();
  for (const text of [
    "A paragraph with a field more.",
    "Folded in an unknown kind.",
    "An unknown kind with words.",
    "A new tone.",
    "An unknown kind in a list.",
  ]) {
    await expect(page.getByRole("article").getByText(text)).toBeVisible();
  }
  await expect(page.getByRole("note").filter({ hasText: "A new tone." })).toBeVisible();
  await axe(page);
});

test("an answer that did not arrive can be given again, and counts once", async ({ page, expected }) => {
  expected.add(...REFUSALS);
  const keys: (string | undefined)[] = [];
  page.on("request", (request) => {
    if (FEEDBACK.test(request.url())) keys.push(request.headers()["idempotency-key"]);
  });
  await page.goto("/en/articles/track-your-parcel");
  await running(page);
  await refuse(page, FEEDBACK, 500);
  await page.getByRole("button", { name: "Yes, it helped" }).click();
  await expect(page.getByText("Your answer did not reach us. Please try again.")).toBeVisible();
  await page.unroute(FEEDBACK);
  await page.getByRole("button", { name: "Yes, it helped" }).click();
  await expect(page.getByText("Thank you. It is good to know that this page helps.")).toBeVisible();
  await expect(page.getByText("Your answer did not reach us.")).toBeHidden();
  expect(keys).toHaveLength(2);
  expect(keys[1], "the key of the second attempt").toBe(keys[0]);
});

test("another answer after one that did not arrive is taken", async ({ page, expected }) => {
  expected.add(...REFUSALS);
  await page.goto("/sv/articles/track-your-parcel");
  await running(page);
  await refuse(page, FEEDBACK, 503);
  await page.getByRole("button", { name: "Ja, det hjälpte" }).click();
  await expect(page.getByText("Ditt svar nådde oss inte. Försök igen.")).toBeVisible();
  await page.unroute(FEEDBACK);
  await page.getByRole("button", { name: "Nej, inte än" }).click();
  await expect(page.getByText("Tack. Vi använder ditt svar för att göra sidan bättre")).toBeVisible();
});

test("suggestions that cannot be had leave the search as it is", async ({ page, expected }) => {
  expected.add(...REFUSALS);
  await home(page);
  const asked = page.waitForResponse(/\/api\/v1\/help\/search/);
  await refuse(page, /\/api\/v1\/help\/search/, 500);
  const field = page.getByRole("combobox", { name: "Search the help centre" });
  await field.fill("parcel");
  await asked;
  await expect(field).toHaveValue("parcel");
  await expect(field).toHaveAttribute("aria-expanded", "false");
  await expect(title(page, "How can we help?")).toBeVisible();
});

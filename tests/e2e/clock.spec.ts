// The clock: until when something counts, by the server's time, in the visitor's zone, for both sides, to the second.
import type { Page } from "@playwright/test";

import { OBJECT, ORDER, test } from "./fixtures/asking.ts";
import { REFUSALS, silence } from "./fixtures/answers.ts";
import { signIn, title } from "./fixtures/person.ts";
import { expect, running } from "./fixtures/svar.ts";

const HOUR_MS = 3_600_000;
const DEADLINE = Date.parse("2026-11-24T16:00:00Z");
const BUYER = "2 days 3 hours left to report a problem (until Tue 16:00). Then the payment goes to the seller.";
const SELLER = "The buyer has 2 days 3 hours left to report a problem (until Tue 16:00). Then the payment goes to you.";

const first = (page: Page) => page.getByRole("region", { name: "Deadlines" }).locator("time").first();

async function open(page: Page, person: string, path: string): Promise<void> {
  await signIn(page, person);
  await page.goto(path);
  await running(page);
}

for (const { name, wrong } of [
  { name: "a day and three hours fast", wrong: 27 * HOUR_MS },
  { name: "a day and three hours slow", wrong: -27 * HOUR_MS },
]) {
  test(`a device's clock that is ${name} changes nothing for buyer, seller and list`, async ({ page }) => {
    await page.clock.setFixedTime(Date.parse("2026-11-22T12:00:30Z") + wrong);
    await open(page, "anna", `/en${ORDER}`);
    await expect(first(page)).toHaveText(BUYER);
    await page.goto("/en/orders");
    const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: OBJECT }) });
    await expect(card).toContainText("2 days 3 hours left to report a problem (until Tue 16:00).");
    await open(page, "chiara", `/en${ORDER}`);
    await expect(first(page)).toHaveText(SELLER);
  });
}

test("it goes along through the steps of asking, and says the same", async ({ page, axe }) => {
  await open(page, "anna", `/en${ORDER}`);
  await page.getByRole("main").getByRole("link", { name: `Get support for ${OBJECT}` }).click();
  await expect(title(page, "What is your question?")).toBeVisible();
  await expect(page.getByText(BUYER)).toBeVisible();
  await page.getByRole("textbox", { name: "Your question" }).fill("When do I get my money back?");
  await page.getByRole("button", { name: "Get an answer" }).click();
  await expect(title(page, "Your answer")).toBeVisible();
  await expect(page.getByText(BUYER)).toBeVisible();
  await page.getByRole("link", { name: "Talk to customer support" }).click();
  await expect(title(page, "How should we reply?")).toBeVisible();
  await expect(page.getByText(BUYER)).toBeVisible();
  await axe(page);
});

test("a visitor elsewhere reads the same moment in their own zone", async ({ browser, backend }) => {
  const context = await browser.newContext({ timezoneId: "Asia/Kolkata", baseURL: backend.url });
  const page = await context.newPage();
  await open(page, "anna", `/en${ORDER}`);
  await expect(first(page)).toContainText("2 days 3 hours left to report a problem (until Tue 21:30).");
  await context.close();
});

test("at the second it ends the page says so, and asks what follows", async ({ page, expected }) => {
  expected.add(...REFUSALS);
  await open(page, "anna", `/en${ORDER}`);
  await expect(first(page)).toHaveText(BUYER);
  const now = Date.parse((await page.request.get("/api/v1/meta")).headers()["date"]);
  await silence(page, /\/api\/v1\/orders\//);
  await page.clock.install();
  await page.clock.fastForward(DEADLINE - now - 30_000);
  await expect(page.getByText("1 minute left to report a problem")).toBeVisible();
  const asked = page.waitForRequest(/\/api\/v1\/orders\/order-20418$/);
  await page.clock.runFor(33_000);
  await expect(page.getByText("The time to report a problem ended on 24 November 2026 at 16:00. The payment goes to the seller.")).toBeVisible();
  await asked;
});

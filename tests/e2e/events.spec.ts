// The log of what happens: one stream for each page that somebody looks at, and none for one that nobody does.
import { describe, signIn, test, title } from "./fixtures/asking.ts";
import { expect } from "./fixtures/svar.ts";

const EVENTS = /\/api\/v1\/events/;

test("a tab that nobody looks at lets go of its stream, and goes on where it was once somebody does", async ({ page }) => {
  await page.addInitScript(() => {
    let isHidden = false;
    Object.defineProperty(document, "hidden", { get: () => isHidden });
    Object.defineProperty(window, "hide", { value: (hidden: boolean) => (isHidden = hidden) });
  });
  await signIn(page);
  await (await describe(page, "order")).fill("When may I cancel the order?");
  await page.getByRole("button", { name: "Get an answer" }).click();
  // The page before has listened to its own.
  const opened = page.waitForRequest(EVENTS);
  await page.getByRole("link", { name: "Talk to customer support" }).click();
  await expect(title(page, "How should we reply?")).toBeVisible();
  const stream = await opened;
  const ended = page.waitForEvent("requestfailed", { predicate: (request) => request === stream, timeout: 20_000 });
  await page.evaluate(() => (window as unknown as { hide(hidden: boolean): void }).hide(true));
  await ended;
  const again = page.waitForRequest(EVENTS);
  await page.evaluate(() => (window as unknown as { hide(hidden: boolean): void }).hide(false));
  expect(new URL((await again).url()).search).toMatch(/cursor=\d+/);
});

// What somebody has begun to write is kept on their device, for them alone: through reloads, Back, offline, sign-in,
// an ended session, for thirty days.
import type { Page } from "@playwright/test";

import { NO_NETWORK, REFUSALS } from "./fixtures/answers.ts";
import { expire, headerLink, keptDrafts, keptKeys, signIn, signInHere, title } from "./fixtures/person.ts";
import { expect, running, test } from "./fixtures/svar.ts";

const TEXT = "The watch stands still since the second day.";
const DAY_MS = 24 * 3_600 * 1_000;

const field = (page: Page) => page.getByRole("textbox", { name: "Your question" });
const main = (page: Page) => page.getByRole("main");
const unfinished = (page: Page) => page.getByRole("region", { name: "Go on where you stopped" });
const news = (page: Page) => page.getByRole("alert").filter({ hasText: "You have been signed out" });
const drafts = keptDrafts;

/** On the step where a question about Anna’s watch is described, with words. */
async function begin(page: Page, about = "?order=order-20418&object=object-omega-seamaster"): Promise<string> {
  await page.goto(`/en/ask/describe${about}`);
  await running(page);
  await expect(page).toHaveURL(/\/en\/ask\/describe\?draft=[0-9a-f-]{36}$/);
  await field(page).fill(TEXT);
  return page.url();
}

async function answered(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Get an answer" }).click();
  await expect(title(page, "Your answer")).toBeVisible();
}

async function notOnThisDevice(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "This request is not on this device" })).toBeVisible();
  await expect(page.getByText(TEXT)).toHaveCount(0);
  await expect(field(page)).toHaveCount(0);
}

test("words are there after a reload, after Back and Forward, and on the first step", async ({ page }) => {
  await signIn(page, "anna");
  const step = await begin(page);
  await page.reload();
  await expect(field(page)).toHaveValue(TEXT);
  await answered(page);
  await page.goBack();
  await expect(page).toHaveURL(step);
  await expect(field(page)).toHaveValue(TEXT);
  await page.goForward();
  await expect(title(page, "Your answer")).toBeVisible();
  await expect(main(page).getByText(TEXT)).toBeVisible();
  await page.goto("/en/ask");
  await unfinished(page).getByRole("link", { name: TEXT }).click();
  await expect(page).toHaveURL(step);
  await expect(field(page)).toHaveValue(TEXT);
});

test("the step, the language and what is left out are there after a reload too", async ({ page }) => {
  await signIn(page, "anna");
  await begin(page);
  await answered(page);
  await page.getByRole("link", { name: "Talk to customer support" }).click();
  await page.getByRole("radio", { name: "E-mail" }).check();
  await page.getByLabel("Language of the reply").selectOption({ label: "Italian" });
  await page.getByRole("button", { name: "Check your request" }).click();
  await page.getByRole("button", { name: "Leave out: Your time zone" }).click();
  await page.reload();
  await expect(title(page, "This is what support will see")).toBeVisible();
  await expect(main(page).getByText(TEXT)).toBeVisible();
  await expect(main(page).getByText("E-mail, in Italian")).toBeVisible();
  await expect(page.getByRole("button", { name: "Put back: Your time zone" })).toBeVisible();
  expect(await drafts(page)).toHaveLength(1);
});

test("asking about the same object again goes on with what was written about it", async ({ page }) => {
  await signIn(page, "anna");
  const step = await begin(page);
  await page.goto("/en/orders/order-20418");
  await page.getByRole("link", { name: "Get support for Omega Seamaster 300, 1967" }).click();
  await expect(page).toHaveURL(step);
  await expect(field(page)).toHaveValue(TEXT);
  expect(await drafts(page)).toHaveLength(1);
});

test("offline, words are taken and kept, and the answer comes once the network is back", async ({ page, context, expected }) => {
  expected.add(...NO_NETWORK);
  await signIn(page, "anna");
  await begin(page, "?topic=account");
  await context.setOffline(true);
  await field(page).fill("How do I track my parcel?");
  await answered(page);
  await expect(page.getByText("You are offline. Your question is kept; try again once you are back online.")).toBeVisible({ timeout: 15_000 });
  await context.setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Looking it up")).toHaveCount(0);
  await expect(page.getByText("You are offline. Your question is kept")).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: /^The answer is here: / })).toBeAttached();
  await page.reload();
  await page.getByRole("link", { name: "Change your question" }).click();
  await expect(field(page)).toHaveValue("How do I track my parcel?");
});

test("a visitor’s words are there after sign-in, and belong to the person from then on", async ({ page }) => {
  const step = await begin(page, "?topic=account");
  await answered(page);
  await page.getByRole("link", { name: "Talk to customer support" }).click();
  await expect(page.getByRole("heading", { name: "Sign in to go on" })).toBeVisible();
  await main(page).getByRole("link", { name: "Sign in", exact: true }).click();
  await signInHere(page, "anna");
  await expect(page).toHaveURL(step.replace("/describe?", "/contact?"));
  await page.getByRole("radio", { name: "E-mail" }).check();
  await page.getByRole("button", { name: "Check your request" }).click();
  await expect(main(page).getByText(TEXT)).toBeVisible();
  const id = new URL(step).searchParams.get("draft");
  expect(await drafts(page)).toEqual([`person-anna.${id}`]);
});

test("a session that ends in the middle: a sentence, the way to sign in, and the words afterwards", async ({ page, expected }) => {
  expected.add(...REFUSALS);
  await signIn(page, "anna");
  await begin(page);
  await answered(page);
  await page.getByRole("link", { name: "Talk to customer support" }).click();
  await page.getByRole("radio", { name: "E-mail" }).check();
  await page.getByRole("button", { name: "Check your request" }).click();
  await expect(main(page).getByText(TEXT)).toBeVisible();
  await expire(page);
  await page.getByRole("button", { name: "Send to support" }).click();
  await expect(main(page).getByText(TEXT), "nothing goes from the screen").toBeVisible();
  await expect(news(page)).toHaveText("You have been signed out meanwhile. Your request is kept. Sign in");
  await expect(headerLink(page, "Sign in")).toBeVisible();
  await news(page).getByRole("link", { name: "Sign in" }).click();
  await signInHere(page, "anna");
  await expect(title(page, "This is what support will see")).toBeVisible();
  await expect(main(page).getByText(TEXT)).toBeVisible();
  await page.getByRole("button", { name: "Send to support" }).click();
  await expect(title(page, "Your request is with support")).toBeVisible();
  expect(await drafts(page), "what has been sent is not kept").toEqual([]);
});

test("a session that ends while somebody writes: they write on, and are led through sign-in with every word", async ({ page, expected }) => {
  expected.add(...REFUSALS);
  await signIn(page, "anna");
  await begin(page);
  await expire(page);
  await field(page).fill(`${TEXT} It ticks no more.`);
  await answered(page);
  await expect(main(page).getByText(`${TEXT} It ticks no more.`)).toBeVisible();
  await page.getByRole("link", { name: "Talk to customer support" }).click();
  await page.getByRole("radio", { name: "E-mail" }).check();
  await page.getByRole("button", { name: "Check your request" }).click();
  await page.getByRole("button", { name: "Send to support" }).click();
  await news(page).getByRole("link", { name: "Sign in" }).click();
  await signInHere(page, "anna");
  await expect(title(page, "This is what support will see")).toBeVisible();
  await expect(main(page).getByText(`${TEXT} It ticks no more.`)).toBeVisible();
});

test("a session that ended before a reload: the words stay hidden until the same person is back", async ({ page }) => {
  await signIn(page, "anna");
  const step = await begin(page);
  await expire(page);
  await page.reload();
  await notOnThisDevice(page);
  await main(page).getByRole("link", { name: "Sign in", exact: true }).click();
  await signInHere(page, "anna");
  await expect(page).toHaveURL(step);
  await expect(field(page)).toHaveValue(TEXT);
});

test("another person on the same device never sees them, at no address", async ({ page }) => {
  await signIn(page, "anna");
  const step = await begin(page);
  await answered(page);
  await expire(page);
  const before = await drafts(page);
  for (const who of ["nobody", "ben"]) {
    if (who === "ben") await signIn(page, "ben");
    for (const word of ["describe", "answer", "contact", "check"]) {
      await page.goto(step.replace("/describe?", `/${word}?`));
      await notOnThisDevice(page);
    }
    await page.goto("/en/ask");
    await running(page);
    await expect(main(page).getByRole("heading", { name: "About one of your orders" })).toBeVisible();
    await expect(unfinished(page)).toHaveCount(0);
    await expect(page.getByText(TEXT)).toHaveCount(0);
  }
  await expect(main(page).getByRole("link", { name: /Krugerrand/ }), "Ben’s own orders are there").toBeVisible();
  await begin(page, "?topic=account");
  expect(await drafts(page), "what is Anna’s stays as it was").toEqual(expect.arrayContaining(before));
  await headerLink(page, "Account").click();
  await main(page).getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page.getByText("You have 1 unfinished request on this device. Signing out removes it.")).toBeVisible();
});

test("twenty-nine days old they are there, after thirty they are dropped", async ({ page }) => {
  await signIn(page, "anna");
  const step = await begin(page);
  const written = Date.now();
  await page.clock.setFixedTime(written + 29 * DAY_MS);
  await page.goto("/en/ask");
  await expect(unfinished(page).getByRole("link", { name: TEXT })).toBeVisible();
  await page.clock.setFixedTime(written + 30 * DAY_MS + 60_000);
  await page.reload();
  await expect(main(page).getByRole("link", { name: /Murano glass vase/ })).toBeVisible();
  await expect(page.getByText(TEXT)).toHaveCount(0);
  expect(await drafts(page)).toEqual([]);
  await page.goto(step);
  await notOnThisDevice(page);
});

test("på svenska: orden finns kvar efter en omladdning och under Fortsätt där du slutade", async ({ page }) => {
  await signIn(page, "anna");
  await page.goto("/sv/ask/describe?topic=account");
  await running(page);
  await page.getByRole("textbox", { name: "Din fråga" }).fill("Jag vill byta namn på mitt konto.");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Din fråga" })).toHaveValue("Jag vill byta namn på mitt konto.");
  await page.goto("/sv/ask");
  await page.getByRole("region", { name: "Fortsätt där du slutade" }).getByRole("link").click();
  await expect(page.getByRole("textbox", { name: "Din fråga" })).toHaveValue("Jag vill byta namn på mitt konto.");
});

const BEGINNING = "svar.draft.";
const stored = async (page: Page) => (await keptKeys(page)).filter((key) => key.startsWith(BEGINNING));

test("the last key before the page goes is kept, and moves into the database afterwards", async ({ page }) => {
  await signIn(page, "anna");
  await begin(page);
  await field(page).press("End");
  await page.keyboard.type(" Now");
  // Without a moment in between: what answers later has not answered yet.
  await Promise.all([page.waitForEvent("load"), page.evaluate(() => location.reload())]);
  await expect(field(page)).toHaveValue(`${TEXT} Now`);
  await page.goto("/en/ask");
  await expect(unfinished(page)).toBeVisible();
  await expect.poll(() => stored(page), "nothing of it stays in the storage").toEqual([]);
  expect(await drafts(page)).toHaveLength(1);
});

test("drafts from before there was a database are found, and moved", async ({ page }) => {
  await signIn(page, "anna");
  await page.goto("/en/accessibility");
  const id = "01999999-0000-7000-8000-000000000001";
  await page.evaluate(
    ([key, text]) => localStorage.setItem(key!, text!),
    [`${BEGINNING}person-anna.${id}`, JSON.stringify({ id, text: TEXT, case_id: id, touched: Math.floor(Date.now() / 1_000) })],
  );
  await page.goto("/en/ask");
  await unfinished(page).getByRole("link", { name: TEXT }).click();
  await expect(field(page)).toHaveValue(TEXT);
  await expect.poll(() => stored(page)).toEqual([]);
  expect(await drafts(page)).toEqual([`person-anna.${id}`]);
});

for (const [how, code] of Object.entries({
  "is missing": "Object.defineProperty(window, 'indexedDB', { value: undefined })",
  "is blocked": "IDBFactory.prototype.open = () => { throw new DOMException('blocked', 'SecurityError') }",
  "never answers": "IDBFactory.prototype.open = () => new EventTarget()",
})) {
  test(`where the database ${how} asking works, and words are kept`, async ({ page }) => {
    await page.addInitScript(code);
    await signIn(page, "anna");
    await begin(page);
    await page.reload();
    await expect(field(page)).toHaveValue(TEXT);
    await answered(page);
    await page.getByRole("link", { name: "Talk to customer support" }).click();
    await page.getByRole("radio", { name: "E-mail" }).check();
    await page.getByRole("button", { name: "Check your request" }).click();
    await page.getByRole("button", { name: "Send to support" }).click();
    await expect(title(page, "Your request is with support")).toBeVisible();
  });
}

test("the help home says what is unfinished, and leads on; none of the words stand there", async ({ page, axe }) => {
  await signIn(page, "anna");
  const step = await begin(page);
  await expect(page.getByText("Omega Seamaster 300, 1967").first()).toBeVisible();
  await page.goto("/en");
  await running(page);
  await expect(unfinished(page).getByRole("link")).toHaveText(["SV-20418 · Omega Seamaster 300, 1967"]);
  await expect(page.getByText(TEXT)).toHaveCount(0);
  await axe(page);
  await unfinished(page).getByRole("link").click();
  await expect(page).toHaveURL(step);
  await expect(field(page)).toHaveValue(TEXT);
});

test("the help home says nothing of it to another person, nor once the session is over", async ({ page }) => {
  await signIn(page, "anna");
  await begin(page);
  await page.goto("/en");
  await running(page);
  await expect(unfinished(page)).toBeVisible();
  await signIn(page, "ben");
  await page.goto("/en/ask");
  await expect(main(page).getByRole("link", { name: /Krugerrand/ })).toBeVisible();
  await page.goto("/en");
  await running(page);
  await expect(unfinished(page)).toHaveCount(0);
});

test("the help home says nothing of it once the session would be over", async ({ page }) => {
  await signIn(page, "anna");
  await begin(page);
  await page.clock.setFixedTime(Date.now() + 15 * DAY_MS);
  await page.goto("/en");
  await running(page);
  await expect(unfinished(page)).toHaveCount(0);
});

test("a draft can be removed where the others are; focus stays there", async ({ page }) => {
  await signIn(page, "anna");
  await begin(page);
  await begin(page, "?topic=account");
  await page.goto("/en/ask");
  await expect(unfinished(page).getByRole("link")).toHaveCount(2);
  await unfinished(page).getByRole("button", { name: `Remove: ${TEXT}` }).first().click();
  await expect(unfinished(page).getByRole("link")).toHaveCount(1);
  await expect(unfinished(page).getByRole("heading")).toBeFocused();
  await unfinished(page).getByRole("button", { name: `Remove: ${TEXT}` }).click();
  await expect(unfinished(page)).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  expect(await drafts(page)).toEqual([]);
  await page.goto("/en");
  await running(page);
  await expect(unfinished(page)).toHaveCount(0);
});

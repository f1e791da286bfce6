// Signing out: asked first where something would be lost; then nothing of the person is on the device, not even for Back.
import type { BrowserContext, Page } from "@playwright/test";

import { REFUSALS, refuse } from "./fixtures/answers.ts";
import { headerLink, keptDrafts, keptKeys, signIn, title } from "./fixtures/person.ts";
import { expect, running, test } from "./fixtures/svar.ts";

// Pages that were left are kept whole by browsers, to be shown at once on Back; Playwright switches that off.
test.use({ launchOptions: async ({ launchOptions }, use) => use({ ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] }) });

const SESSION = /\/api\/v1\/session$/;
const SECRET = "My grandmother’s clock arrived broken.";

const signOut = (page: Page) => page.getByRole("main").getByRole("button", { name: "Sign out", exact: true });

/** Somebody signed in, with words that have not been sent. */
async function withDraft(page: Page): Promise<void> {
  await signIn(page, "anna");
  await page.goto("/en/ask/describe?order=order-20418");
  await running(page);
  await page.getByRole("textbox", { name: "Your question" }).fill(SECRET);
}

async function toAccount(page: Page, name = "Account"): Promise<void> {
  await headerLink(page, name).click();
  await expect(page.getByText("Anna Lindqvist")).toBeVisible();
}

async function hasSession(context: BrowserContext): Promise<boolean> {
  return (await context.cookies()).some((cookie) => cookie.name === "svar_session");
}

test("with nothing unfinished it is done at once, and the help centre says Sign in again", async ({ page, context }) => {
  await signIn(page, "anna");
  await page.goto("/en/orders");
  await running(page);
  await toAccount(page);
  await expect(page.getByText("a…a@example.com")).toBeVisible();
  await signOut(page).click();
  await expect(page).toHaveURL("/en");
  await expect(title(page, "How can we help?")).toBeVisible();
  await running(page);
  await expect(headerLink(page, "Sign in")).toBeVisible();
  await expect(headerLink(page, "Account")).toHaveCount(0);
  expect(await hasSession(context)).toBe(false);
  expect(await keptKeys(page)).toEqual([]);
});

test("with something unfinished it is asked first; staying keeps it, leaving removes it", async ({ page, context }) => {
  await withDraft(page);
  await toAccount(page);
  await signOut(page).click();
  const question = page.getByText("You have 1 unfinished request on this device. Signing out removes it.");
  await expect(question).toBeFocused();
  await page.getByRole("button", { name: "Stay signed in" }).click();
  await expect(question).toBeHidden();
  expect(await hasSession(context)).toBe(true);
  expect((await keptDrafts(page)).filter((key) => key.startsWith("person-anna."))).toHaveLength(1);
  await signOut(page).click();
  await page.getByRole("button", { name: "Sign out and remove it" }).click();
  await expect(title(page, "How can we help?")).toBeVisible();
  expect(await hasSession(context)).toBe(false);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(await keptDrafts(page)).toEqual([]);
  await signIn(page, "anna");
  await page.goto("/en/ask");
  await expect(page.getByRole("link", { name: /Murano glass vase/ })).toBeVisible();
  await expect(page.getByText(SECRET)).toHaveCount(0);
});

test("på svenska frågas det först också", async ({ page }) => {
  await withDraft(page);
  await page.goto("/sv/account");
  await page.getByRole("button", { name: "Logga ut", exact: true }).click();
  await expect(page.getByText("Du har 1 påbörjad fråga på den här enheten. Den tas bort när du loggar ut.")).toBeFocused();
  await page.getByRole("button", { name: "Logga ut och ta bort den" }).click();
  await expect(title(page, "Hur kan vi hjälpa dig?")).toBeVisible();
  await expect(headerLink(page, "Logga in")).toBeVisible();
});

test("Back after signing out shows nothing of the person", async ({ page }) => {
  await signIn(page, "anna");
  await page.goto("/en/orders/order-20418");
  await running(page);
  await expect(title(page, "Order SV-20418")).toBeVisible();
  // A document of its own in between, as somebody has who reads an article on the way.
  await page.goto("/en/articles/track-your-parcel");
  await running(page);
  await page.goto("/en/orders");
  await running(page);
  await expect(page.getByRole("link", { name: "Omega Seamaster 300, 1967" })).toBeVisible();
  await toAccount(page);
  await signOut(page).click();
  await expect(title(page, "How can we help?")).toBeVisible();
  const ofAnna = page.getByText(/Omega Seamaster|Anna Lindqvist|SV-20418|a…a@example\.com/);
  await page.goBack();
  await expect(title(page, "Sign in to see your orders")).toBeVisible();
  await expect(ofAnna).toHaveCount(0);
  await page.goBack();
  await expect(title(page, "Track your parcel")).toBeVisible();
  await expect(headerLink(page, "Sign in")).toBeVisible();
  await page.goBack();
  await expect(title(page, "Sign in to see this order")).toBeVisible();
  await expect(ofAnna).toHaveCount(0);
});

test("where the backend does not answer the person is told that they are still signed in, and keeps everything", async ({ page, context, expected }) => {
  expected.add(...REFUSALS);
  await withDraft(page);
  await toAccount(page);
  await page.route(SESSION, (route) => (route.request().method() === "DELETE" ? route.fulfill({ status: 503 }) : route.fallback()));
  await signOut(page).click();
  await page.getByRole("button", { name: "Sign out and remove it" }).click();
  await expect(page.getByRole("alert")).toHaveText("You are still signed in: we could not reach the server. Please try again in a moment.");
  expect(await hasSession(context)).toBe(true);
  expect(await keptDrafts(page)).toHaveLength(1);
  await page.unroute(SESSION);
  await signOut(page).click();
  await page.getByRole("button", { name: "Sign out and remove it" }).click();
  await expect(title(page, "How can we help?")).toBeVisible();
  expect(await hasSession(context)).toBe(false);
});

test("a session that is over already can be signed out of all the same, and the device is cleared", async ({ page, context, expected }) => {
  expected.add(...REFUSALS);
  await withDraft(page);
  await toAccount(page);
  await context.clearCookies({ name: "svar_session" });
  await signOut(page).click();
  await page.getByRole("button", { name: "Sign out and remove it" }).click();
  await expect(headerLink(page, "Sign in")).toBeVisible();
  await expect(page.getByText("Anna Lindqvist")).toHaveCount(0);
  expect(await keptKeys(page)).toEqual([]);
});

test("who it is could not be asked: a sentence and a way to try again, and nothing is lost", async ({ page, expected }) => {
  expected.add(...REFUSALS);
  await withDraft(page);
  await refuse(page, SESSION, 503);
  await page.goto("/en/account");
  await expect(title(page, "We could not load this page")).toBeVisible();
  expect((await keptDrafts(page)).filter((key) => key.startsWith("person-anna."))).toHaveLength(1);
  await page.unroute(SESSION);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Anna Lindqvist")).toBeVisible();
});

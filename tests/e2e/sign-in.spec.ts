// Signing in with a password: the form, by mouse and by keyboard, and everything that can go wrong.
import type { Page } from "@playwright/test";

import { NO_NETWORK } from "./fixtures/answers.ts";
import { overflow, smallTargets } from "./fixtures/measure.ts";
import { EN, PASSWORD, SV, emailField, fillIn, headerLink, passwordField, signInButton, title } from "./fixtures/person.ts";
import { expect, running, test } from "./fixtures/svar.ts";

/** What the browser says of a sign-in that is refused. */
const REFUSED = /(response \d+: |\()http:\/\/127\.0\.0\.1:\d+\/api\/v1\/session\)?$/;
const alert = (page: Page) => page.getByRole("main").getByRole("alert");

async function open(page: Page, words = EN): Promise<void> {
  await page.goto(`/${words.locale}/sign-in`);
  await running(page);
  await expect(title(page, words.title)).toBeVisible();
}

for (const [words, sentence] of [
  [EN, "This e-mail address and password do not match. Check both, or choose “I can’t sign in” below."],
  [SV, "E-postadressen och lösenordet hör inte ihop. Kontrollera båda, eller välj ”Jag kan inte logga in” nedan."],
] as const) {
  test(`${words.locale}: a wrong password is said in one sentence, and the fields keep what was typed`, async ({ page, expected }) => {
    expected.add(REFUSED);
    await open(page, words);
    await fillIn(page, "erik@example.com", "wrong horse", words);
    await expect(alert(page)).toHaveText(sentence);
    await expect(emailField(page, words)).toHaveValue("erik@example.com");
    await expect(passwordField(page, words)).toHaveValue("wrong horse");
    await expect(signInButton(page, words), "focus stays where it was").toBeFocused();
    await passwordField(page, words).fill(PASSWORD);
    await signInButton(page, words).click();
    await expect(page).toHaveURL(`/${words.locale}/orders`);
  });
}

test("an address that nobody has is answered with the same sentence as a wrong password", async ({ page, expected }) => {
  expected.add(REFUSED);
  for (const email of ["nobody@example.com", "no address at all"]) {
    await open(page);
    await fillIn(page, email, "wrong horse");
    await expect(alert(page)).toHaveText("This e-mail address and password do not match. Check both, or choose “I can’t sign in” below.");
  }
});

test("empty fields are named, focus goes to the list of them, and each leads to its field", async ({ page }) => {
  await open(page);
  await signInButton(page).click();
  const summary = page.getByRole("group", { name: "Before you go on" });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveText(["Enter your e-mail address", "Enter your password"]);
  await expect(emailField(page)).toHaveAccessibleDescription(/Enter your e-mail address/);
  await expect(passwordField(page)).toHaveAccessibleDescription(/Enter your password/);
  await summary.getByRole("link", { name: "Enter your password" }).click();
  await expect(passwordField(page)).toBeFocused();
  await expect(page).toHaveURL("/en/sign-in");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(summary.getByRole("link")).toHaveText(["Enter your e-mail address"]);
  await expect(passwordField(page), "what was typed stays").toHaveValue(PASSWORD);
});

test("the password can be shown and hidden, and both fields take what is pasted", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  const paste = async (text: string) => {
    await page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await page.keyboard.press("ControlOrMeta+V");
  };
  await emailField(page).focus();
  await paste("anna@example.com");
  await expect(emailField(page)).toHaveValue("anna@example.com");
  await passwordField(page).focus();
  await paste(PASSWORD);
  await expect(passwordField(page)).toHaveValue(PASSWORD);
  await expect(passwordField(page)).toHaveAttribute("type", "password");
  const show = page.getByRole("button", { name: "Show password" });
  await expect(show).toHaveAttribute("aria-pressed", "false");
  await show.click();
  await expect(show).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("textbox", { name: "Password", exact: true })).toHaveValue(PASSWORD);
  await show.click();
  await expect(passwordField(page)).toHaveAttribute("type", "password");
  await signInButton(page).click();
  await expect(page).toHaveURL("/en/orders");
});

for (const [words, email, sentence] of [
  [EN, "locked@example.com", "There have been many attempts. Try again in 1 minute."],
  [SV, "utelast@example.com", "Det har blivit många försök. Försök igen om 1 minut."],
] as const) {
  test(`${words.locale}: after five wrong passwords the page says how long to wait`, async ({ page, expected }) => {
    expected.add(REFUSED);
    await open(page, words);
    for (const attempt of ["one", "two", "three", "four", "five"]) {
      const answer = page.waitForResponse((response) => response.request().method() === "POST");
      await fillIn(page, email, attempt, words);
      expect((await answer).status(), attempt).toBe(401);
      await expect(signInButton(page, words)).not.toHaveAttribute("aria-disabled", "true");
    }
    await fillIn(page, email, "six", words);
    await expect(alert(page)).toHaveText(sentence);
    await expect(emailField(page, words)).toHaveValue(email);
  });
}

test("whoever is offline is told so, and signs in with the same words later", async ({ page, context, expected }) => {
  expected.add(...NO_NETWORK);
  await open(page);
  await context.setOffline(true);
  await fillIn(page, "anna@example.com", PASSWORD);
  await expect(alert(page)).toHaveText("You are offline. Sign in once you are back online; what you have typed is still here.");
  await context.setOffline(false);
  await signInButton(page).click();
  await expect(page).toHaveURL("/en/orders");
});

test("by keyboard alone, from the top of the page to the orders", async ({ page }) => {
  await page.goto("/en/orders");
  await running(page);
  const to = async (what: ReturnType<typeof headerLink>) => {
    for (let presses = 0; presses < 30; presses += 1) {
      await page.keyboard.press("Tab");
      if (await what.evaluate((element) => element === document.activeElement)) return;
    }
    await expect(what, "reached with Tab").toBeFocused();
  };
  await to(page.getByRole("main").getByRole("link", { name: "Sign in", exact: true }));
  await page.keyboard.press("Enter");
  await expect(title(page, "Sign in")).toBeFocused();
  await to(emailField(page));
  await page.keyboard.type("anna@example.com");
  await to(passwordField(page));
  await page.keyboard.type(PASSWORD);
  await to(page.getByRole("button", { name: "Show password" }));
  await page.keyboard.press("Space");
  await to(signInButton(page));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/en/orders");
  await expect(title(page, "Orders")).toBeVisible();
});

test("a form sent before the app is there leaves no page and loses no word", async ({ page }) => {
  let letGo = () => {};
  const gate = new Promise<void>((done) => (letGo = done));
  await page.route(/\.wasm$/, async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto("/en/sign-in");
  await emailField(page).fill("anna@example.com");
  await passwordField(page).fill(PASSWORD);
  await page.keyboard.press("Enter");
  await signInButton(page).click();
  await expect(page).toHaveURL("/en/sign-in");
  await expect(passwordField(page)).toHaveValue(PASSWORD);
  letGo();
  await running(page);
  await expect(emailField(page)).toHaveValue("anna@example.com");
  await signInButton(page).click();
  await expect(page).toHaveURL("/en/orders");
});

test("at 320 px nothing scrolls sideways, and everything can be hit", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const words of [EN, SV]) {
    await open(page, words);
    await signInButton(page, words).click();
    await expect(page.locator("#error-summary")).toBeFocused();
    expect(await overflow(page)).toEqual([]);
    expect(await smallTargets(page, "main button, main input", 44)).toEqual([]);
  }
});

// Signing in on the marketplace's own page: there with one press, back to where one was, and what is said if it fails.
import type { Page } from "@playwright/test";

import { Elsewhere } from "./fixtures/issuer.ts";
import { overflow } from "./fixtures/measure.ts";
import { headerLink, keptDrafts, title } from "./fixtures/person.ts";
import { expect, running, test as base } from "./fixtures/svar.ts";

const test = base.extend<object, { elsewhere: Elsewhere }>({
  elsewhere: [
    async ({}, use) => {
      const elsewhere = new Elsewhere();
      await elsewhere.open();
      await use(elsewhere);
      await elsewhere.dispose();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ elsewhere }, use) => use(elsewhere.url),
});

/** The issuer's page has no icon, and the browser asks for one. */
test.beforeEach(({ expected }) => expected.add(/favicon\.ico/));

const way = (page: Page, name = "Go on to sign in") => page.getByRole("main").getByRole("link", { name, exact: true });
const choose = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const atIssuer = (page: Page) => title(page, "Who do you want to be?");

test("from an order to the issuer and straight back", async ({ page, elsewhere }) => {
  await page.goto("/en/orders/order-20418");
  await running(page);
  await page.getByRole("main").getByRole("link", { name: "Sign in", exact: true }).click();
  await expect(title(page, "Sign in")).toBeVisible();
  await expect(page.getByText("You sign in with your marketplace account, on its own page, and come back here.")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await way(page).click();
  await expect(atIssuer(page)).toBeVisible();
  expect(new URL(page.url()).origin).toBe(elsewhere.issuer.url);
  await choose(page, "Anna Lindqvist");
  await expect(page).toHaveURL("/en/orders/order-20418");
  await expect(title(page, "Order SV-20418")).toBeVisible();
  await expect(headerLink(page, "Account")).toBeVisible();
});

test("words typed before are there after the issuer, and become the person’s own", async ({ page }) => {
  await page.goto("/en/ask/describe?topic=account");
  await running(page);
  const field = page.getByRole("textbox", { name: "Your question" });
  await field.fill("I would like to change the name on my account.");
  await expect(page).toHaveURL(/\?draft=/);
  const step = page.url();
  await headerLink(page, "Sign in").click();
  await way(page).click();
  await choose(page, "Ben Carter");
  await expect(page).toHaveURL(step);
  await expect(field).toHaveValue("I would like to change the name on my account.");
  expect(await keptDrafts(page)).toEqual([`person-ben.${new URL(step).searchParams.get("draft")}`]);
});

test("på svenska: dit och tillbaka", async ({ page }) => {
  await page.goto("/sv/cases");
  await running(page);
  await page.getByRole("main").getByRole("link", { name: "Logga in", exact: true }).click();
  await expect(title(page, "Logga in")).toBeVisible();
  await way(page, "Fortsätt till inloggningen").click();
  await choose(page, "Anna Lindqvist");
  await expect(page).toHaveURL("/sv/cases");
  await expect(title(page, "Dina ärenden")).toBeVisible();
});

test("whoever turns back at the issuer is told so, and can try again to the same end", async ({ page }) => {
  await page.goto("/en/sign-in?next=%2Fen%2Fcases");
  await running(page);
  await way(page).click();
  await choose(page, "Nobody, go back");
  await expect(title(page, "Sign in")).toBeVisible();
  await expect(page.getByRole("alert")).toHaveText("You have not been signed in. Try again, or choose “I can’t sign in” below.");
  await expect(headerLink(page, "Sign in")).toBeVisible();
  await way(page).click();
  await choose(page, "Chiara Conti");
  await expect(page).toHaveURL("/en/cases");
});

test("a way back that was used already signs nobody in", async ({ page, context }) => {
  await page.goto("/en/sign-in?next=%2Fen%2Forders");
  await running(page);
  await way(page).click();
  const back = page.waitForRequest(/\/session\/callback\?/);
  await choose(page, "Anna Lindqvist");
  await expect(page).toHaveURL("/en/orders");
  await expect(page.getByRole("link", { name: "Omega Seamaster 300, 1967" })).toBeVisible();
  await context.clearCookies({ name: "svar_session" });
  await page.goto((await back).url());
  await expect(page.getByRole("alert")).toHaveText("Signing in took too long, or began in another browser. Please begin again.");
  await expect(headerLink(page, "Sign in")).toBeVisible();
});

test("an issuer that is away is said, and the way works once it is back", async ({ page }) => {
  const away = new Elsewhere();
  await away.open();
  await away.issuer.stop();
  await page.goto(`${away.url}/sv/sign-in?next=%2Fsv%2Forders`);
  await running(page);
  await way(page, "Fortsätt till inloggningen").click();
  await expect(page.getByRole("alert")).toHaveText("Sidan där du loggar in går inte att nå just nu. Försök igen om en stund.");
  await away.issuer.start();
  await way(page, "Fortsätt till inloggningen").click();
  await choose(page, "Anna Lindqvist");
  await expect(page).toHaveURL(`${away.url}/sv/orders`);
  await expect(title(page, "Beställningar")).toBeVisible();
  await expect(page.getByRole("link", { name: "Omega Seamaster 300, 1967" })).toBeVisible();
  await page.goto("about:blank");
  await away.dispose();
});

for (const next of ["https://evil.example/", "//evil.example", "/\\evil.example"]) {
  test(`next=${next} is not followed by the page`, async ({ page }) => {
    await page.goto(`/en/sign-in?next=${encodeURIComponent(next)}`);
    await running(page);
    await way(page).click();
    await choose(page, "Anna Lindqvist");
    await expect(page).toHaveURL("/en/orders");
    await expect(title(page, "Orders")).toBeVisible();
  });

  test(`next=${next} is not followed by the backend`, async ({ page }) => {
    await page.goto(`/api/v1/session/redirect?next=${encodeURIComponent(next)}`);
    await choose(page, "Anna Lindqvist");
    await expect(page).toHaveURL("/en");
    await expect(title(page, "How can we help?")).toBeVisible();
  });
}

for (const [locale, name] of [["en", "Go on to sign in"], ["sv", "Fortsätt till inloggningen"]] as const) {
  test(`${locale}: the page that leads elsewhere passes axe with its sentence, light and dark, narrow and wide`, async ({ page, axe }) => {
    await page.goto(`/${locale}/sign-in?failed=account_unknown`);
    await running(page);
    await expect(way(page, name)).toBeVisible();
    await expect(page.getByRole("main").getByRole("alert")).not.toBeEmpty();
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 640 });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await axe(page);
      }
      expect(await overflow(page)).toEqual([]);
    }
  });
}

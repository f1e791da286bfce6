// Scripts off: every page can be read, and nothing is shown that cannot work.
import type { Page } from "@playwright/test";

import { expect, test } from "./fixtures/svar.ts";

test.use({ javaScriptEnabled: false });

const PAGES: Record<string, Record<string, string>> = {
  en: {
    "/en": "How can we help?",
    "/en/categories/problems": "Something is wrong with an order",
    "/en/articles": "All articles",
    "/en/articles/how-to-contact-us": "How to contact us",
    "/en/articles/order-has-not-arrived": "Your order has not arrived",
    "/en/search": "Search the help centre",
    "/en/ask": "Ask a question",
    "/en/accessibility": "Accessibility",
    "/en/privacy": "Privacy",
    "/en/browsers": "Browser support",
    "/en/orders": "Orders",
    "/en/cases": "Your cases",
    "/en/sign-in": "Sign in",
  },
  sv: {
    "/sv": "Hur kan vi hjälpa dig?",
    "/sv/categories/problems": "Något är fel med en beställning",
    "/sv/articles": "Alla artiklar",
    "/sv/articles/how-to-contact-us": "Så kontaktar du oss",
    "/sv/search": "Sök i hjälpcentret",
    "/sv/ask": "Ställ en fråga",
    "/sv/accessibility": "Tillgänglighet",
    "/sv/privacy": "Integritet",
    "/sv/browsers": "Webbläsare som stöds",
    "/sv/orders": "Beställningar",
    "/sv/cases": "Dina ärenden",
    "/sv/sign-in": "Logga in",
  },
};

/** Playwright's text search leaves `noscript` out, so the sentence is found by its place. */
const sentence = (page: Page) => page.locator("noscript > p");

const NO_SCRIPT: Record<string, string> = {
  en: "Search needs scripts, which are off in this browser. You can read everything here without them.",
  sv: "Sökningen behöver skript, som är avstängda i den här webbläsaren. Du kan läsa allt här utan dem.",
};

/** Pages that are nothing without the app. */
const NEEDS_SCRIPTS: Record<string, string> = {
  en: "This page needs scripts, which are off in this browser. You can read all articles without them.",
  sv: "Den här sidan behöver skript, som är avstängda i den här webbläsaren. Du kan läsa alla artiklar utan dem.",
};
const IS_ALL_APP = /^\/(en|sv)\/(ask|orders|cases|sign-in)/;

/** What waits for an app that never comes, or would do nothing when pressed. */
async function hasNothingThatCannotWork(page: Page): Promise<void> {
  await expect(page.locator(".load-state--waiting:visible")).toHaveCount(0);
  await expect(page.locator("[role=listbox]:visible")).toHaveCount(0);
  await expect(page.locator("[data-reload]:visible")).toHaveCount(0);
  // Nobody is asked for a password that could not be sent.
  await expect(page.locator("form[method=post]:visible")).toHaveCount(0);
  // A button that sends a form works without scripts; any other does not.
  await expect(page.locator("button:not([type=submit]):visible")).toHaveCount(0);
  await expect(page.locator("a:not([href]):visible, a[href='']:visible, a[href='#']:visible")).toHaveCount(0);
}

for (const [language, pages] of Object.entries(PAGES)) {
  for (const [path, title] of Object.entries(pages)) {
    test(`${path} can be read without scripts, and shows nothing that cannot work`, async ({ page }) => {
      await page.goto(path);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expect(sentence(page)).toBeVisible();
      await expect(sentence(page)).toContainText((IS_ALL_APP.test(path) ? NEEDS_SCRIPTS : NO_SCRIPT)[language]!);
      await expect(page.getByRole("banner")).toBeVisible();
      await expect(page.getByRole("contentinfo")).toBeVisible();
      await hasNothingThatCannotWork(page);
    });
  }
}

const SEARCHES = [
  { from: "/en", label: "Search the help centre", button: "Search", to: "/en/articles", title: "All articles" },
  { from: "/en/articles/track-your-parcel", label: "Search the help centre", button: "Search", to: "/en/articles", title: "All articles" },
  { from: "/sv", label: "Sök i hjälpcentret", button: "Sök", to: "/sv/articles", title: "Alla artiklar" },
];

for (const { from, label, button, to, title } of SEARCHES) {
  test(`the search field of ${from} leads to the list of all articles`, async ({ page, baseURL }) => {
    await page.goto(from);
    await page.getByRole("combobox", { name: label }).fill("paket & frakt");
    await page.getByRole("button", { name: button, exact: true }).click();
    await expect(page).toHaveURL(`${baseURL}${to}?q=paket+%26+frakt`);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    expect(await page.getByRole("main").getByRole("listitem").getByRole("link").count()).toBeGreaterThanOrEqual(20);
    await hasNothingThatCannotWork(page);
  });
}

test("the sentence about scripts leads to all articles", async ({ page, baseURL }) => {
  await page.goto("/sv/search");
  await sentence(page).getByRole("link", { name: "Alla artiklar" }).click();
  await expect(page).toHaveURL(`${baseURL}/sv/articles`);
});

test("a reader finds the way from the front door to a person, and to another language", async ({ page, baseURL }) => {
  await page.goto("/");
  await expect(page).toHaveURL(`${baseURL}/en`);
  await page.getByRole("link", { name: "Something is wrong with an order" }).click();
  await page.getByRole("link", { name: "Your order has not arrived" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your order has not arrived" })).toBeVisible();
  await page.getByRole("link", { name: "Svenska" }).click();
  await expect(page).toHaveURL(`${baseURL}/sv/articles/order-has-not-arrived`);
  await page.getByRole("link", { name: "Kontakta oss" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ställ en fråga" })).toBeVisible();
  await expect(page).toHaveURL(/\/sv\/ask\?topic=[a-z_]+&from=order-has-not-arrived$/);
});

test("the contents of an article fold open and lead to their places", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await page.goto("/en/articles/how-to-contact-us");
  const contents = page.getByRole("navigation", { name: "On this page" });
  await contents.getByText("On this page").locator("visible=true").click();
  const first = contents.getByRole("link").first();
  const words = (await first.textContent())!.trim();
  await first.click();
  await expect(page).toHaveURL(/#[a-z0-9-]+$/);
  await expect(page.getByRole("heading", { level: 2, name: words })).toBeInViewport();
});

test("an address that leads nowhere is a 404 that leads on", async ({ page, expected }) => {
  expected.add(/^response 404: /, /^console error: Failed to load resource.*404/);
  const answer = await page.goto("/en/nothing-here");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("link", { name: "All articles" }).first()).toBeVisible();
  await hasNothingThatCannotWork(page);
});

test("every picture is drawn, and the page fits a narrow screen", async ({ page }) => {
  const drawn = page.waitForResponse(/\/icons\.svg$/);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/en");
  expect((await drawn).status()).toBe(200);
  await expect(page.locator(".category-list__icon").first()).toBeVisible();
  const found = await page.evaluate(() => ({
    empty: [...document.querySelectorAll<SVGUseElement>("svg use")]
      .filter((use) => use.closest("svg")!.checkVisibility() && use.getBBox().width === 0)
      .map((use) => use.getAttribute("href")),
    wide: document.documentElement.scrollWidth,
  }));
  expect(found).toEqual({ empty: [], wide: 320 });
});

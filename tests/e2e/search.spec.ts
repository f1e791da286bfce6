// Searching: suggestions while typing (ARIA combobox), and results at an address of their own.
import type { Page } from "@playwright/test";

import { expect, running, test } from "./fixtures/svar.ts";

const LANGUAGES = [
  {
    locale: "en",
    label: "Search the help centre",
    submit: "Search",
    list: "Suggestions",
    typo: "trakc parcl",
    first: "Track your parcel",
    query: "counterfeit",
    count: /^\d+ articles for “counterfeit”$/,
    marked: "counterfeit",
    nothing: "Nothing found for “zqxv”",
    advice: "Try fewer or other words. Typing mistakes are fine.",
    all: "All articles",
    empty: "Type a word or two to search for.",
    long: "Please use at most 200 characters. A few words find the most.",
    resultsTitle: "counterfeit · Search · Svar",
  },
  {
    locale: "sv",
    label: "Sök i hjälpcentret",
    submit: "Sök",
    list: "Förslag",
    typo: "spåra pakte",
    first: "Spåra ditt paket",
    query: "förfalskning",
    count: /^\d+ artiklar för ”förfalskning”$/,
    marked: "förfalskning",
    nothing: "Inget hittades för ”zqxv”",
    advice: "Prova färre eller andra ord. Stavfel gör ingenting.",
    all: "Alla artiklar",
    empty: "Skriv ett ord eller två att söka efter.",
    long: "Använd högst 200 tecken. Några få ord hittar mest.",
    resultsTitle: "förfalskning · Sök · Svar",
  },
];
type Words = (typeof LANGUAGES)[number];

const field = (page: Page, words: Words) => page.getByRole("combobox", { name: words.label });
const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

/** Opens the help home and types a query with typing mistakes until suggestions are there. */
async function typed(page: Page, words: Words): Promise<void> {
  await page.goto(`/${words.locale}`);
  await running(page);
  // Suggestions for the first letters may come before: what counts is the list for all of them.
  const whole = page.waitForResponse((response) => new URL(response.url()).searchParams.get("q") === words.typo);
  await field(page, words).pressSequentially(words.typo);
  await whole;
  await expect(field(page, words)).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByRole("listbox", { name: words.list }).getByRole("option").first()).toHaveText(words.first);
}

/** The option that the keyboard is on, as assistive technology is told. */
async function active(page: Page, words: Words): Promise<string | null> {
  const id = await field(page, words).getAttribute("aria-activedescendant");
  return id && page.locator(`#${id}[aria-selected=true]`).textContent();
}

for (const words of LANGUAGES) {
  const { locale } = words;

  test(`${locale}: the arrows go through the suggestions and Enter opens the one they are on`, async ({ page }) => {
    await typed(page, words);
    const options = page.getByRole("option");
    const count = await options.count();
    expect(count).toBeGreaterThan(1);
    expect(count).toBeLessThanOrEqual(6);
    const [first, second] = await options.allTextContents();
    const last = (await options.allTextContents())[count - 1];
    expect(await active(page, words)).toBeNull();
    for (const [key, expected] of [["Down", first], ["Down", second], ["Up", first], ["Up", null], ["Up", last], ["Down", null]] as const) {
      await field(page, words).press(`Arrow${key}`);
      await expect.poll(() => active(page, words), `${key} leads to ${expected}`).toBe(expected);
      await expect(page.locator("[aria-selected=true]")).toHaveCount(expected ? 1 : 0);
    }
    await expect(field(page, words), "focus stays in the field").toBeFocused();
    await expect(field(page, words)).toHaveValue(words.typo);
    await field(page, words).press("ArrowDown");
    await field(page, words).press("Enter");
    await expect(title(page, words.first)).toBeFocused();
    await expect(page).toHaveURL(`/${locale}/articles/track-your-parcel`);
  });

  test(`${locale}: Escape closes the suggestions and keeps the text; Enter then searches for it`, async ({ page }) => {
    await typed(page, words);
    await field(page, words).press("ArrowDown");
    await field(page, words).press("Escape");
    await expect(page.getByRole("listbox")).toHaveCount(0);
    await expect(field(page, words)).toHaveAttribute("aria-expanded", "false");
    await expect(field(page, words)).toHaveValue(words.typo);
    await expect(field(page, words)).toBeFocused();
    await field(page, words).press("Enter");
    await expect(page).toHaveURL(`/${locale}/search?q=${encodeURIComponent(words.typo)}`);
    await expect(page.getByRole("main").getByRole("listitem").getByRole("heading").first()).toHaveText(words.first);
  });

  test(`${locale}: a suggestion opens by mouse, and a click elsewhere closes them`, async ({ page }) => {
    await typed(page, words);
    await page.getByRole("contentinfo").click({ position: { x: 2, y: 2 } });
    await expect(page.getByRole("listbox")).toHaveCount(0);
    await field(page, words).press("End");
    await field(page, words).press("Backspace");
    await page.getByRole("option", { name: words.first }).click();
    await expect(title(page, words.first)).toBeFocused();
    await expect(page).toHaveURL(`/${locale}/articles/track-your-parcel`);
  });

  test(`${locale}: results have an address, a count that is announced, marks and the way to the heading`, async ({ page }) => {
    await page.goto(`/${locale}`);
    await running(page);
    await field(page, words).fill(words.query);
    await page.getByRole("button", { name: words.submit }).click();
    const address = `/${locale}/search?q=${encodeURIComponent(words.query)}`;
    await expect(page).toHaveURL(address);
    await expect(page).toHaveTitle(words.resultsTitle);
    await expect(title(page, words.label)).toBeFocused();
    await expect(page.getByRole("status")).toHaveText(words.count);
    await expect(field(page, words)).toHaveValue(words.query);
    const results = page.getByRole("main").getByRole("listitem").filter({ has: page.getByRole("heading", { level: 2 }) });
    const found = await results.count();
    await expect(page.getByRole("status")).toContainText(`${found} `);
    await expect(results.first().getByRole("mark").first()).toHaveText(words.marked, { ignoreCase: true });

    const section = results.locator("p a[href*='#']").first();
    const anchor = new URL((await section.getAttribute("href")) ?? "", page.url());
    await section.click();
    await expect(page).toHaveURL(anchor.pathname + anchor.hash);
    await expect(page.locator(anchor.hash)).toBeFocused();
    await expect(page.locator(anchor.hash)).toBeInViewport();

    await page.goBack();
    await expect(page).toHaveURL(address);
    await expect(field(page, words)).toHaveValue(words.query);
    await expect(results).toHaveCount(found);
    await page.reload();
    await running(page);
    await expect(field(page, words)).toHaveValue(words.query);
    await expect(results).toHaveCount(found);
    await page.goBack();
    await expect(page).toHaveURL(`/${locale}`);
  });

  test(`${locale}: a search that finds nothing says so and shows a way on`, async ({ page }) => {
    await page.goto(`/${locale}/search?q=zqxv`);
    await expect(page.getByRole("heading", { level: 2, name: words.nothing })).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: words.advice })).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: words.all }).click();
    await expect(page).toHaveURL(`/${locale}/articles`);
  });

  for (const [name, text, sentence] of [
    ["nothing", "", words.empty],
    ["only spaces", "   ", words.empty],
    ["201 characters", "å".repeat(201), words.long],
  ]) {
    test(`${locale}: ${name} in the field gives a sentence beside it and keeps the text`, async ({ page }) => {
      await page.goto(`/${locale}`);
      await running(page);
      await field(page, words).fill(text);
      await page.getByRole("button", { name: words.submit }).click();
      await expect(page.getByRole("alert")).toHaveText(sentence);
      await expect(field(page, words)).toHaveAccessibleDescription(sentence);
      await expect(field(page, words)).toHaveAttribute("aria-invalid", "true");
      await expect(field(page, words)).toBeFocused();
      await expect(field(page, words)).toHaveValue(text);
      await expect(page).toHaveURL(`/${locale}`);
      await field(page, words).fill("paket");
      await expect(page.getByRole("alert")).toHaveText("");
      await expect(field(page, words)).not.toHaveAttribute("aria-invalid", "true");
    });
  }
}

test("an address with 201 characters gives the sentence and keeps the text; 200 are searched for", async ({ page }) => {
  const [words] = LANGUAGES;
  await page.goto(`/en/search?q=${encodeURIComponent("å".repeat(201))}`);
  await running(page);
  await expect(page.getByText(words.long)).toBeVisible();
  await expect(field(page, words)).toHaveValue("å".repeat(201));
  await field(page, words).fill("å".repeat(200));
  await field(page, words).press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: `Nothing found for “${"å".repeat(200)}”` })).toBeVisible();
});

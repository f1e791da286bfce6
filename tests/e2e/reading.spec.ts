// Reading: from the help home to an article and on, with address, title, focus and place right at every step.
import type { Page } from "@playwright/test";

import { expect, running, test } from "./fixtures/svar.ts";

const LANGUAGES = [
  {
    locale: "en",
    home: "How can we help?",
    shelves: "Browse by subject",
    shelf: "Selling and getting paid",
    article: "Ship an order",
    relatedHeading: "Related articles",
    related: "When you get paid",
    contents: "On this page",
    heading: "Pack it well",
    crumbs: "You are here",
    help: "Help centre",
    all: "All articles",
    door: "Contact us",
    ask: "Ask a question",
    about: "About “Ship an order”",
    back: "Back to the article",
    text: "Lay them all out and compare each one with your description.",
  },
  {
    locale: "sv",
    home: "Hur kan vi hjälpa dig?",
    shelves: "Bläddra efter ämne",
    shelf: "Sälja och få betalt",
    article: "Skicka en beställning",
    relatedHeading: "Relaterade artiklar",
    related: "När du får betalt",
    contents: "På den här sidan",
    heading: "Packa ordentligt",
    crumbs: "Här är du",
    help: "Hjälpcenter",
    all: "Alla artiklar",
    door: "Kontakta oss",
    ask: "Ställ en fråga",
    about: "Om ”Skicka en beställning”",
    back: "Tillbaka till artikeln",
    text: "Lägg fram alla och jämför vart och ett med din beskrivning.",
  },
];

/** The page is at `path`, named `title`, and focus is on its title. */
async function arrived(page: Page, path: string, title: string): Promise<void> {
  await expect(page).toHaveURL(path);
  await expect(page).toHaveTitle(`${title} · Svar`);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeFocused();
}

/** The same for a page of the other part of the app, which is another document: the browser begins at its top. */
async function loaded(page: Page, path: string, title: string): Promise<void> {
  await expect(page).toHaveURL(path);
  await running(page);
  await expect(page).toHaveTitle(`${title} · Svar`);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeInViewport();
}

const scrolled = (page: Page) => page.evaluate(() => Math.round(scrollY));

for (const words of LANGUAGES) {
  const { locale } = words;

  test(`${locale}: home, category, article and related article, then Back and Forward`, async ({ page }) => {
    await page.goto(`/${locale}`);
    await running(page);
    await expect(page).toHaveTitle(`${words.home} · Svar`);
    const shelves = page.getByRole("region", { name: words.shelves });
    await shelves.getByRole("link", { name: words.shelf }).click();
    await arrived(page, `/${locale}/categories/selling`, words.shelf);
    await page.getByRole("main").getByRole("link", { name: words.article, exact: true }).click();
    await arrived(page, `/${locale}/articles/ship-an-order`, words.article);
    await expect.poll(() => scrolled(page), "a new page begins at its top").toBe(0);

    const related = page.getByRole("region", { name: words.relatedHeading }).getByRole("link", { name: words.related });
    await related.scrollIntoViewIfNeeded();
    const place = await scrolled(page);
    expect(place).toBeGreaterThan(500);
    await related.click();
    await arrived(page, `/${locale}/articles/when-you-get-paid`, words.related);
    await expect.poll(() => scrolled(page)).toBe(0);

    await page.goBack();
    await arrived(page, `/${locale}/articles/ship-an-order`, words.article);
    await expect.poll(() => scrolled(page), "Back returns to the place").toBe(place);
    await page.goBack();
    await arrived(page, `/${locale}/categories/selling`, words.shelf);
    await page.goBack();
    await arrived(page, `/${locale}`, words.home);
    await page.goForward();
    await arrived(page, `/${locale}/categories/selling`, words.shelf);
    await page.goForward();
    await arrived(page, `/${locale}/articles/ship-an-order`, words.article);
    await expect.poll(() => scrolled(page), "Forward returns to the place").toBe(place);
  });

  test(`${locale}: the list of contents leads to each heading and Back leads up again`, async ({ page }) => {
    await page.goto(`/${locale}/articles/ship-an-order`);
    await running(page);
    const contents = page.getByRole("navigation", { name: words.contents });
    await expect(contents.getByRole("link")).toHaveCount(5);
    await contents.getByRole("link", { name: words.heading }).click();
    await expect(page).toHaveURL(`/${locale}/articles/ship-an-order#pack`);
    const heading = page.getByRole("heading", { level: 2, name: words.heading });
    await expect.poll(async () => (await heading.boundingBox())?.y, "the heading is at the top").toBeLessThan(60);
    await expect(heading).toBeInViewport();
    await page.goBack();
    await expect(page).toHaveURL(`/${locale}/articles/ship-an-order`);
    await expect.poll(() => scrolled(page)).toBe(0);
  });

  test(`${locale}: on a small screen the list of contents unfolds`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(`/${locale}/articles/ship-an-order`);
    await running(page);
    const contents = page.getByRole("navigation", { name: words.contents });
    await expect(contents.getByRole("link")).toHaveCount(0);
    await contents.locator("summary", { hasText: words.contents }).click();
    await contents.getByRole("link", { name: words.heading }).click();
    await expect(page).toHaveURL(`/${locale}/articles/ship-an-order#pack`);
    await expect(page.getByRole("heading", { level: 2, name: words.heading })).toBeInViewport();
  });

  test(`${locale}: breadcrumbs lead to the category and to the help home`, async ({ page }) => {
    await page.goto(`/${locale}/articles/ship-an-order`);
    await running(page);
    const crumbs = page.getByRole("navigation", { name: words.crumbs }).getByRole("link");
    await expect(crumbs).toHaveText([words.help, words.shelf]);
    await crumbs.nth(1).click();
    await arrived(page, `/${locale}/categories/selling`, words.shelf);
    await expect(crumbs).toHaveText([words.help]);
    await crumbs.first().click();
    await arrived(page, `/${locale}`, words.home);
  });

  test(`${locale}: all forty articles are on one page, by subject, each once`, async ({ page }) => {
    await page.goto(`/${locale}`);
    await running(page);
    await page.getByRole("contentinfo").getByRole("link", { name: words.all }).click();
    await arrived(page, `/${locale}/articles`, words.all);
    const main = page.getByRole("main");
    await expect(main.getByRole("heading", { level: 2 })).toHaveCount(4);
    await expect(main.getByRole("heading", { level: 3 })).toHaveCount(40);
    const addresses = await main.getByRole("heading", { level: 3 }).getByRole("link").evaluateAll((links) =>
      links.map((link) => link.getAttribute("href")),
    );
    expect(new Set(addresses).size).toBe(40);
    await main.getByRole("region", { name: words.shelf }).getByRole("link", { name: words.related }).click();
    await arrived(page, `/${locale}/articles/when-you-get-paid`, words.related);
  });

  test(`${locale}: “Contact us” carries topic and article, and the next page says what it is about`, async ({ page }) => {
    await page.goto(`/${locale}/articles/ship-an-order`);
    await running(page);
    await page.getByRole("link", { name: words.door }).click();
    await loaded(page, `/${locale}/ask?topic=shipping&from=ship-an-order`, words.ask);
    for (const arrival of ["by the link", "loaded again"]) {
      const about = page.getByRole("region", { name: words.about });
      await expect(about, arrival).toBeVisible();
      await expect(about.getByRole("link", { name: words.related }), arrival).toBeVisible();
      if (arrival === "by the link") await page.reload();
    }
    await running(page);
    await page.getByRole("link", { name: words.back }).click();
    await loaded(page, `/${locale}/articles/ship-an-order`, words.article);
    await page.goBack();
    await expect(page).toHaveURL(`/${locale}/ask?topic=shipping&from=ship-an-order`);
    await expect(page.getByRole("region", { name: words.about })).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(`/${locale}/articles/ship-an-order`);
    await expect(page.getByRole("link", { name: words.door }), "Back returns to the place").toBeInViewport();
  });

  test(`${locale}: an address with a heading opens there and stays there`, async ({ page }) => {
    await page.goto(`/${locale}/articles/ship-an-order#pack`);
    const heading = page.getByRole("heading", { level: 2, name: words.heading });
    await expect(heading).toBeInViewport();
    const before = await scrolled(page);
    await running(page);
    expect(await scrolled(page)).toBe(before);
    expect((await heading.boundingBox())?.y).toBeLessThan(60);
  });

  test(`${locale}: on paper there is the article and nothing to press`, async ({ page }) => {
    await page.goto(`/${locale}/articles/ship-an-order`);
    await running(page);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("heading", { level: 1, name: words.article })).toBeVisible();
    await expect(page.getByText(words.text)).toBeVisible();
    for (const role of ["navigation", "search", "button", "combobox", "contentinfo"] as const) {
      await expect(page.getByRole(role), role).toHaveCount(0);
    }
    await expect(page.getByRole("link", { name: words.door })).toHaveCount(0);
  });
}

test("two steps back at once, and the article again, keep the address right", async ({ page }) => {
  await page.goto("/en");
  await running(page);
  await page.getByRole("link", { name: "Selling and getting paid" }).click();
  await page.getByRole("main").getByRole("link", { name: "When you get paid", exact: true }).click();
  await arrived(page, "/en/articles/when-you-get-paid", "When you get paid");
  await page.evaluate(() => history.go(-2));
  await arrived(page, "/en", "How can we help?");
  await page.getByRole("main").getByRole("link", { name: "When you get paid", exact: true }).click();
  await arrived(page, "/en/articles/when-you-get-paid", "When you get paid");
});

const STATEMENTS = [
  ["/en", "Accessibility", "/en/accessibility", "What we have not checked yet"],
  ["/en", "Privacy", "/en/privacy", "Reading is private"],
  ["/en", "Browser support", "/en/browsers", "If a page does not work"],
  ["/sv", "Tillgänglighet", "/sv/accessibility", "Det här har vi inte kontrollerat än"],
  ["/sv", "Integritet", "/sv/privacy", "Att läsa är privat"],
  ["/sv", "Webbläsare som stöds", "/sv/browsers", "Om en sida inte fungerar"],
] as const;

for (const [from, name, path, heading] of STATEMENTS) {
  test(`${path} is one step away at the foot of every page`, async ({ page }) => {
    await page.goto(from);
    await running(page);
    await page.getByRole("contentinfo").getByRole("link", { name }).click();
    await arrived(page, path, name);
    await expect(page.getByRole("heading", { level: 2, name: heading })).toBeVisible();
  });
}

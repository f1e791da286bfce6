// What a page says of itself: one of each in the head, before and after the app, and right on the next page too.
import type { Page } from "@playwright/test";

import { expect, running, test } from "./fixtures/svar.ts";

const SITE = "http://127.0.0.1:8080";
const ONCE = [
  "title",
  "meta[name=description]",
  "link[rel=canonical]",
  "link[rel=alternate][hreflang=en]",
  "link[rel=alternate][hreflang=sv]",
  "link[rel=alternate][hreflang=x-default]",
  "meta[property='og:title']",
  "meta[property='og:description']",
  "meta[property='og:url']",
  "meta[property='og:type']",
  "meta[property='og:site_name']",
  "meta[property='og:locale']",
];

interface Head {
  title: string;
  description: string;
  path: string;
}

/** Each element is there once and says this. */
async function says(page: Page, { title, description, path }: Head): Promise<void> {
  await expect(page).toHaveTitle(`${title} · Svar`);
  for (const selector of ONCE) await expect(page.locator(`head ${selector}`), selector).toHaveCount(1);
  const other = path.startsWith("/en") ? path.replace("/en", "/sv") : path.replace("/sv", "/en");
  const [english, swedish] = path.startsWith("/en") ? [path, other] : [other, path];
  for (const [selector, name, value] of [
    ["meta[name=description]", "content", description],
    ["meta[property='og:description']", "content", description],
    ["meta[property='og:title']", "content", title],
    ["meta[property='og:url']", "content", SITE + path],
    ["link[rel=canonical]", "href", SITE + path],
    ["link[hreflang=en]", "href", SITE + english],
    ["link[hreflang=sv]", "href", SITE + swedish],
    ["link[hreflang=x-default]", "href", SITE + english],
  ]) {
    await expect(page.locator(`head ${selector}`), selector).toHaveAttribute(name, value);
  }
  await expect(page.locator("meta[name=robots]")).toHaveCount(0);
}

const LANGUAGES = [
  {
    locale: "en",
    home: { title: "How can we help?", description: "Look it up here, or ask us in your own words." },
    shelf: {
      title: "Selling and getting paid",
      description: "Shipping in time, payouts, and answering a buyer who has a problem.",
    },
    article: {
      title: "Ship an order",
      description: "Pack, send and document an order so that it arrives safely and your payout stays on time.",
    },
    search: "Search",
    results: "padding · Search",
    orders: "Orders",
    ordersTitle: "Sign in to see your orders",
    help: "Help centre",
  },
  {
    locale: "sv",
    home: { title: "Hur kan vi hjälpa dig?", description: "Slå upp det här, eller fråga oss med egna ord." },
    shelf: {
      title: "Sälja och få betalt",
      description: "Skicka i tid, utbetalningar och hur du svarar en köpare som har ett problem.",
    },
    article: {
      title: "Skicka en beställning",
      description: "Packa, skicka och dokumentera en beställning så att den kommer fram hel och du får betalt i tid.",
    },
    search: "Sök",
    results: "padding · Sök",
    orders: "Beställningar",
    ordersTitle: "Logga in för att se dina beställningar",
    help: "Hjälpcenter",
  },
];

/** Nobody should index it, and it says nothing for those who would. */
async function isKept(page: Page, title: string): Promise<void> {
  await expect(page).toHaveTitle(`${title} · Svar`);
  await expect(page.locator("meta[name=robots]")).toHaveCount(1);
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");
  await expect(page.locator("link[rel=canonical], link[hreflang], meta[name=description]")).toHaveCount(0);
}

for (const { locale, home, shelf, article, search, results, orders, ordersTitle, help } of LANGUAGES) {
  test(`${locale}: nothing in the head is doubled, and all of it follows the page`, async ({ page }) => {
    const homeHead = { ...home, path: `/${locale}` };
    const shelfHead = { ...shelf, path: `/${locale}/categories/selling` };
    const articleHead = { ...article, path: `/${locale}/articles/ship-an-order` };
    await page.goto(`/${locale}`);
    await says(page, homeHead);
    await running(page);
    await says(page, homeHead);
    await page.getByRole("link", { name: shelf.title }).click();
    await says(page, shelfHead);
    await page.getByRole("main").getByRole("link", { name: article.title, exact: true }).click();
    await says(page, articleHead);
    await page.goBack();
    await says(page, shelfHead);
    await page.getByRole("banner").getByRole("link", { name: help }).click();
    await says(page, homeHead);
  });

  test(`${locale}: a page that nobody should index says so, and leaves nothing behind`, async ({ page }) => {
    await page.goto(`/${locale}`);
    await running(page);
    await page.getByRole("combobox").fill("padding");
    await page.getByRole("button", { name: search, exact: true }).click();
    await isKept(page, results);
    await page.getByRole("banner").getByRole("link", { name: help }).click();
    await says(page, { ...home, path: `/${locale}` });
  });

  test(`${locale}: a page of one's own things says so too, before and after the app, and leaves nothing behind`, async ({ page, request }) => {
    const html = await (await request.get(`/${locale}/orders`)).text();
    expect(html).toContain(`<title>${orders} · Svar</title><meta name="robots" content="noindex">`);
    await page.goto(`/${locale}`);
    await running(page);
    await page.getByRole("banner").getByRole("link", { name: orders }).click();
    await isKept(page, ordersTitle);
    await page.getByRole("banner").getByRole("link", { name: help }).click();
    await says(page, { ...home, path: `/${locale}` });
  });
}

test("the structured data of the first page does not stay on the next", async ({ page }) => {
  await page.goto("/en/articles/ship-an-order");
  await running(page);
  await expect(page.locator("script[type='application/ld+json']")).toHaveCount(1);
  await page.getByRole("navigation", { name: "You are here" }).getByRole("link", { name: "Help centre" }).click();
  await expect(page).toHaveTitle("How can we help? · Svar");
  await expect(page.locator("script[type='application/ld+json']")).toHaveCount(0);
});

for (const [locale, tag, example] of [
  ["en", "en-GB", "16 June 2026"],
  ["sv", "sv", "16 juni 2026"],
]) {
  test(`${locale}: every date that prerendering wrote is written as Intl writes it here`, async ({ page, request }) => {
    const sitemap = await (await request.get("/sitemap.xml")).text();
    const addresses = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => new URL(address).pathname);
    const dates = new Map<string, string>();
    for (const path of addresses.filter((path) => path.startsWith(`/${locale}`))) {
      const html = (await (await request.get(path)).text()).replace(/<!(--.*?--)?>/g, "");
      for (const [, day, text] of html.matchAll(/<time datetime="([^"]*)">([^<]*)<\/time>/g)) {
        expect(dates.get(day) ?? text, `${path} ${day}`).toBe(text);
        dates.set(day, text);
      }
    }
    expect(dates.get("2026-06-16")).toBe(example);
    expect(dates.size).toBeGreaterThan(5);
    await page.goto(`/${locale}`);
    const written = await page.evaluate(
      ([tag, days]) => {
        const format = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" });
        return days.map((day) => format.format(new Date(day)));
      },
      [tag, [...dates.keys()]] as const,
    );
    expect([...dates.values()]).toEqual(written);
  });
}

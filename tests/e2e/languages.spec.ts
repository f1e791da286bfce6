// Two languages: the switch keeps the place, one file of words is fetched, and each page names its other language.
import type { Page } from "@playwright/test";

import { expect, running, test } from "./fixtures/svar.ts";

const SITE = "http://127.0.0.1:8080";
const SLUGS = [
  "account-restricted", "account-taken-over", "answer-a-buyers-problem", "book-a-call", "buy-from-another-country",
  "buyer-has-not-paid", "buyer-protection-fee", "cancel-an-order", "counterfeit-or-fraud", "damaged-on-the-way",
  "delivery-failed", "describe-an-object", "external-dispute-resolution", "held-at-customs", "how-a-case-is-reviewed",
  "how-to-contact-us", "insure-a-parcel", "look-closely-before-you-bid", "message-the-seller", "mistaken-bid",
  "not-as-described", "order-has-not-arrived", "outcomes-of-a-case", "pack-fragile-objects", "pay-for-an-order",
  "payout-details", "payout-on-hold", "pick-up-in-person", "prove-it-is-genuine", "report-a-problem-in-time",
  "return-or-refund", "right-of-withdrawal", "send-an-object-back", "several-objects", "ship-an-order",
  "suspicious-messages", "track-your-parcel", "when-you-get-paid", "when-your-refund-arrives", "wrong-parcel",
];
const BELOW = [
  "", "/accessibility", "/articles", "/ask", "/browsers", "/privacy",
  ...["buying", "problems", "selling", "support"].map((shelf) => `/categories/${shelf}`),
  ...SLUGS.map((slug) => `/articles/${slug}`),
];

const switchTo = (page: Page, label: string, name: string) =>
  page.getByRole("navigation", { name: label }).getByRole("link", { name });

/** The files of words that the page fetches. */
function words(page: Page): string[] {
  const all: string[] = [];
  page.on("request", (request) => {
    const name = /\/((?:account-)?words-[a-z]+)-[0-9a-f]{16}\.ftl$/.exec(request.url())?.[1];
    if (name) all.push(name);
  });
  return all;
}

test("the switch keeps the page, how far down it is, and what was typed; and leads back", async ({ page }) => {
  await page.goto("/en/articles/ship-an-order");
  await running(page);
  await page.getByRole("combobox", { name: "Search the help centre" }).fill("padding & box");
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 3));
  const share = () => page.evaluate(() => scrollY / document.documentElement.scrollHeight);
  const before = await share();
  expect(before).toBeGreaterThan(0.3);
  // As assistive technology presses it: the page does not scroll to it first.
  await switchTo(page, "Language", "Svenska").dispatchEvent("click");
  await expect(page).toHaveURL("/sv/articles/ship-an-order");
  await running(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  await expect(page.getByRole("heading", { level: 1, name: "Skicka en beställning" })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Sök i hjälpcentret" })).toHaveValue("padding & box");
  await expect.poll(async () => Math.abs((await share()) - before)).toBeLessThan(0.02);
  await switchTo(page, "Språk", "English").dispatchEvent("click");
  await expect(page).toHaveURL("/en/articles/ship-an-order");
  await running(page);
  await expect(page.getByRole("combobox", { name: "Search the help centre" })).toHaveValue("padding & box");
  await expect.poll(async () => Math.abs((await share()) - before)).toBeLessThan(0.02);
});

for (const [path, there] of [
  ["/en/search?q=tracking%20%26%20paket", "/sv/search?q=tracking%20%26%20paket"],
  ["/en/ask?topic=shipping&from=ship-an-order", "/sv/ask?topic=shipping&from=ship-an-order"],
  ["/en/orders", "/sv/orders"],
]) {
  test(`the switch keeps ${path} whole`, async ({ page }) => {
    await page.goto(path);
    await running(page);
    await switchTo(page, "Language", "Svenska").click();
    await expect(page).toHaveURL(there);
    await running(page);
    await expect(page.locator("html")).toHaveAttribute("lang", "sv");
    await expect(page.getByRole("navigation", { name: "Språk" })).toBeVisible();
  });
}

test("after a walk through the app the switch leads to the page that is shown", async ({ page }) => {
  await page.goto("/en");
  await running(page);
  await page.getByRole("link", { name: "Selling and getting paid" }).click();
  await expect(page).toHaveURL("/en/categories/selling");
  await switchTo(page, "Language", "Svenska").click();
  await expect(page).toHaveURL("/sv/categories/selling");
  await expect(page.getByRole("heading", { level: 1, name: "Sälja och få betalt" })).toBeVisible();
});

for (const [header, to] of [
  ["sv", "/sv"],
  ["sv-FI,sv;q=0.9,en;q=0.8", "/sv"],
  ["en;q=0.5, sv;q=0.9", "/sv"],
  ["nl, sv;q=0.5", "/sv"],
  ["nl", "/en"],
  ["*", "/en"],
  ["en-US,sv;q=0.9", "/en"],
  [";;q=,", "/en"],
]) {
  test(`the front door leads “${header}” to ${to}`, async ({ request }) => {
    const answer = await request.get("/", { headers: { "Accept-Language": header }, maxRedirects: 0 });
    expect(answer.status()).toBe(302);
    expect(answer.headers().location).toBe(to);
    expect(answer.headers().vary).toBe("Accept-Language");
  });
}

for (const [path, expected, next] of [
  ["/en", "words-en", "Selling and getting paid"],
  ["/sv", "words-sv", "Sälja och få betalt"],
  ["/en/orders", "account-words-en", "I can’t sign in"],
  ["/sv/orders", "account-words-sv", "Jag kan inte logga in"],
]) {
  test(`a visit that begins at ${path} fetches ${expected} and no other words`, async ({ page }) => {
    const fetched = words(page);
    await page.goto(path);
    await running(page);
    await page.getByRole("main").getByRole("link", { name: next }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: next })).toBeFocused();
    expect(fetched).toEqual([expected]);
  });
}

for (const [locale, tag, title, home, switchLabel, other] of [
  ["en-GB", "en", "We could not find this page", "Go to the help centre", "Language", "Svenska"],
  ["sv-SE", "sv", "Vi hittade inte sidan", "Till hjälpcentret", "Språk", "English"],
]) {
  test.describe(`a visitor with ${locale}`, () => {
    test.use({ locale });

    test(`arrives at /${tag} by the front door`, async ({ page }) => {
      await page.goto("/");
      await expect(page).toHaveURL(`/${tag}`);
      await expect(page.locator("html")).toHaveAttribute("lang", tag);
    });

    for (const path of ["/xx", "/xx/articles/y"]) {
      test(`reads at ${path} that there is nothing, with a way out`, async ({ page, expected }) => {
        expected.add(/response 404: .*\/xx/, /console error: Failed to load resource.*404.*\/xx/);
        const fetched = words(page);
        expect((await page.goto(path))?.status()).toBe(404);
        await running(page);
        await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
        await expect(page).toHaveTitle(`${title} · Svar`);
        await expect(page.locator("html")).toHaveAttribute("lang", tag);
        expect(new Set(fetched)).toContain(`words-${tag}`);
        await expect(switchTo(page, switchLabel, other)).toBeVisible();
        await page.getByRole("main").getByRole("link", { name: home }).click();
        await expect(page).toHaveURL(`/${tag}`);
        await running(page);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      });
    }
  });
}

test("the sitemap lists every page in both languages, each with the other", async ({ request }) => {
  const xml = await (await request.get("/sitemap.xml")).text();
  const entries = [...xml.matchAll(/<url>\s*<loc>(.*?)<\/loc>(.*?)<\/url>/gs)];
  const expected = ["en", "sv"].flatMap((locale) => BELOW.map((below) => `${SITE}/${locale}${below}`));
  expect(entries.map(([, address]) => address).sort()).toEqual(expected.sort());
  for (const [, address, alternates] of entries) {
    const below = address.slice(`${SITE}/en`.length);
    const named = [...alternates.matchAll(/hreflang="(.*?)" href="(.*?)"/g)].map(([, tag, href]) => [tag, href]);
    expect(named, address).toContainEqual(["en", `${SITE}/en${below}`]);
    expect(named, address).toContainEqual(["sv", `${SITE}/sv${below}`]);
  }
});

test("each page of the sitemap is there, in its language, and names the other one", async ({ request }) => {
  for (const locale of ["en", "sv"]) {
    for (const below of BELOW) {
      const answer = await request.get(`/${locale}${below}`);
      expect(answer.status(), below).toBe(200);
      const html = await answer.text();
      expect(html, below).toContain(`<html lang="${locale}" dir="ltr">`);
      for (const tag of ["en", "sv"]) {
        expect(html, below).toContain(`<link rel="alternate" hreflang="${tag}" href="${SITE}/${tag}${below}">`);
      }
      expect(html, below).toContain(`<link rel="alternate" hreflang="x-default" href="${SITE}/en${below}">`);
      expect(html.match(/<h1[ >]/g), below).toHaveLength(1);
    }
  }
});

for (const [locale, headline, help, shelf] of [
  ["en", "Ship an order", "Help centre", "Selling and getting paid"],
  ["sv", "Skicka en beställning", "Hjälpcenter", "Sälja och få betalt"],
]) {
  test(`${locale}: structured data names the article and where it stands`, async ({ page }) => {
    await page.goto(`/${locale}/articles/ship-an-order`);
    const text = await page.locator("script[type='application/ld+json']").textContent();
    const data = JSON.parse(text ?? "");
    expect(data["@context"]).toBe("https://schema.org");
    const [article, crumbs] = data["@graph"];
    expect(article).toMatchObject({ "@type": "TechArticle", headline, dateModified: "2026-06-16", inLanguage: locale });
    expect(crumbs["@type"]).toBe("BreadcrumbList");
    expect(crumbs.itemListElement).toEqual([
      { "@type": "ListItem", position: 1, name: help, item: `${SITE}/${locale}` },
      { "@type": "ListItem", position: 2, name: shelf, item: `${SITE}/${locale}/categories/selling` },
    ]);
  });
}

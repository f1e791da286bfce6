// Content that editors changed: notices, an article in one language only, and text that looks like markup.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, running, test as base } from "./fixtures/svar.ts";
import { ChangedSite, aged, edit } from "./fixtures/site.ts";

const NOTICES = `
[[notice]]
id = "carrier"
tone = "warning"
text = { en = "Parcels may be a day late this week.", sv = "Paket kan bli en dag sena den här veckan." }
`;
// In a title and a summary as in running text: nothing of it may become an element.
const INERT = "</script><img src=x onerror=alert('ran')>";

function changed(content: string): void {
  writeFileSync(join(content, "notices.toml"), NOTICES);
  rmSync(join(content, "sv/articles/ship-an-order.md"));
  // How people ask for it in Swedish goes with it: the backend refuses words that lead nowhere.
  edit(content, "asked/sv.txt", (text) => text.replace(/^ship-an-order[#:].*\n/gm, ""));
  edit(content, "en/articles/track-your-parcel.md", (text) =>
    text
      .replace('title = "Track your parcel"', `title = "Track ${INERT}"`)
      .replace(/summary = ".*"/, `summary = "Follow it ${INERT}"`)
      .replace("\n## What to do next", `\nWrite \`${INERT}\` here.\n\n\`\`\`\n${INERT}\n<!-- --><script>alert()</script>\n\`\`\`\n\n## What to do next`),
  );
}

const test = base.extend<object, { site: ChangedSite; built: ChangedSite }>({
  site: [
    async ({}, use) => {
      const site = new ChangedSite(changed);
      await site.open("prerendered");
      await use(site);
      await site.dispose();
    },
    { scope: "worker" },
  ],
  // The pages are those of before the change: what is new comes from the backend.
  built: [
    async ({}, use) => {
      const site = new ChangedSite(changed);
      await site.open("as built");
      site.forget("/sv/articles/ship-an-order");
      await use(site);
      await site.dispose();
    },
    { scope: "worker" },
  ],
});

for (const [locale, name, text] of [
  ["en", "Notices", "Parcels may be a day late this week."],
  ["sv", "Meddelanden", "Paket kan bli en dag sena den här veckan."],
]) {
  test(`${locale}: a notice stands at the top of prerendered pages`, async ({ page, site }) => {
    for (const path of [`/${locale}`, `/${locale}/articles/track-your-parcel`]) {
      await page.goto(site.at(path));
      const notices = page.getByRole("region", { name });
      await expect(notices).toHaveText(text);
      await running(page);
      await expect(notices).toHaveText(text);
      const header = await page.getByRole("banner").boundingBox();
      expect((await notices.boundingBox())?.y).toBeLessThan(header?.y ?? 0);
    }
  });

  test(`${locale}: a notice newer than the page shows once the page is idle, and on pages made in the browser`, async ({ page, built }) => {
    await aged(page, 10);
    for (const path of [`/${locale}/articles`, `/${locale}/orders`]) {
      await page.goto(built.at(path));
      await expect(page.getByRole("region", { name })).toHaveText(text);
    }
  });
}

for (const kind of ["prerendered", "made in the browser"] as const) {
  test(`an article that is only in English says so on the Swedish page, in the right language (${kind})`, async ({ page, site, built }) => {
    await page.goto((kind === "prerendered" ? site : built).at("/sv/articles/ship-an-order"));
    await running(page);
    await expect(page.getByText("Artikeln finns inte på svenska än. Du läser den på engelska.")).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "sv");
    await expect(page).toHaveTitle("Ship an order · Svar");
    await expect(page.getByRole("heading", { level: 1, name: "Ship an order" })).toHaveAttribute("lang", "en");
    await expect(page.getByRole("article")).toHaveAttribute("lang", "en");
    const inLanguage = (text: string) => page.getByText(text).evaluate((node) => node.closest("[lang]")?.getAttribute("lang"));
    expect(await inLanguage("Lay them all out and compare each one with your description.")).toBe("en");
    expect(await inLanguage("Pack, send and document an order")).toBe("en");
    expect(await inLanguage("Var detta till hjälp?")).toBe("sv");
    const contents = page.getByRole("navigation", { name: "På den här sidan" });
    await expect(contents.getByRole("list")).toHaveAttribute("lang", "en");
    const related = page.getByRole("region", { name: "Relaterade artiklar" }).getByRole("link");
    await expect(related).toContainText(["När du får betalt"]);
    await page.getByRole("article").getByRole("link", { name: "When you get paid" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "När du får betalt" })).toBeFocused();
  });
}

test("an article in one language has one address for search engines, and lists name it in its language", async ({ page, site }) => {
  await page.goto(site.at("/sv/articles/ship-an-order"));
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", "http://127.0.0.1:8080/en/articles/ship-an-order");
  await expect(page.locator("link[hreflang=sv]")).toHaveCount(0);
  await page.goto(site.at("/sv/articles"));
  await expect(page.getByRole("main").getByRole("link", { name: "Ship an order" })).toHaveAttribute("lang", "en");
});

for (const kind of ["prerendered", "made in the browser"] as const) {
  test(`text that looks like markup is text everywhere (${kind})`, async ({ page, site, built }) => {
    let dialogs = 0;
    page.on("dialog", (dialog) => void (dialogs += 1, dialog.dismiss()));
    const title = `Track ${INERT}`;
    if (kind === "prerendered") {
      await page.goto(site.at("/en/articles/track-your-parcel"));
      await running(page);
    } else {
      await page.goto(built.at("/en/search"));
      await running(page);
      await page.getByRole("combobox", { name: "Search the help centre" }).fill("track");
      await page.getByRole("option", { name: title }).click();
    }
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page).toHaveTitle(`${title} · Svar`);
    await expect(page.getByText(`Follow it ${INERT}`)).toBeVisible();
    await expect(page.getByRole("article").locator("p code")).toHaveText(INERT);
    await expect(page.getByRole("article").locator("pre")).toContainText("<!-- --><script>alert()</script>");
    await expect(page.locator("img, body script:not([type='application/json']):not([src])")).toHaveCount(0);
    await expect(page.locator("meta[name=description]")).toHaveAttribute("content", `Follow it ${INERT}`);
    expect(dialogs).toBe(0);
  });
}

test("in prerendered data and structured data no “<” stands as it is", async ({ request, site }) => {
  for (const path of ["/en", "/en/articles/track-your-parcel", "/en/categories/buying", "/sv/articles"]) {
    const html = await (await request.get(site.at(path))).text();
    const blocks = [...html.matchAll(/<script type="application\/(?:ld\+)?json"[^>]*>(.*?)<\/script>/gs)];
    expect(blocks.length, path).toBeGreaterThanOrEqual(2);
    for (const [, json] of blocks) {
      expect(json, path).not.toContain("<");
      expect(() => JSON.parse(json), path).not.toThrow();
    }
    expect(html.match(/<\/script>/g)?.length, path).toBe(html.match(/<script[ >]/g)?.length);
  }
});

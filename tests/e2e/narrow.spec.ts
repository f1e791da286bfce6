// Nothing is wider than a screen of 320 px, which is also what 400 % zoom leaves of 1280.
import type { Page } from "@playwright/test";

import { expect, running, test } from "./fixtures/svar.ts";

test.use({ viewport: { width: 320, height: 640 } });

/** What stands out to the side, named so that it can be found. */
async function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const isOut = (element: Element) => element.getBoundingClientRect().right > root.clientWidth + 0.5;
    const name = (element: Element) => `${element.tagName} ${element.className} to ${element.getBoundingClientRect().right}`;
    return [`page ${root.scrollWidth}`, ...[...document.querySelectorAll("body *")].filter(isOut).slice(0, 3).map(name)];
  });
}

test.describe("prerendered", () => {
  test.use({ javaScriptEnabled: false });

  for (const locale of ["en", "sv"]) {
    test(`${locale}: no public page is wider than 320 px`, async ({ page, request }) => {
      const sitemap = await (await request.get("/sitemap.xml")).text();
      const paths = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => new URL(address).pathname);
      const own = paths.filter((path) => path.split("/")[1] === locale);
      expect(own).toHaveLength(50);
      for (const path of [...own, `/${locale}/search`]) {
        await page.goto(path);
        expect(await overflowing(page), path).toEqual([]);
      }
    });
  }
});

for (const path of [
  "/en/search?q=fee",
  "/sv/search?q=f%C3%B6rfalskning",
  `/en/search?q=${"x".repeat(200)}`,
  `/sv/search?q=${"x".repeat(201)}`,
  "/en/ask?topic=shipping&from=right-of-withdrawal",
  "/en/orders",
  "/sv/cases",
  "/sv/sign-in",
  "/en/articles/no-such-article",
]) {
  test(`${path.slice(0, 60)} is not wider than 320 px`, async ({ page, expected }) => {
    expected.add(/response 404: .*no-such-article/, /console error: Failed to load resource.*404/);
    await page.goto(path);
    await running(page);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator(".load-state--waiting")).toHaveCount(0);
    expect(await overflowing(page)).toEqual([]);
  });
}

test("suggestions and their field fit, however long the words are", async ({ page }) => {
  await page.goto("/sv");
  await running(page);
  await page.getByRole("combobox", { name: "Sök i hjälpcentret" }).fill("återbetalning");
  await expect(page.getByRole("option").first()).toBeVisible();
  expect(await overflowing(page)).toEqual([]);
});

// The backend speaks another version of the contract than the app, or where it is cannot be read.
import type { Page } from "@playwright/test";

import { change } from "./fixtures/answers.ts";
import { aged, idle } from "./fixtures/site.ts";
import { expect, running, test } from "./fixtures/svar.ts";

const META = /\/api\/v1\/meta$/;
const STRIP = "We are updating what is behind these pages.";

/** The backend has moved on since the page was made. */
async function speaking(page: Page, version: string, path: string): Promise<void> {
  await change(page, META, (meta) => ({ ...meta, contract_version: version }));
  await aged(page, 10);
  // Validated, it would be the same as before.
  await page.route(META, (route) => {
    const headers = { ...route.request().headers() };
    delete headers["if-none-match"];
    return route.fallback({ headers });
  });
  await page.goto(path);
  await running(page);
  await idle(page);
}

for (const path of ["/en/orders", "/en/ask", "/en/cases", "/en/sign-in", "/en/account"]) {
  test(`${path} in front of another version says so and offers a way on`, async ({ page, axe }) => {
    await speaking(page, "2.0", path);
    await expect(page.getByRole("heading", { level: 1, name: "This page is being updated" })).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: "All articles" })).toBeVisible();
    await axe(page);
    await page.unrouteAll({ behavior: "wait" });
    await page.getByRole("button", { name: "Try again" }).click();
    await running(page);
    await expect(page.getByRole("heading", { level: 1, name: "This page is being updated" })).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`${path}$`));
  });
}

test("an article in front of another version can be read, and a line says why other things fail", async ({ page, axe }) => {
  await speaking(page, "2.0", "/en/articles/track-your-parcel");
  await expect(page.getByRole("region", { name: "Notices" }).getByText(STRIP)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Track your parcel" })).toBeVisible();
  await axe(page);
});

test("a version that has only grown changes nothing", async ({ page }) => {
  await speaking(page, "1.9", "/en/articles/track-your-parcel");
  await expect(page.getByRole("heading", { level: 1, name: "Track your parcel" })).toBeVisible();
  await expect(page.getByText(STRIP)).toHaveCount(0);
});

// Addresses that lead nowhere, and those that lead elsewhere now.
import { expect, running, test } from "./fixtures/svar.ts";
import { ChangedSite } from "./fixtures/site.ts";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const NOWHERE: Record<string, { path: string; status: number }> = {
  "an unknown article": { path: "/en/articles/no-such-article", status: 200 },
  "an unknown category": { path: "/en/categories/no-such-shelf", status: 200 },
  "an article that is no slug": { path: "/en/articles/%3Cb%3E%22%F0%9F%A6%94", status: 200 },
  "an unknown page": { path: "/en/nothing-here", status: 404 },
  "an unknown language": { path: "/xx", status: 404 },
  "an article in an unknown language": { path: "/xx/articles/track-your-parcel", status: 404 },
  "an address too deep": { path: "/en/articles/track-your-parcel/more", status: 404 },
  "an address of another program": { path: "/wp-admin", status: 404 },
};

for (const [name, { path, status }] of Object.entries(NOWHERE)) {
  test(`${name} is named as not found, with ways on`, async ({ page, expected, axe }) => {
    expected.add(/^response 404: /, /^console error: Failed to load resource.*404/);
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(status);
    await running(page);
    const main = page.getByRole("main");
    await expect(main.getByRole("heading", { level: 1, name: "We could not find this page" })).toBeVisible();
    await expect(main.getByText("It may have moved, or the address may have a slip in it.")).toBeVisible();
    await expect(page).toHaveTitle("We could not find this page · Svar");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");
    await expect(main.getByRole("link", { name: "All articles" })).toHaveAttribute("href", "/en/articles");
    await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
    await axe(page);
    await main.getByRole("link", { name: "Go to the help centre" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "How can we help?" })).toBeVisible();
    await expect(page).toHaveURL(/\/en$/);
  });
}

test("from an address that leads nowhere one can search", async ({ page, expected }) => {
  expected.add(/^response 404: /, /^console error: Failed to load resource.*404/);
  await page.goto("/en/nothing-here");
  await running(page);
  const field = page.getByRole("combobox", { name: "Search the help centre" });
  await field.fill("parcel");
  await field.press("Enter");
  await expect(page).toHaveURL(/\/en\/search\?q=parcel$/);
  await expect(page.getByRole("heading", { level: 2, name: "Track your parcel" })).toBeVisible();
});

test("an unknown article says so in the language of its address", async ({ page, expected, axe }) => {
  expected.add(/^response 404: /, /^console error: Failed to load resource.*404/);
  await page.goto("/sv/articles/finns-inte");
  await running(page);
  await expect(page.getByRole("heading", { level: 1, name: "Vi hittade inte sidan" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  await expect(page.getByRole("main").getByRole("link", { name: "Till hjälpcentret" })).toHaveAttribute("href", "/sv");
  await axe(page);
});

test.describe("a visitor whose browser asks for Swedish", () => {
  test.use({ locale: "sv-SE" });

  test("reads in Swedish that a language is unknown", async ({ page, expected, axe }) => {
    expected.add(/^response 404: /, /^console error: Failed to load resource.*404/);
    await page.goto("/xx/articles");
    await running(page);
    await expect(page.getByRole("heading", { level: 1, name: "Vi hittade inte sidan" })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "sv");
    await axe(page);
  });
});

test("files that are not there, and addresses that are no page, are plainly 404", async ({ request }) => {
  for (const path of ["/svar-0000000000000000.js", "/wp-admin.php", "/en/picture.png", "/.git/config", "/en/%00"]) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(404);
    expect(await answer.text(), path).toBe("");
    expect(answer.headers()["x-content-type-options"], path).toBe("nosniff");
  }
});

test("a cursor that is none is refused as a problem, with its place", async ({ request }) => {
  for (const cursor of ["nonsense", "%00", "-1", "'%20OR%201=1", "a".repeat(2_000)]) {
    const answer = await request.get(`/api/v1/help/articles?locale=en&cursor=${cursor}`);
    expect(answer.status(), cursor).toBe(400);
    expect(answer.headers()["content-type"]).toContain("application/problem+json");
    expect(await answer.json()).toMatchObject({ code: "cursor_invalid", status: 400 });
  }
});

test("what is wrong with a request to the API is a problem, and never a 500", async ({ request }) => {
  const cases: [string, number, string][] = [
    ["/api/v1/help/articles/no-such-article?locale=en", 404, "not_found"],
    ["/api/v1/nothing", 404, "not_found"],
    ["/api/v1/help/search?locale=en&q=", 422, "query_invalid"],
    [`/api/v1/help/search?locale=en&q=${"a".repeat(201)}`, 422, "query_invalid"],
  ];
  for (const [path, status, code] of cases) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(status);
    expect(answer.headers()["content-type"], path).toContain("application/problem+json");
    expect(await answer.json(), path).toMatchObject({ code, status });
  }
});

test("an article that has moved is read at its new address, and Back skips the old one", async ({ page, axe }) => {
  const site = new ChangedSite((content) =>
    writeFileSync(join(content, "moved.toml"), '"where-is-my-parcel" = "track-your-parcel"\n'),
  );
  await site.open("as built");
  await page.goto(site.at("/en"));
  await running(page);
  await page.goto(site.at("/en/articles/where-is-my-parcel"));
  await expect(page).toHaveURL(site.at("/en/articles/track-your-parcel"));
  await expect(page.getByRole("heading", { level: 1, name: "Track your parcel" })).toBeVisible();
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", /\/en\/articles\/track-your-parcel$/);
  await axe(page);
  await page.goBack();
  await expect(page).toHaveURL(site.at("/en"));
  await expect(page.getByRole("heading", { level: 1, name: "How can we help?" })).toBeVisible();
  await site.dispose();
});

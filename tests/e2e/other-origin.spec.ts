// `cargo xtask build --api URL --site URL`: the pages on one origin, the backend they ask on another.
import { Backend } from "./fixtures/backend.ts";
import { SplitSite } from "./fixtures/site.ts";
import { expect, running, test as base } from "./fixtures/svar.ts";

const test = base.extend<object, { split: SplitSite }>({
  split: [
    async ({}, use) => {
      const split = new SplitSite();
      await split.open();
      await use(split);
      await split.dispose();
    },
    { scope: "worker" },
  ],
});

test("home, search, article and an answer: all that is asked goes to the backend's origin, and the policy lets it", async ({ page, split }) => {
  const asked: URL[] = [];
  const strangers: string[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.pathname.startsWith("/api/")) asked.push(url);
    else if (url.origin !== split.url) strangers.push(request.url());
  });
  const home = await page.goto(`${split.url}/en`);
  expect(home?.headers()["content-security-policy"]).toContain(`connect-src 'self' ${split.api};`);
  await running(page);
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", `${split.url}/en`);

  const field = page.getByRole("combobox", { name: "Search the help centre" });
  await field.pressSequentially("counterfeit");
  await expect(page.getByRole("option").first()).toBeVisible();
  await field.press("Enter");
  await expect(page).toHaveURL(`${split.url}/en/search?q=counterfeit`);
  await expect(page.getByRole("status")).toHaveText(/^\d+ articles for “counterfeit”$/);

  const hit = page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link").first();
  const title = (await hit.textContent()) ?? "";
  await hit.click();
  await expect(page.getByRole("heading", { level: 1, name: title, exact: true })).toBeFocused();
  const arrives = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Yes, it helped" }).click();
  expect((await arrives).status()).toBe(204);
  await expect(page.getByText("Thank you. It is good to know that this page helps.")).toBeVisible();

  const resources = asked.map((url) => url.pathname.split("/").slice(4).join("/").replace(/(articles\/)[^/]+/, "$1…"));
  expect(resources).toEqual(expect.arrayContaining(["search", "articles/…", "articles/…/feedback"]));
  expect([...new Set(asked.map((url) => url.origin))]).toEqual([split.api]);
  expect(strangers, "nobody else is asked").toEqual([]);
});

test("the pages and the files for robots name the site, and not the backend", async ({ request, split }) => {
  for (const path of ["/sitemap.xml", "/robots.txt", "/en/articles/ship-an-order"]) {
    const text = await (await request.get(split.url + path)).text();
    expect(text, path).toContain(`${split.url}/`);
    expect(text, path).not.toContain(split.api);
  }
});

test("the policy lets the app ask these two origins and no third", async ({ page, split, backend, expected }) => {
  expected.add(/^policy: connect-src blocked/, /^console error: .*Content Security Policy/);
  await page.goto(`${split.url}/en`);
  await running(page);
  const read = (origin: string) => page.evaluate((at) => fetch(`${at}/api/v1/meta`).then((answer) => answer.status, () => "refused"), origin);
  expect([await read(split.url), await read(split.api), await read(backend.url)]).toEqual([200, 200, "refused"]);
});

test("where the backend is says a small file that is read at each start, and only where it is elsewhere", async ({ page, request, split, backend }) => {
  const read: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/backend.json")) read.push(new URL(request.url()).origin);
  });
  await page.goto(`${backend.url}/en`);
  await running(page);
  expect(read, "pages of the backend's own origin").toEqual([]);
  await page.goto(`${split.url}/en`);
  await running(page);
  expect([...new Set(read)], "pages of another").toEqual([split.url]);
  const file = await request.get(`${split.url}/backend.json`);
  expect([file.headers()["cache-control"], await file.json()]).toEqual(["no-cache", { api: split.api, session: "cookie" }]);
});

test("without that file the pages can be read, and say that the rest cannot be reached", async ({ page, split, expected, axe }) => {
  expected.add(/^response 404: .*\/backend\.json$/, /^console error: Failed to load resource.*\/backend\.json/, /^console warning: .*preload/);
  await page.route("**/backend.json", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto(`${split.url}/en/articles/ship-an-order`);
  await expect(page.getByRole("status").filter({ hasText: "We cannot be reached right now." })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await axe(page);
  await page.unroute("**/backend.json");
  await page.getByRole("button", { name: "Load this page again" }).click();
  await running(page);
});

test("a backend that moves takes the built pages along, without a build", async ({ page }) => {
  // Of its own: the other journeys go on with the one that they know.
  const site = new SplitSite();
  await site.open();
  const moved = new Backend(["--origin", site.url]);
  await moved.start();
  await site.point(moved.url);
  const asked = new Set<string>();
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.pathname.startsWith("/api/")) asked.add(url.origin);
  });
  const home = await page.goto(`${site.url}/en`);
  expect(home?.headers()["content-security-policy"]).toContain(`connect-src 'self' ${moved.url};`);
  await running(page);
  await page.getByRole("combobox", { name: "Search the help centre" }).pressSequentially("parcel");
  await expect(page.getByRole("option").first()).toBeVisible();
  expect([...asked]).toEqual([moved.url]);
  await site.dispose();
  await moved.dispose();
});

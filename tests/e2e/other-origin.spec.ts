// `cargo xtask build --api URL --site URL`: the pages on one origin, the backend they ask on another.
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
    expect(text.replace(/<script type="application\/json" id="svar-assets">.*?<\/script>/, ""), path).not.toContain(split.api);
  }
});

test("the policy lets the app ask these two origins and no third", async ({ page, split, backend, expected }) => {
  expected.add(/^policy: connect-src blocked/, /^console error: .*Content Security Policy/);
  await page.goto(`${split.url}/en`);
  await running(page);
  const read = (origin: string) => page.evaluate((at) => fetch(`${at}/api/v1/meta`).then((answer) => answer.status, () => "refused"), origin);
  expect([await read(split.url), await read(split.api), await read(backend.url)]).toEqual([200, 200, "refused"]);
});

// Words first, WebAssembly second: the app takes over what is on the screen, and nobody notices.
import type { Page } from "@playwright/test";

import { aged, idle } from "./fixtures/site.ts";
import { expect, running, test } from "./fixtures/svar.ts";

const WASM = /\.wasm$/;
const PAGES: [path: string, title: string, words: string][] = [
  ["/en", "How can we help?", "Look it up here, or ask us in your own words."],
  ["/en/categories/selling", "Selling and getting paid", "Shipping in time, payouts, and answering a buyer who has a problem."],
  ["/en/articles/ship-an-order", "Ship an order", "Lay them all out and compare each one with your description."],
  ["/en/articles", "All articles", "Everything in the help centre, by subject."],
  ["/sv", "Hur kan vi hjälpa dig?", "Slå upp det här, eller fråga oss med egna ord."],
  ["/sv/categories/selling", "Sälja och få betalt", "Skicka i tid, utbetalningar och hur du svarar en köpare som har ett problem."],
  ["/sv/articles/ship-an-order", "Skicka en beställning", "Lägg fram alla och jämför vart och ett med din beskrivning."],
  ["/sv/articles", "Alla artiklar", "Allt i hjälpcentret, efter ämne."],
];

/** Keeps WebAssembly away until it is let go. */
async function withhold(page: Page): Promise<() => void> {
  let letGo = () => {};
  const gate = new Promise<void>((done) => (letGo = done));
  await page.route(WASM, async (route) => {
    await gate;
    await route.continue();
  });
  return letGo;
}

/** Addresses of the API that the page asks for. */
function calls(page: Page): string[] {
  const all: string[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    // The library that asks ends every query with an ampersand.
    if (url.pathname.startsWith("/api/")) all.push((url.pathname + url.search).replace(/&$/, ""));
  });
  return all;
}

/** Notes each layout shift from the first moment of the page on. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: PerformanceEntry[] = [];
    const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    Object.assign(window, { observer, shifts });
  });
}

/** What has moved, and by how much. */
async function shifts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Shift = PerformanceEntry & { value: number; sources: { node?: Node }[] };
    const { observer, shifts } = window as unknown as { observer: PerformanceObserver; shifts: Shift[] };
    const moved = ({ value, sources }: Shift) => `${value} ${sources.map(({ node }) => (node as Element | null)?.className ?? node?.textContent)}`;
    return [...shifts, ...(observer.takeRecords() as Shift[])].map(moved);
  });
}

/** Every element of the app with its attributes and own words, in order; what a reader could tell apart. */
async function outline(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("#app *")].map((element) => {
      const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`).sort();
      const words = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.nodeValue);
      return `${element.tagName} ${attributes.join(" ")} ${words.join("")}`;
    }),
  );
}

for (const [path, title, words] of PAGES) {
  test(`${path}: the words are there before the app, and the same elements with the same words after`, async ({ page }) => {
    await aged(page, 0);
    const asked = calls(page);
    const letGo = await withhold(page);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("data-app", "starting");
    const before = await outline(page);
    expect(before.length).toBeGreaterThan(50);
    letGo();
    await running(page);
    await idle(page);
    expect(await outline(page)).toEqual(before);
    expect(asked, "what is embedded is not asked for").toEqual([]);
  });

  for (const [screen, width, height] of [["small", 360, 640], ["large", 1280, 800]] as const) {
    test(`${path}: nothing moves on a ${screen} screen`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await aged(page, 0);
      await watchShifts(page);
      await page.goto(path);
      await running(page);
      await idle(page);
      expect(await shifts(page)).toEqual([]);
    });
  }
}

test("a page that moves would be noticed", async ({ page }) => {
  await watchShifts(page);
  await page.goto("/en");
  await running(page);
  await page.evaluate(() => document.body.prepend(Object.assign(document.createElement("h2"), { textContent: "moved" })));
  await idle(page);
  await expect.poll(async () => (await shifts(page)).length).toBeGreaterThan(0);
});

for (const [locale, label, letters, then] of [
  ["en", "Search the help centre", "ref", "rxef"],
  ["sv", "Sök i hjälpcentret", "pak", "pxak"],
]) {
  test(`${locale}: three letters typed before the app arrives are there afterwards, caret and suggestions too`, async ({ page }) => {
    const letGo = await withhold(page);
    await page.goto(`/${locale}`);
    const field = page.getByRole("combobox", { name: label });
    await field.pressSequentially(letters);
    await field.press("ArrowLeft");
    await field.press("ArrowLeft");
    letGo();
    await running(page);
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(letters);
    expect(await field.evaluate((input: HTMLInputElement) => [input.selectionStart, input.selectionEnd])).toEqual([1, 1]);
    await expect(field).toHaveAttribute("aria-expanded", "true");
    await expect(page.getByRole("option").first()).toBeVisible();
    await page.keyboard.type("x");
    await expect(field).toHaveValue(then);
  });
}

test("letters typed while the app is starting are kept as well", async ({ page }) => {
  const letGo = await withhold(page);
  await page.goto("/en");
  const field = page.getByRole("combobox", { name: "Search the help centre" });
  await field.focus();
  letGo();
  const text = "tracking number";
  await page.keyboard.type(text, { delay: 15 });
  await running(page);
  await expect(field).toHaveValue(text);
  await expect(page.getByRole("option").first()).toBeVisible();
});

test("an opened list of contents stays open, and the page stays where it is", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const letGo = await withhold(page);
  await page.goto("/en/articles/ship-an-order");
  await page.locator("summary", { hasText: "On this page" }).click();
  await page.evaluate(() => scrollTo(0, 700));
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(700);
  letGo();
  await running(page);
  await idle(page);
  expect(await page.evaluate(() => scrollY)).toBe(700);
  await expect(page.locator("details")).toHaveAttribute("open");
});

test("focus on a link stays on it", async ({ page }) => {
  const letGo = await withhold(page);
  await page.goto("/sv/articles/ship-an-order");
  const link = page.getByRole("article").getByRole("link", { name: "När du får betalt" });
  await link.focus();
  letGo();
  await running(page);
  await idle(page);
  await expect(link).toBeFocused();
});

test("a search sent before the app arrives leads to its results", async ({ page }) => {
  const letGo = await withhold(page);
  await page.goto("/en");
  const field = page.getByRole("combobox", { name: "Search the help centre" });
  await field.fill("counterfeit");
  await field.press("Enter");
  await expect(page).toHaveURL("/en/articles?q=counterfeit");
  await expect(page.getByRole("heading", { level: 1, name: "All articles" })).toBeVisible();
  letGo();
  await expect(page).toHaveURL("/en/search?q=counterfeit");
  await expect(page.getByRole("status")).toHaveText(/^\d+ articles for “counterfeit”$/);
});

for (const [path, embedded] of [
  ["/en", ["/api/v1/help/articles?locale=en&limit=6&sort=most_asked", "/api/v1/help/categories?locale=en", "/api/v1/meta"]],
  ["/sv/articles/ship-an-order", ["/api/v1/help/articles/ship-an-order?locale=sv", "/api/v1/meta"]],
] as const) {
  test(`${path}: a page older than five minutes asks once whether it is still right`, async ({ page }) => {
    const letGo = await withhold(page);
    const asked = calls(page);
    const answers: [number, string | undefined][] = [];
    page.on("response", (response) => {
      if (response.url().includes("/api/")) answers.push([response.status(), response.request().headers()["if-none-match"]]);
    });
    await aged(page, 6);
    await page.goto(path);
    expect(asked, "nothing is asked before the app is there").toEqual([]);
    letGo();
    await running(page);
    await expect.poll(() => answers.length).toBeGreaterThanOrEqual(embedded.length);
    await idle(page);
    expect(asked.sort(), "each is asked for once").toEqual([...embedded]);
    for (const [status, validator] of answers) {
      expect(status).toBe(304);
      expect(validator).toMatch(/^"[0-9a-f]{32}"$/);
    }
  });

  test(`${path}: a page four minutes old asks nothing`, async ({ page }) => {
    const asked = calls(page);
    await aged(page, 4);
    await page.goto(path);
    await running(page);
    await idle(page);
    expect(asked).toEqual([]);
  });
}

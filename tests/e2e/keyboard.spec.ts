// The keyboard alone, at 320 px: each stop is seen, nothing traps, and the whole journey can be made.
import type { Page } from "@playwright/test";

import { expect, running, test } from "./fixtures/svar.ts";

test.use({ viewport: { width: 320, height: 640 } });

const LANGUAGES = [
  {
    locale: "en",
    skip: "Skip to the content",
    search: "Search the help centre",
    query: "ship",
    option: "Ship an order",
    contents: "On this page",
    heading: "Pack it well",
    yes: "Yes, it helped",
    thanks: "Thank you. It is good to know that this page helps.",
    door: "Contact us",
    ask: "Ask a question",
    back: "Back to the article",
  },
  {
    locale: "sv",
    skip: "Hoppa till innehållet",
    search: "Sök i hjälpcentret",
    query: "skicka",
    option: "Skicka en beställning",
    contents: "På den här sidan",
    heading: "Packa ordentligt",
    yes: "Ja, det hjälpte",
    thanks: "Tack. Det är bra att veta att sidan hjälper.",
    door: "Kontakta oss",
    ask: "Ställ en fråga",
    back: "Tillbaka till artikeln",
  },
];

interface Stop {
  name: string;
  /** Width in CSS pixels of the ring around it, or around the box it stands in. */
  ring: number;
  isInView: boolean;
  isCovered: boolean;
}

/** Where the keyboard is; `null` when it has left the page. */
async function stop(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const box = element.getBoundingClientRect();
    const ringOf = (at: Element | null, part?: string) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(at ?? document.body, part);
      const isSeen = outlineStyle !== "none" && !/rgba\(.*, 0\)/.test(outlineColor);
      return isSeen ? parseFloat(outlineWidth) : 0;
    };
    // A link that runs over two lines has a hole in the middle of its box.
    const line = element.getClientRects()[0];
    const top = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
    return {
      name: (element.getAttribute("aria-label") ?? element.textContent?.trim()) || element.id,
      // On a card the whole card has the ring.
      ring: Math.max(ringOf(element), ringOf(element, "::after"), ringOf(element.parentElement)),
      isInView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
      isCovered: !(top && (element.contains(top) || top.contains(element))),
    };
  });
}

/** A stop can be seen: a ring of two pixels or more, in the window, with nothing over it. */
function seen(at: Stop | null): void {
  expect(at, "the keyboard is on the page").not.toBeNull();
  expect(at?.ring, `the ring around “${at?.name}”`).toBeGreaterThanOrEqual(2);
  expect(at?.isInView, `“${at?.name}” is in the window`).toBe(true);
  expect(at?.isCovered, `something lies over “${at?.name}”`).toBe(false);
}

/** Presses Tab until the stop of this name, each one on the way being seen. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    const at = await stop(page);
    seen(at);
    if (at?.name === name) return;
  }
  expect(await stop(page), `the keyboard reaches “${name}”`).toMatchObject({ name });
}

async function arrived(page: Page, title: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeFocused();
}

/** Another document: the keyboard begins at its top. */
async function loaded(page: Page, path: string, title: string): Promise<void> {
  await expect(page).toHaveURL(path);
  await running(page);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.locator("body")).toBeFocused();
}

for (const words of LANGUAGES) {
  const { locale } = words;

  test(`${locale}: the first stop leads past the header`, async ({ page }) => {
    await page.goto(`/${locale}/articles/ship-an-order`);
    await running(page);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: words.skip });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    seen(await stop(page));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
    await page.keyboard.press("Tab");
    const isInMain = () => page.evaluate(() => document.querySelector("main")?.contains(document.activeElement));
    expect(await isInMain()).toBe(true);
  });

  test(`${locale}: search, article, contents, feedback and contact by keyboard alone`, async ({ page }) => {
    await page.goto(`/${locale}`);
    await running(page);
    await tabTo(page, "search");
    await page.keyboard.type(words.query);
    await expect(page.getByRole("option", { name: words.option }).first()).toBeVisible();
    const active = page.locator("[role=option][aria-selected=true]");
    for (let presses = 0; presses < 6; presses += 1) {
      await page.keyboard.press("ArrowDown");
      await expect(active).toHaveCount(1);
      await expect(active).toBeInViewport();
      if ((await active.textContent()) === words.option) break;
    }
    await page.keyboard.press("Enter");
    await arrived(page, words.option);

    await tabTo(page, words.contents);
    await page.keyboard.press("Enter");
    await tabTo(page, words.heading);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`/${locale}/articles/ship-an-order#pack`);
    await expect(page.getByRole("heading", { level: 2, name: words.heading })).toBeInViewport();

    await tabTo(page, words.yes);
    const after = () => page.evaluate(() => document.activeElement?.closest("details") === null);
    expect(await after(), "from the heading the keyboard went on, not back to the list").toBe(true);
    await page.keyboard.press("Enter");
    await expect(page.getByText(words.thanks)).toBeVisible();
    await page.keyboard.press("Tab");
    const door = await stop(page);
    seen(door);
    expect(door?.name, "after the answer the keyboard goes on from there").toBe(words.door);
    await page.keyboard.press("Enter");
    await loaded(page, `/${locale}/ask?topic=shipping&from=ship-an-order`, words.ask);
    await expect(page.getByRole("link", { name: words.back })).toBeVisible();
    await tabTo(page, words.back);
    await page.keyboard.press("Enter");
    await loaded(page, `/${locale}/articles/ship-an-order`, words.option);
  });
}

// Each page with a link of what comes last on it. “Ask a question” is prerendered without its query: what it was asked from
// is fetched once the app has taken over, and nothing stands in its place until then.
for (const [path, last] of [
  ["/en", "Contact, cases and your account"],
  ["/en/articles/how-to-contact-us", "External dispute resolution"],
  ["/en/search?q=fee", "What the buyer protection fee is for"],
  ["/sv/categories/problems", "Så avbeställer du en beställning"],
  ["/sv/ask?topic=shipping&from=ship-an-order", "Tillbaka till artikeln"],
]) {
  test(`${path}: Tab visits every link, field and button in order, leaves at the end, and Shift+Tab comes back`, async ({ page }) => {
    await page.goto(path);
    await running(page);
    await expect(page.getByRole("main").getByRole("link", { name: last, exact: true })).toBeVisible();
    const expected = await page.evaluate(() => {
      const all = document.querySelectorAll<HTMLElement>("a[href], button, input, summary, [tabindex='0']");
      return [...all].filter((element) => element.checkVisibility()).map((element) => {
        element.dataset.stop = String(document.querySelectorAll("[data-stop]").length);
        return element.dataset.stop;
      });
    });
    const at = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.stop);
    const forward: (string | undefined)[] = [];
    for (const _ of expected) {
      await page.keyboard.press("Tab");
      seen(await stop(page));
      forward.push(await at());
    }
    expect(forward).toEqual(expected);
    await page.keyboard.press("Tab");
    expect(await at(), "past the last stop the keyboard leaves").not.toBe(expected.at(-1));
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    expect(expected.slice(-2)).toContain(await at());
  });
}

test("the answers of a closed list of suggestions are no stops", async ({ page }) => {
  await page.goto("/en");
  await running(page);
  const field = page.getByRole("combobox", { name: "Search the help centre" });
  await field.fill("parcel");
  await expect(page.getByRole("option").first()).toBeVisible();
  await field.press("Tab");
  await expect(page.getByRole("button", { name: "Search" })).toBeFocused();
  await expect(page.getByRole("listbox")).toHaveCount(0);
});

// Everyone can use it: every page in both languages and themes, narrow and wide, through axe and by measure.
import type { Page } from "@playwright/test";

import { headingLevels, motions, overflow, smallTargets } from "./fixtures/measure.ts";
import { expect, running, test } from "./fixtures/svar.ts";
import { allPages } from "./fixtures/walk.ts";
import { keysShown } from "./fixtures/words.ts";

const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 800 };
/** Statements, and pages of a person's own things: one reads or writes there, and does not search. */
const WITHOUT_SEARCH = /\/(accessibility|privacy|browsers|cases(\/any)?|sign-in(\/help)?|account)$/;
const PRESSABLE = "a[href], button, input, summary, [role=option]";

/** The page, once the app runs and all that it fetches is there. */
async function arrive(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await running(page);
  await expect(page.locator(".load-state--waiting")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
}

for (const language of ["en", "sv"]) {
  test(`axe finds nothing on any page in ${language}, light and dark, narrow and wide`, async ({ page, axe, request }) => {
    test.setTimeout(300_000);
    for (const path of await allPages(request, language)) {
      await page.setViewportSize(WIDE);
      await arrive(page, path);
      for (const size of [WIDE, NARROW]) {
        await page.setViewportSize(size);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          await axe(page);
        }
      }
    }
  });

  test(`every page in ${language} has its landmarks, one title, headings in order, and its language`, async ({ page, request }) => {
    test.setTimeout(120_000);
    for (const path of await allPages(request, language)) {
      await arrive(page, path);
      await expect(page.locator("html"), path).toHaveAttribute("lang", language);
      await expect(page.locator("html"), path).toHaveAttribute("dir", "ltr");
      for (const role of ["banner", "main", "contentinfo"] as const) {
        await expect(page.getByRole(role), `${role} of ${path}`).toHaveCount(1);
      }
      await expect(page.getByRole("search"), `search of ${path}`).toHaveCount(WITHOUT_SEARCH.test(path) ? 0 : 1);
      expect(await keysShown(page), `messages without words on ${path}`).toEqual([]);
      const levels = await headingLevels(page);
      expect(levels[0], `first heading of ${path}`).toBe(1);
      const jumps = levels.filter((level, index) => index > 0 && level > levels[index - 1]! + 1);
      expect(jumps, `headings of ${path} that skip a level: ${levels.join(" ")}`).toEqual([]);
      expect(await page.title(), path).toMatch(/ · Svar$/);
    }
  });

  test(`at 400 % zoom no page in ${language} scrolls sideways, and targets can be hit`, async ({ page, request }) => {
    test.setTimeout(120_000);
    // 1280 by 1024 at 400 %.
    await page.setViewportSize({ width: 320, height: 256 });
    const wrong: string[] = [];
    for (const path of await allPages(request, language)) {
      await arrive(page, path);
      const found = [...(await overflow(page)), ...(await smallTargets(page, PRESSABLE, 24))];
      wrong.push(...found.map((line) => `${path}: ${line}`));
    }
    expect(wrong).toEqual([]);
  });
}

for (const [name, size] of Object.entries({ narrow: NARROW, wide: WIDE })) {
  test(`buttons, fields and the links of the header can be hit in 44 px on a ${name} screen`, async ({ page }) => {
    await page.setViewportSize(size);
    for (const path of ["/en", "/sv", "/en/articles/track-your-parcel", "/sv/search?q=paket", "/en/orders", "/en/sign-in", "/en/ask", "/en/categories/buying"]) {
      await arrive(page, path);
      expect(await smallTargets(page, "button, input, summary, .button, header a, footer a", 44), path).toEqual([]);
      expect(await smallTargets(page, PRESSABLE, 24), path).toEqual([]);
    }
  });
}

for (const scheme of ["light", "dark"] as const) {
  test(`the open list of suggestions passes axe, ${scheme}, and each can be hit in 44 px`, async ({ page, axe }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    for (const size of [WIDE, NARROW]) {
      await page.setViewportSize(size);
      for (const path of ["/en", "/en/articles/track-your-parcel"]) {
        await arrive(page, path);
        await page.getByRole("combobox", { name: "Search the help centre" }).fill("parcel");
        await expect(page.getByRole("listbox", { name: "Suggestions" })).toBeVisible();
        await page.keyboard.press("ArrowDown");
        await expect(page.getByRole("option", { selected: true })).toHaveCount(1);
        await axe(page);
        expect(await overflow(page)).toEqual([]);
        expect(await smallTargets(page, "[role=option]", 44)).toEqual([]);
      }
    }
  });
}

test("a refused search is tied to its field and passes axe", async ({ page, axe }) => {
  await arrive(page, "/en");
  await page.getByRole("button", { name: "Search" }).click();
  const field = page.getByRole("combobox", { name: "Search the help centre" });
  await expect(field).toHaveAccessibleDescription("Type a word or two to search for.");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toBeFocused();
  await axe(page);
});

test("nothing moves for those who asked for less motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const path of ["/en", "/en/articles/how-to-contact-us", "/en/search?q=parcel", "/en/orders", "/en/ask", "/en/sign-in"]) {
    await arrive(page, path);
    expect(await motions(page), path).toEqual([]);
  }
});

test("with forced colours everything to press is edged or underlined, and focus is seen", async ({ page, axe }) => {
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  for (const path of ["/en", "/en/articles/how-to-contact-us", "/en/search?q=parcel"]) {
    await arrive(page, path);
    for (const button of await page.locator("button:visible, .button:visible").all()) {
      await button.focus();
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Tab");
      await expect(button).toBeFocused();
      await expect(button).not.toHaveCSS("outline-style", "none");
      const [text, ground] = await button.evaluate((element) => {
        const style = getComputedStyle(element);
        return [style.color, style.backgroundColor];
      });
      expect(text, "words on a button").not.toBe(ground);
    }
    await expect(page.getByRole("combobox").locator("..")).not.toHaveCSS("border-top-style", "none");
    await axe(page);
  }
});

test("twice the space between letters, words and lines takes nothing from a page", async ({ page }) => {
  await page.setViewportSize(NARROW);
  for (const path of ["/en", "/sv/articles/how-to-contact-us", "/sv/search?q=paket"]) {
    await arrive(page, path);
    // WCAG 2.2, 1.4.12; a sheet made by script, since the policy refuses inline ones.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5; letter-spacing: 0.12em; word-spacing: 0.16em } p { margin-block-end: 2em }");
      document.adoptedStyleSheets = [sheet];
    });
    expect(await overflow(page), path).toEqual([]);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("h1, h2, h3, p, a, button")]
        .filter((element) => getComputedStyle(element).overflow !== "visible" && !element.closest(".visually-hidden"))
        .filter((element) => element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1)
        .filter((element) => element.clientWidth > 1)
        .map((element) => element.outerHTML.slice(0, 90)),
    );
    expect(cut, path).toEqual([]);
  }
});

// One picture of one screen: at a width, in a theme.
import type { Browser, Page } from "@playwright/test";

import { expect, running } from "../fixtures/svar.ts";
import type { Screen } from "./pages.ts";

export interface Variant {
  width: number;
  height: number;
  colorScheme: "light" | "dark";
}

const SIZES = [
  { width: 320, height: 640 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
];

/** Widths on the sheet in pixels, by width of the screen; the narrow one a little larger, so that it can be read. */
export const SHOWN: Record<number, number> = { 320: 240, 768: 400, 1280: 640 };

export const VARIANTS: Variant[] = (["light", "dark"] as const).flatMap((colorScheme) =>
  SIZES.map((size) => ({ ...size, colorScheme })),
);

/** The whole page as PNG. */
export async function picture(browser: Browser, site: string, screen: Screen, variant: Variant): Promise<Buffer> {
  const { width, height, colorScheme } = variant;
  const context = await browser.newContext({
    viewport: { width, height },
    // Drawn as small as it is shown: made smaller afterwards, thin lines would go missing.
    deviceScaleFactor: SHOWN[width]! / width,
    colorScheme,
    reducedMotion: "reduce",
    locale: "en-GB",
    javaScriptEnabled: screen.javaScriptEnabled ?? true,
  });
  const page = await context.newPage();
  await screen.before?.(page, site);
  await page.goto(site + screen.path);
  if (!screen.withoutApp) await running(page);
  await screen.then?.(page, context);
  if (!/waiting/.test(screen.name)) await page.locator(".load-state--waiting").first().waitFor({ state: "detached" });
  await expect.poll(() => undrawn(page)).toBe(0);
  // The skip link stands above the page; scrolled down, it would be in the middle of the picture.
  await page.evaluate(() => scrollTo(0, 0));
  const taken = await page.screenshot({ fullPage: true, caret: "hide", animations: "disabled" });
  await context.close();
  return taken;
}

/** How many pictures of the sprite are still to come. */
function undrawn(page: Page): Promise<number> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll<SVGUseElement>("svg use")].filter((use) => use.closest("svg")!.checkVisibility());
    return shown.filter((use) => use.getBBox().width === 0).length;
  });
}

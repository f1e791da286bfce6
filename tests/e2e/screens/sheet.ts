// Pictures of one screen on one sheet: light above dark, narrow to wide.
import type { Browser } from "@playwright/test";

import type { Screen } from "./pages.ts";
import { SHOWN, VARIANTS } from "./picture.ts";

/** What is longer goes on below the edge. */
const TALLEST = 860;
const QUALITY = 80;

const STYLE = `
  body { margin: 0; padding: 16px; inline-size: max-content; background: #c9c6c0; font: 15px/1.4 sans-serif; color: #222 }
  h1 { margin: 0 0 12px; font-size: 17px }
  .row { display: flex; align-items: flex-start; gap: 14px; margin-block-end: 14px }
  figure { margin: 0 }
  figcaption { margin-block-end: 4px; font-size: 12px }
  .frame { max-block-size: ${TALLEST}px; overflow: hidden; outline: 1px solid #8884 }
  img { display: block }
`;

/** The sheet as WebP. */
export async function sheet(browser: Browser, title: string, pictures: Buffer[]): Promise<Buffer> {
  const figure = (picture: Buffer, index: number) => {
    const { width, colorScheme } = VARIANTS[index]!;
    const source = `data:image/png;base64,${picture.toString("base64")}`;
    const frame = `<div class="frame"><img width="${SHOWN[width]}" src="${source}"></div>`;
    return `<figure><figcaption>${width} px, ${colorScheme}</figcaption>${frame}</figure>`;
  };
  const figures = pictures.map(figure);
  const half = figures.length / 2;
  const rows = [figures.slice(0, half), figures.slice(half)].map((row) => `<div class="row">${row.join("")}</div>`);
  const page = await browser.newPage();
  await page.setContent(`<style>${STYLE}</style><h1>${title}</h1>${rows.join("")}`, { waitUntil: "load" });
  const size = await page.evaluate(() => ({ width: document.body.offsetWidth, height: document.body.offsetHeight }));
  const devtools = await page.context().newCDPSession(page);
  const clip = { x: 0, y: 0, ...size, scale: 1 };
  const options = { format: "webp", quality: QUALITY, captureBeyondViewport: true, clip } as const;
  const { data } = await devtools.send("Page.captureScreenshot", options);
  await page.close();
  return Buffer.from(data, "base64");
}

/** The page that shows all sheets. */
export function listing(screens: Screen[]): string {
  const entry = ({ name, title, path }: Screen) => `## ${title}\n\n\`${path}\`\n\n![${title}](${name}.webp)\n`;
  return [
    "# Contact sheets\n",
    "Every page and face of the built product at 320, 768 and 1280 px, light above dark. What is longer than the sheet goes on below its edge.",
    "They are made by `cargo xtask screens`, which builds the product, starts a backend with the demo marketplace and drives Chromium through `tests/e2e/screens.ts`; the list of screens is `tests/e2e/screens/pages.ts`.",
    "Look at them after every change to `style/`, and commit the new ones with it.\n",
    ...screens.map(entry),
  ].join("\n");
}

// What a visit costs, in bytes as they cross the wire in brotli.
import { get } from "node:http";

import type { Page } from "@playwright/test";

import { aged } from "./fixtures/site.ts";
import { expect, running, test } from "./fixtures/svar.ts";
import { publicPages } from "./fixtures/walk.ts";

const READABLE = 25_000;
const FIRST_VISIT = 230_000;
/** The same for those who begin by asking: forms, orders, cases and calls cost more than reading (decision 0009). */
const FIRST_QUESTION = 465_000;
/** What the backend is asked at the start of such a visit, and answers before there is anybody. */
const WHO_IS_IT = "/api/v1/session";
/** What the backend is asked for, and answers as it is: nothing here is worth compressing. */
const ANSWERS: Record<string, object> = { [WHO_IS_IT]: { status: 401 }, "/api/v1/recent-objects": { status: 200 } };
/** The browser draws its tab with it whenever it likes. */
const ICON = "/favicon.svg";

/** Pages that no sitemap lists. */
const ASIDE = ["/search", "/orders", "/orders/order-20418", "/cases", "/sign-in", "/sign-in/help", "/account", "/ask/describe"];

interface Answer {
  bytes: number;
  encoding: string;
  status: number;
}

/** Asks as a browser does and counts what comes, without unpacking it. */
function wire(url: string): Promise<Answer> {
  return new Promise((done, failed) => {
    get(url, { headers: { "accept-encoding": "gzip, deflate, br" } }, (response) => {
      let bytes = 0;
      response.on("data", (part: Buffer) => (bytes += part.length));
      response.on("error", failed);
      response.on("end", () =>
        done({ bytes, encoding: response.headers["content-encoding"] ?? "none", status: response.statusCode! }),
      );
    }).on("error", failed);
  });
}

/** Paths that a page asks for from now on. */
function requests(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const path = new URL(request.url()).pathname;
    if (path !== ICON) asked.push(path);
  });
  return asked;
}

/** The style sheets that a page shows. */
const sheets = (html: string) => [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href!);

const withoutHash = (path: string) => path.replace(/-[0-9a-f]{16}(?=\.)/, "");

function table(title: string, rows: [string, number][], limit: number): void {
  const line = (name: string, bytes: number) => `${name.padEnd(48)}${bytes.toLocaleString("en").padStart(10)}`;
  console.log([title, ...rows.map(([name, bytes]) => line(name, bytes)), line("allowed", limit)].join("\n"));
}

/** What all that was asked for weighs, each once, with the icon of the tab; printed as a table. */
async function together(title: string, site: string, asked: string[], limit: number): Promise<number> {
  const sizes: [string, number][] = [];
  for (const name of new Set([...asked, ICON])) {
    const file = await wire(site + name);
    expect(file, name).toMatchObject(ANSWERS[name] ?? { encoding: "br", status: 200 });
    sizes.push([withoutHash(name), file.bytes]);
  }
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  table(title, [...sizes, ["together", total]], limit);
  return total;
}

test("every page can be read after at most 25,000 bytes of HTML and CSS", async ({ request, backend }) => {
  const sizes: [string, number][] = [];
  const home = await (await request.get("/en")).text();
  expect(sheets(home)).toHaveLength(1);
  for (const language of ["en", "sv"]) {
    for (const path of [...(await publicPages(request, language)), ...ASIDE.map((below) => `/${language}${below}`)]) {
      const css = sheets(await (await request.get(path)).text());
      // Pages that need to know who asks show a second one.
      expect(css, path).toHaveLength(/^\/..\/(ask|orders|cases|sign-in|account)/.test(path) ? 2 : 1);
      let together = 0;
      for (const name of [path, ...css]) {
        const file = await wire(backend.url + name);
        expect(file, name).toMatchObject({ encoding: "br", status: 200 });
        together += file.bytes;
      }
      sizes.push([path, together]);
    }
  }
  sizes.sort(([, one], [, other]) => other - one);
  table("HTML and CSS of a page, the largest first", sizes.slice(0, 8), READABLE);
  expect(sizes.filter(([, bytes]) => bytes > READABLE)).toEqual([]);
});

for (const path of ["/en", "/sv"]) {
  test(`everything of a first visit to ${path} is at most 230,000 bytes, and nothing is asked for afterwards`, async ({ page, backend }) => {
    const asked = requests(page);
    // Pages older than five minutes ask for news of their data; this one is fresh.
    await aged(page, 0);
    await page.goto(path);
    await running(page);
    await page.waitForLoadState("networkidle");
    const language = path.slice(1);
    const files = ["/boot.js", "/icons.svg", "/svar.css", "/svar.js", "/svar.wasm", `/words-${language}.ftl`, path];
    expect([...new Set(asked)].map(withoutHash).sort()).toEqual(files.sort());
    expect(await together(`A first visit to ${path}`, backend.url, asked, FIRST_VISIT)).toBeLessThanOrEqual(FIRST_VISIT);
  });

  test(`everything of a first visit to ${path}/ask is at most 465,000 bytes, and it asks once who is there`, async ({ page, backend }) => {
    const asked = requests(page);
    await aged(page, 0);
    await page.goto(`${path}/ask`);
    await running(page);
    await page.waitForLoadState("networkidle");
    const words = `/account-words-${path.slice(1)}.ftl`;
    const files = ["/account.css", "/account.js", "/account.wasm", "/boot.js", "/icons.svg", "/svar.css", words, `${path}/ask`];
    expect([...new Set(asked)].map(withoutHash).sort()).toEqual([...files, ...Object.keys(ANSWERS)].sort());
    expect(asked.filter((name) => name === WHO_IS_IT), "who it is").toHaveLength(1);
    const total = await together(`A first visit to ${path}/ask`, backend.url, asked, FIRST_QUESTION);
    expect(total).toBeLessThanOrEqual(FIRST_QUESTION);
  });
}

test("another page of the same visit costs its data alone", async ({ page }) => {
  await aged(page, 0);
  await page.goto("/en");
  await running(page);
  await page.waitForLoadState("networkidle");
  const asked = requests(page);
  await page.getByRole("main").getByRole("link", { name: "Track your parcel" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Track your parcel" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual(["/api/v1/help/articles/track-your-parcel"]);
});

test("a second visit fetches none of the app's files again, since they never change", async ({ page, context }) => {
  await page.goto("/en");
  await running(page);
  await page.waitForLoadState("networkidle");
  const later = await context.newPage();
  const overTheWire: string[] = [];
  const devtools = await context.newCDPSession(later);
  await devtools.send("Network.enable");
  devtools.on("Network.responseReceived", ({ response }) => {
    if (!response.fromDiskCache) overTheWire.push(withoutHash(new URL(response.url).pathname));
  });
  await later.goto("/en/privacy");
  await running(later);
  await later.waitForLoadState("networkidle");
  const hashed = ["/boot.js", "/svar.css", "/svar.js", "/svar.wasm", "/words-en.ftl"];
  expect(overTheWire).toContain("/en/privacy");
  expect(overTheWire.filter((name) => hashed.includes(name))).toEqual([]);
});

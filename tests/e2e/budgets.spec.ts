// What a visit costs, in bytes as they cross the wire in brotli.
import { get } from "node:http";

import type { Page } from "@playwright/test";

import { aged } from "./fixtures/site.ts";
import { expect, running, test } from "./fixtures/svar.ts";
import { publicPages } from "./fixtures/walk.ts";

const READABLE = 25_000;
const FIRST_VISIT = 230_000;
/** The browser draws its tab with it whenever it likes. */
const ICON = "/favicon.svg";

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

const withoutHash = (path: string) => path.replace(/-[0-9a-f]{16}(?=\.)/, "");

function table(title: string, rows: [string, number][], limit: number): void {
  const line = (name: string, bytes: number) => `${name.padEnd(48)}${bytes.toLocaleString("en").padStart(10)}`;
  console.log([title, ...rows.map(([name, bytes]) => line(name, bytes)), line("allowed", limit)].join("\n"));
}

test("every page can be read after at most 25,000 bytes of HTML and CSS", async ({ request, backend }) => {
  const sizes: [string, number][] = [];
  const home = await (await request.get("/en")).text();
  const sheets = [...home.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href!);
  expect(sheets).toHaveLength(1);
  const css = await wire(backend.url + sheets[0]);
  expect(css).toMatchObject({ encoding: "br", status: 200 });
  for (const language of ["en", "sv"]) {
    for (const path of [...(await publicPages(request, language)), `/${language}/search`, `/${language}/orders`]) {
      const page = await wire(backend.url + path);
      expect(page, path).toMatchObject({ encoding: "br", status: 200 });
      sizes.push([path, page.bytes + css.bytes]);
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
    const sizes: [string, number][] = [];
    for (const name of new Set([...asked, ICON])) {
      const file = await wire(backend.url + name);
      expect(file, name).toMatchObject({ encoding: "br", status: 200 });
      sizes.push([withoutHash(name), file.bytes]);
    }
    const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
    table(`A first visit to ${path}`, [...sizes, ["together", total]], FIRST_VISIT);
    expect(total).toBeLessThanOrEqual(FIRST_VISIT);
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

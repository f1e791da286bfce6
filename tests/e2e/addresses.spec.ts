// The help centre and the order page are the doors: no address of support is anywhere, in what is built, shown or sent.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import type { Page } from "@playwright/test";

import { arrived, readyToSend, sendButton, signIn, test } from "./fixtures/asking.ts";
import { content, dist, project } from "./fixtures/backend.ts";
import { atDesk, openCase } from "./fixtures/desk.ts";
import { expect, running } from "./fixtures/svar.ts";
import { allPages } from "./fixtures/walk.ts";

/** An e-mail address, wherever it stands. */
const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;
const PACKED = /\.(br|gz|woff2|png|ico)$/;

/** Addresses and doors for mail in a text. */
function doors(text: string): string[] {
  return [...(text.match(ADDRESS) ?? []), ...(text.match(/mailto:/gi) ?? [])];
}

/** Kinds of links that the router leaves to the browser, as they stand in the WebAssembly; a link they are not. */
const SCHEMES = "tel:mailto:://";

/** Files under a folder that hold text or code; their packed copies hold the same. */
function files(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
  return names.filter((name) => statSync(name).isFile() && !PACKED.test(name));
}

for (const [name, folder] of [["what is built", dist], ["the content", content], ["the words", join(project, "locales")]] as const) {
  test(`${name} holds no address of support and no mailto:`, () => {
    const all = files(folder);
    expect(all.length).toBeGreaterThan(5);
    const found = all.flatMap((file) => doors(readFileSync(file, "latin1").replace(SCHEMES, "")).map((door) => `${file}: ${door}`));
    expect(found).toEqual([]);
  });
}

/** What a page shows, and everything that its elements say; but for the person's own address, half hidden. */
async function shown(page: Page): Promise<string> {
  const all = await page.evaluate(() => document.documentElement.outerHTML);
  return all.replaceAll("a…a@example.com", "");
}

for (const language of ["en", "sv"]) {
  test(`no page in ${language} shows one, to a visitor or to a person`, async ({ page, request }) => {
    test.setTimeout(120_000);
    const look = async (path: string) => {
      await page.goto(path);
      await running(page);
      await expect(page.locator(".load-state--waiting")).toHaveCount(0);
      expect(doors(await shown(page)), path).toEqual([]);
    };
    for (const path of await allPages(request, language)) await look(path);
    await signIn(page);
    for (const path of ["/ask", "/account", "/orders", "/orders/order-20418", "/cases"]) await look(`/${language}${path}`);
  });
}

test("no step of asking, no case and no mail shows one, and the desk only the person's", async ({ page, browser, baseURL }) => {
  await readyToSend(page, "When was it delivered, and where do I write to?");
  expect(doors(await shown(page))).toEqual([]);
  await sendButton(page).click();
  const number = await arrived(page);
  expect(doors(await shown(page))).toEqual([]);
  await page.getByRole("link", { name: "Go to your case" }).click();
  await expect(page.getByRole("textbox", { name: "Your reply" })).toBeVisible();
  expect(doors(await shown(page))).toEqual([]);
  const desk = await (await browser.newContext({ baseURL })).newPage();
  await atDesk(desk);
  await openCase(desk, number);
  expect(doors(await shown(desk))).toEqual([]);
  await desk.goto("/desk/mails");
  expect([...new Set(doors(await shown(desk)))], "whom mails go to").toEqual(["anna@example.com"]);
  for (const mail of await desk.locator("pre").allTextContents()) expect(doors(mail)).toEqual([]);
});

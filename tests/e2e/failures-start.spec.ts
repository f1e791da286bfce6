// The app cannot start: what each cause says in words, what still works, and the way back.
import type { Page } from "@playwright/test";

import { expect, running, test } from "./fixtures/svar.ts";

const WASM = /\/svar-[0-9a-f]{16}\.wasm$/;
const MODULE = /\/svar-[0-9a-f]{16}\.js$/;
const WORDS = /\/words-[a-z]+-[0-9a-f]{16}\.ftl$/;
const BOOT = /\/boot-[0-9a-f]{16}\.js$/;
const NOT_STARTED = /^console warning: The app did not start; the page can still be read\./;
/** The browser's own lines on a file that is gone, and on what was fetched early for an app that did not start. */
const GONE = [NOT_STARTED, /^response 404: /, /^console error: Failed to load resource.*404/, /^console warning: .*preload/];
const CUT_OFF = [NOT_STARTED, /^request failed: /, /^console error: Failed to load resource/, /^console warning: .*preload/];

const BLOCKED = "Search and forms could not start in this browser. You can still read everything here.";
/** Where nothing stands but what the app makes. */
const BLOCKED_HERE = "This page could not start in this browser. You can still read all articles.";
const OUTDATED = "This page has been updated since you opened it. Load it again to use search and forms.";
const OFFLINE = "You are offline. You can go on reading this page; search starts once you are back online.";

const notice = (page: Page, words: string) => page.getByRole("status").filter({ hasText: words });

async function loadAgain(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Load this page again" }).click();
  await running(page);
  await expect(page.getByRole("button", { name: "Load this page again" })).toBeHidden();
}

const FILES = { "WebAssembly": WASM, "module": MODULE, "words": WORDS };
for (const [name, file] of Object.entries(FILES)) {
  test(`a tab whose ${name} a deployment took away says so, can be read, and loads again`, async ({ page, expected, axe }) => {
    expected.add(...GONE);
    await page.route(file, (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto("/en/articles/track-your-parcel");
    await expect(notice(page, OUTDATED)).toBeVisible();
    await expect(notice(page, BLOCKED)).toBeHidden();
    await expect(page.getByRole("heading", { level: 1, name: "Track your parcel" })).toBeVisible();
    await axe(page);
    await page.unroute(file);
    await loadAgain(page);
  });
}

test("a browser without WebAssembly is told so in its language, and can read and search the list", async ({ page, expected, axe }) => {
  expected.add(NOT_STARTED);
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await page.goto("/en/articles/track-your-parcel");
  await expect(notice(page, BLOCKED)).toBeVisible();
  await expect(page.getByRole("button", { name: "Load this page again" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Yes, it helped" }), "an answer cannot be sent").toBeHidden();
  await axe(page);
  await page.getByRole("combobox", { name: "Search the help centre" }).fill("parcel");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "All articles" })).toBeVisible();
  await page.goto("/sv");
  await expect(notice(page, "Sökning och formulär kunde inte starta i den här webbläsaren.")).toBeVisible();
});

test("WebAssembly that the browser refuses to compile is a browser in which the app cannot start", async ({ page, expected }) => {
  expected.add(NOT_STARTED, /^console warning: .*(preload|WebAssembly)/);
  await page.route(WASM, async (route) => {
    const body = route.request().method() === "HEAD" ? "" : "no WebAssembly";
    await route.fulfill({ status: 200, contentType: "application/wasm", body });
  });
  await page.goto("/en");
  await expect(notice(page, BLOCKED)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "How can we help?" })).toBeVisible();
});

test("who goes offline before the app starts is told so, and it starts once they are back", async ({ page, context, expected, axe }) => {
  expected.add(...CUT_OFF);
  await page.route(BOOT, async (route) => {
    const answer = await route.fetch();
    await context.setOffline(true);
    await route.fulfill({ response: answer });
  });
  await page.goto("/en/articles/track-your-parcel");
  await expect(notice(page, OFFLINE)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Track your parcel" })).toBeVisible();
  await axe(page);
  await page.unroute(BOOT);
  await context.setOffline(false);
  await loadAgain(page);
});

test("who goes offline before the words arrive is told so", async ({ page, context, expected }) => {
  expected.add(...CUT_OFF);
  await page.route(WORDS, async (route) => {
    await context.setOffline(true);
    await route.abort("internetdisconnected");
  });
  await page.goto("/sv");
  await expect(notice(page, "Du är offline. Du kan läsa vidare på sidan")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Hur kan vi hjälpa dig?" })).toBeVisible();
});

test("an address without words of its own says why it is empty when the app cannot start", async ({ page, expected }) => {
  expected.add(NOT_STARTED, /^response 404: .*\/en\/nothing-here$/, /^console error: Failed to load resource.*\/en\/nothing-here/);
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await page.goto("/en/nothing-here");
  await expect(notice(page, BLOCKED_HERE)).toBeVisible();
  await expect(page.getByRole("link", { name: "All articles" }), "a way out").toBeVisible();
});

const ACCOUNT_WASM = /\/account-[0-9a-f]{16}\.wasm$/;
const FILES_OF_ACCOUNT = {
  "WebAssembly": ACCOUNT_WASM,
  "module": /\/account-[0-9a-f]{16}\.js$/,
  "words": /\/account-words-[a-z]+-[0-9a-f]{16}\.ftl$/,
};
for (const [name, file] of Object.entries(FILES_OF_ACCOUNT)) {
  test(`orders whose ${name} a deployment took away say so, and load again`, async ({ page, expected, axe }) => {
    expected.add(...GONE);
    await page.route(file, (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto("/en/orders");
    await expect(notice(page, OUTDATED)).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: "Orders" })).toBeVisible();
    await axe(page);
    await page.unroute(file);
    await loadAgain(page);
    await expect(page.getByRole("heading", { level: 1, name: "Sign in to see your orders" })).toBeVisible();
  });
}

for (const [path, title] of [["/en/orders", "Orders"], ["/en/cases", "Your cases"], ["/en/sign-in", "Sign in"]] as const) {
  test(`${path} that cannot start says so, waits for nothing and takes no password`, async ({ page, expected, axe }) => {
    expected.add(NOT_STARTED);
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
    await page.goto(path);
    await expect(notice(page, BLOCKED_HERE)).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.locator(".load-state--waiting:visible")).toHaveCount(0);
    await expect(page.getByLabel("Password", { exact: true })).toBeHidden();
    await axe(page);
  });
}

test("who goes offline before their cases start is told that this page needs a connection", async ({ page, context, expected }) => {
  expected.add(...CUT_OFF);
  await page.route(ACCOUNT_WASM, async (route) => {
    await context.setOffline(true);
    await route.abort("internetdisconnected");
  });
  await page.goto("/sv/cases");
  await expect(notice(page, "Du är offline. Den här sidan behöver en uppkoppling")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Dina ärenden" })).toBeVisible();
});

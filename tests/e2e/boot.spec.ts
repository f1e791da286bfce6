// The app does not start: the page says why, stays readable, and offers what helps.
import { expect, running, test } from "./fixtures/svar.ts";

const WASM = /\/svar-[0-9a-f]{16}\.wasm$/;
const MODULE = /\/svar-[0-9a-f]{16}\.js$/;
const NOTICES = ["#svar-blocked", "#svar-outdated", "#svar-offline"];

test("without WebAssembly the page says so and stays readable", async ({ page, expected, axe }) => {
  expected.add(/console warning: The app did not start/);
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await page.goto("/en");
  await expect(page.locator("html")).toHaveAttribute("data-app", "failed");
  await expect(page.locator("#svar-blocked")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await axe(page);
});

for (const [name, file] of [["WebAssembly", WASM], ["module", MODULE]] as const) {
  test(`a tab from before a deployment whose ${name} is gone offers a reload that helps`, async ({ page, expected }) => {
    expected.add(/console warning: The app did not start/, /response 404/, /console error: Failed to load resource.*404/);
    expected.add(/console warning: .*preload/);
    await page.route(file, (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto("/en");
    await expect(page.locator("#svar-outdated")).toBeVisible();
    await page.unroute(file);
    await page.locator("#svar-outdated [data-reload]").click();
    await running(page);
    for (const notice of NOTICES) await expect(page.locator(notice)).toBeHidden();
  });
}

test("a connection that breaks before the app is there is named", async ({ page, expected }) => {
  expected.add(/console warning: The app did not start/, /request failed/, /console error: Failed to load resource/);
  expected.add(/console warning: .*preload/);
  await page.route(WASM, (route) => route.abort("internetdisconnected"));
  await page.goto("/sv");
  await expect(page.locator("#svar-offline")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("with scripts off the page is there, and none of the notices", async ({ browser, backend }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: backend.url });
  const page = await context.newPage();
  await page.goto("/en");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (const notice of NOTICES) await expect(page.locator(notice)).toBeHidden();
  await context.close();
});

test("the app starts in a tab that nobody looks at", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(document, "hidden", { get: () => true });
    window.requestAnimationFrame = () => 0;
  });
  await page.goto("/en");
  await running(page);
});

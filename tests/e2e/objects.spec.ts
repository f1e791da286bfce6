// Choosing what it is about: object pages, what was looked at, and orders among many.
import type { Page } from "@playwright/test";

import { REFUSALS, refuse } from "./fixtures/answers.ts";
import { answered, arrived, checked, EN, sendButton, signIn, SV, test, title } from "./fixtures/asking.ts";
import { tabTo } from "./fixtures/keys.ts";
import { overflow } from "./fixtures/measure.ts";
import { expect, running } from "./fixtures/svar.ts";

const GUITAR = "Levin Goliath guitar, Göteborg, 1954";
const NARROW = { width: 320, height: 640 };

const FACES = [
  {
    words: EN, support: "Get support about this object", state: "For sale", seller: "Seller", lately: "Objects you looked at lately",
    soldBy: "Sold by David Moreau", gone: "This object is no longer here", orders: "About one of your orders",
  },
  {
    words: SV, support: "Få support om det här objektet", state: "Till salu", seller: "Säljare", lately: "Objekt du har tittat på nyligen",
    soldBy: "Säljs av David Moreau", gone: "Objektet finns inte kvar här", orders: "Om en av dina beställningar",
  },
];

const main = (page: Page) => page.getByRole("main");
const recent = (page: Page, name = FACES[0]!.lately) => main(page).getByRole("region", { name, exact: true });
const orders = (page: Page, name = FACES[0]!.orders) => main(page).getByRole("region", { name, exact: true });

/** Opens an object's page, and waits until it is remembered. */
async function look(page: Page, object: string, locale = "en"): Promise<void> {
  const remembered = page.waitForResponse((response) => response.url().endsWith(`/api/v1/recent-objects/${object}`));
  await page.goto(`/${locale}/objects/${object}`);
  expect((await remembered).status()).toBe(204);
}

for (const { words, ...said } of FACES) {
  test(`${words.locale}: an object's page leads anybody to support, and is remembered for the next question`, async ({ page, axe }) => {
    await page.setViewportSize(NARROW);
    await look(page, "object-levin-guitar", words.locale);
    await expect(title(page, GUITAR)).toBeVisible();
    for (const fact of [said.state, "David Moreau"]) await expect(main(page).getByText(fact, { exact: true })).toBeVisible();
    expect(await overflow(page)).toEqual([]);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await axe(page);
    }
    await page.goto(`/${words.locale}/ask`);
    await running(page);
    const entry = recent(page, said.lately).getByRole("link");
    await expect(entry).toHaveText(new RegExp(`${GUITAR}\\s*${said.soldBy}`));
    await axe(page);
    expect(await overflow(page)).toEqual([]);
    await tabTo(page, entry);
    await page.keyboard.press("Enter");
    await expect(title(page, words.describe)).toBeFocused();
    await expect(main(page).getByText(GUITAR, { exact: true })).toBeVisible();
    await expect(main(page).getByText(said.soldBy)).toBeVisible();
  });

  test(`${words.locale}: an object that is not there any more is said, with a way to ask`, async ({ page, expected, axe }) => {
    expected.add(...REFUSALS);
    await page.goto(`/${words.locale}/objects/object-netsuke`);
    await expect(title(page, said.gone)).toBeVisible();
    await axe(page);
    await main(page).getByRole("link", { name: words.ask, exact: true }).click();
    await expect(title(page, words.ask)).toBeVisible();
  });
}

test("what a visitor looked at is theirs after they sign in, and nobody else's", async ({ page, browser }) => {
  await look(page, "object-jobim-record");
  await signIn(page, "erik");
  await page.goto("/en/ask");
  await running(page);
  await expect(recent(page).getByRole("link", { name: /Antônio Carlos Jobim/ })).toBeVisible();
  const other = await browser.newContext();
  const stranger = await other.newPage();
  await stranger.goto(new URL("/en/ask", page.url()).href);
  await running(stranger);
  await expect(stranger.getByRole("link", { name: "Ask a general question" })).toBeVisible();
  await expect(recent(stranger)).toHaveCount(0);
  await other.close();
});

test("an object of one's own order leads to the order, and to a question about both", async ({ page }) => {
  await signIn(page, "ben");
  await page.goto("/en/orders/order-20396");
  await running(page);
  await main(page).getByRole("link", { name: "Sommerso bowl, Flavio Poli, Murano, 1960s", exact: true }).click();
  await expect(title(page, "Sommerso bowl, Flavio Poli, Murano, 1960s")).toBeFocused();
  await expect(main(page).getByRole("link", { name: "See your order" })).toHaveAttribute("href", "/en/orders/order-20396");
  await main(page).getByRole("link", { name: "Get support about this object" }).click();
  await expect(title(page, EN.describe)).toBeVisible();
  await expect(main(page).getByText("Order SV-20396")).toBeVisible();
});

test("a question about an object that one has not bought goes all the way, with what it is about", async ({ page }) => {
  await signIn(page, "ben");
  await look(page, "object-tissot-watch");
  await main(page).getByRole("link", { name: "Get support about this object" }).click();
  await expect(title(page, EN.describe)).toBeVisible();
  await answered(page, "How much is the buyer protection fee?");
  await checked(page);
  await expect(page.locator("dl > div").filter({ hasText: "Tissot Navigator, automatic, 1970" })).toBeVisible();
  const sending = page.waitForRequest((request) => request.method() === "PUT" && /\/cases\/[^/]+$/.test(request.url()));
  await sendButton(page).click();
  const body = (await sending).postDataJSON();
  expect(body.subject).toEqual({ kind: "object", id: "object-tissot-watch" });
  expect(body.shared).toContain("object");
  await arrived(page);
});

test("an object that goes while one writes is said, and the words stay", async ({ page, expected, axe }) => {
  expected.add(...REFUSALS);
  await page.goto("/en/ask/describe?object=object-cameo-ring");
  await running(page);
  const field = page.getByRole("textbox", { name: EN.field });
  await field.fill("Is the gold marked?");
  await expect(main(page).getByText("Sold by Chiara Conti")).toBeVisible();
  await refuse(page, /\/api\/v1\/objects\/object-cameo-ring$/, 404);
  await page.reload();
  await expect(main(page).getByRole("alert").filter({ hasText: /\S/ })).toContainText("This object is no longer here. What you have written is kept.");
  await expect(field).toHaveValue("Is the gold marked?");
  await axe(page);
  await main(page).getByRole("link", { name: "Choose something else" }).click();
  await expect(main(page).getByRole("link", { name: "Is the gold marked?" })).toBeVisible();
});

test("among many orders one is found by page, by state and by words, and Back goes the same way", async ({ page, axe }) => {
  await signIn(page, "chiara");
  await page.goto("/en/ask");
  await running(page);
  const links = orders(page).getByRole("list").first().getByRole("link");
  await expect(links.first()).toContainText("Rörstrand vase");
  await axe(page);
  await orders(page).getByRole("link", { name: "Older" }).click();
  await expect(page).toHaveURL(/\/en\/ask\?role=seller&cursor=/);
  await expect(page.getByRole("heading", { name: "About one of your orders" })).toBeFocused();
  await expect(links.first()).not.toContainText("Rörstrand vase");
  await page.goBack();
  await expect(links.first()).toContainText("Rörstrand vase");
  const filter = page.getByRole("search", { name: "Find an order" });
  await filter.getByLabel("Order number or object").fill("20423");
  await filter.getByRole("button", { name: "Show orders" }).click();
  await expect(links).toHaveText([
    /^Signed first edition, Umberto Eco/, /^Italo Calvino/, /^Brass desk lamp/, "The whole order SV-20423",
  ]);
  await filter.getByLabel("State").selectOption({ label: "Delivered" });
  await filter.getByRole("button", { name: "Show orders" }).click();
  await expect(orders(page).getByRole("status")).toContainText("No order fits");
  await axe(page);
  await page.goBack();
  await orders(page).getByRole("link", { name: "The whole order SV-20423" }).click();
  await expect(title(page, EN.describe)).toBeVisible();
  await expect(page.getByText("Order SV-20423")).toBeVisible();
});

test("whoever buys and sells chooses from either side, at 320 px", async ({ page }) => {
  await page.setViewportSize(NARROW);
  await signIn(page, "david");
  await page.goto("/sv/ask");
  await running(page);
  const all = orders(page, FACES[1]!.orders);
  await expect(all.getByRole("link", { name: /Mina, Studio Uno/ })).toBeVisible();
  await all.getByRole("link", { name: "Säljare", exact: true }).click();
  await expect(page).toHaveURL("/sv/ask?role=seller");
  await expect(all.getByRole("link", { name: /Mina, Studio Uno/ })).toHaveCount(0);
  await expect(all.getByRole("link", { name: /Limoges/ })).toBeVisible();
  expect(await overflow(page)).toEqual([]);
});

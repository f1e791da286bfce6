// The seller first: two browsers side by side, Anna who has bought something and Chiara who has sold it; and never a wall.
import { type Browser, type Page, expect } from "@playwright/test";

import { answered, arrived, AT, checked, describe, EN, sendButton, signIn, SV, talkTo, test as base, title, type Words } from "./fixtures/asking.ts";
import { Backend } from "./fixtures/backend.ts";
import { openCase, openDesk } from "./fixtures/desk.ts";
import { running } from "./fixtures/svar.ts";

/** Each journey has a marketplace of its own: what is written in one order stays there. */
const test = base.extend<{ market: Backend }>({
  market: async ({ page }, use) => {
    const backend = new Backend(AT);
    await backend.start();
    await use(backend);
    // Whoever still looks when the marketplace goes would be told that it is away.
    await page.goto("about:blank");
    await backend.dispose();
  },
});

const QUESTION = "When do I have to report a problem with my order?";
const ORDER = "/orders/order-20418";

const words = {
  en: {
    seller: "Message to the seller",
    field: "Your message to the seller",
    send: "Send to the seller",
    sent: "Your message is with the seller",
    term: /If there is no answer by .* one tap opens a case and this conversation comes along\./,
    toOrder: "Go to the conversation",
    skip: /^Why not the seller\?/,
  },
  sv: {
    seller: "Meddelande till säljaren",
    field: "Ditt meddelande till säljaren",
    send: "Skicka till säljaren",
    sent: "Ditt meddelande är hos säljaren",
    term: /Har du inte fått svar .* öppnar du ett ärende med ett tryck, och den här konversationen följer med\./,
    toOrder: "Gå till konversationen",
    skip: /^Varför inte säljaren\?/,
  },
};

const spoken = (asked: Words) => (asked.locale === "sv" ? words.sv : words.en);

/** On the step where one chooses how to be answered, about the watch of Anna's order. */
async function toContact(page: Page, site: string, asked = EN, question = QUESTION): Promise<void> {
  await signIn(page, "anna", site);
  await describe(page, "order", asked, site);
  await answered(page, question, asked);
  await talkTo(page, asked);
}

/** Somebody in a browser of their own, on the page of the order. */
async function onOrder(browser: Browser, person: string, site: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: site })).newPage();
  await signIn(page, person, site);
  await page.goto(`${site}/en${ORDER}`);
  await running(page);
  await expect(title(page, "Order SV-20418")).toBeVisible();
  return page;
}

for (const asked of [EN, SV]) {
  test(`${asked.locale}: the seller stands first, with one's own words and the time for an answer`, async ({ page, market, axe }) => {
    const said = spoken(asked);
    await toContact(page, market.url, asked, asked === EN ? QUESTION : "När måste jag rapportera ett problem med min beställning?");
    await expect(page.getByRole("radio").first()).toHaveAccessibleName(said.seller);
    await expect(page.getByRole("radio", { name: said.seller })).toBeChecked();
    await expect(page.getByRole("radio", { name: asked.email })).toBeEnabled();
    await expect(page.getByRole("textbox", { name: said.field })).toHaveValue(/\?$/);
    await expect(page.getByText(said.term)).toBeVisible();
    await axe(page);
    await page.getByRole("button", { name: said.send }).click();
    await expect(title(page, said.sent)).toBeVisible();
    await expect(page.getByText(said.term)).toBeVisible();
    await axe(page);
    await page.getByRole("link", { name: said.toOrder }).click();
    await expect(title(page, asked === EN ? "Order SV-20418" : "Beställning SV-20418")).toBeVisible();
  });
}

test("buyer and seller write to each other, and each sees the other's words as they come", async ({ page, browser, market, axe }) => {
  await toContact(page, market.url);
  const field = page.getByRole("textbox", { name: words.en.field });
  await field.fill("The clasp is loose. Could you look at it?");
  await page.reload();
  await expect(field).toHaveValue("The clasp is loose. Could you look at it?");
  await page.getByRole("button", { name: words.en.send }).click();
  await page.getByRole("link", { name: words.en.toOrder }).click();
  await expect(page.getByText("The clasp is loose. Could you look at it?")).toBeVisible();
  await expect(page.getByText(/^The seller has 1 day 23 hours left to answer your message/)).toBeVisible();

  const list = await (await browser.newContext({ baseURL: market.url })).newPage();
  await signIn(list, "chiara", market.url);
  await list.goto(`${market.url}/en/orders`);
  await running(list);
  await expect(list.getByRole("listitem").filter({ hasText: "SV-20418" }).getByText("1 new message")).toBeVisible();
  await list.context().close();

  const seller = await onOrder(browser, "chiara", market.url);
  await expect(seller.getByText(/left to answer the buyer’s message/)).toBeVisible();
  await expect(seller.getByRole("heading", { name: "Your payout" })).toBeVisible();
  await expect(seller.getByText("The clasp is loose. Could you look at it?")).toBeVisible();
  await expect(seller.getByText("anna@example.com")).toHaveCount(0);
  await axe(seller);
  await seller.getByRole("textbox", { name: "Your message to the buyer" }).fill("Of course. Send it back, please.");
  await seller.getByRole("button", { name: "Send", exact: true }).click();
  // Nobody on the buyer's side has touched anything.
  await expect(page.getByRole("listitem").filter({ hasText: "Of course. Send it back, please." })).toBeVisible();
  await expect(page.getByText(/left to answer your message/)).toHaveCount(0);
  await axe(page);
  await seller.goto(`${market.url}/en/orders`);
  await running(seller);
  await expect(seller.getByText("1 new message")).toHaveCount(0);
  await seller.context().close();
});

test("with a reason support is asked at once, and the conversation comes along", async ({ page, browser, market, axe }) => {
  await toContact(page, market.url);
  await page.getByRole("textbox", { name: words.en.field }).fill("The clasp is loose.");
  await page.getByRole("button", { name: words.en.send }).click();
  await page.getByRole("link", { name: words.en.toOrder }).click();
  await page.getByText("Ask support now", { exact: true }).click();
  await page.getByRole("button", { name: "Open a case" }).click();
  await expect(page.getByText("Choose a reason, so that support knows why.")).toBeVisible();
  await page.getByLabel("Why do you ask support now?").selectOption({ label: "It is about safety or deception" });
  await page.getByRole("textbox", { name: "What should support know?" }).fill("He threatens me.");
  await axe(page);
  await page.getByRole("button", { name: "Open a case" }).click();
  await expect(title(page, "He threatens me.")).toBeVisible();
  const earlier = page.getByRole("region", { name: "Before that, between buyer and seller" });
  await expect(earlier).toContainText("The clasp is loose.");
  await axe(page);
  const number = (await page.getByText(/^Case SC-\d+$/).first().innerText()).replace("Case ", "");
  const desk = await openDesk(browser, market.url);
  await openCase(desk, number);
  await expect(desk.getByRole("heading", { name: "Between buyer and seller" })).toBeVisible();
  await expect(desk.getByText("The clasp is loose.")).toBeVisible();
  await desk.context().close();
});

test("once the time for an answer is over, one tap opens a case", async ({ page, market }) => {
  await toContact(page, market.url);
  await page.getByRole("textbox", { name: words.en.field }).fill("The clasp is loose.");
  await page.getByRole("button", { name: words.en.send }).click();
  await expect(title(page, words.en.sent)).toBeVisible();
  await market.stop();
  const later = new Backend(["--clock", "2026-11-24T12:00:01Z"]);
  later.takeOver(market);
  await later.start();
  await page.goto(`${later.url}/en${ORDER}`);
  await running(page);
  await expect(page.getByText(/^The seller has not answered by 24 November 2026/)).toBeVisible();
  await page.getByRole("button", { name: "Open a case" }).click();
  await expect(title(page, "The clasp is loose.")).toBeVisible();
  await later.stop();
});

test("whoever would rather not write goes on to support, and may say why", async ({ page, browser, market }) => {
  await toContact(page, market.url);
  await page.getByRole("radio", { name: EN.email }).check();
  await page.getByLabel(words.en.skip).selectOption({ label: "I would rather not write to the seller" });
  await page.getByRole("button", { name: EN.toCheck }).click();
  await expect(page.getByText("I would rather not write to the seller")).toBeVisible();
  await sendButton(page).click();
  const number = await arrived(page);
  const desk = await openDesk(browser, market.url);
  await openCase(desk, number);
  await expect(desk.getByText("rather not", { exact: true })).toBeVisible();
  await desk.context().close();
});

test("nobody has to say why", async ({ page, market }) => {
  await toContact(page, market.url);
  await page.goBack();
  await checked(page);
  await sendButton(page).click();
  await arrived(page);
});

test("about safety nobody is sent to the seller", async ({ page, market }) => {
  await page.route(/\/api\/v1\/contact\/availability\?/, (route) => route.continue({ url: `${route.request().url()}&topic=safety` }));
  await toContact(page, market.url);
  await expect(page.getByRole("radio").first()).toHaveAccessibleName(EN.email);
  const seller = page.getByRole("radio", { name: words.en.seller });
  await expect(seller).toBeDisabled();
  await expect(seller).toHaveAccessibleDescription("Not there for a question like this.");
  await expect(page.getByLabel(words.en.skip)).toHaveCount(0);
});

test("an empty message is said beside its field, and nothing is lost", async ({ page, market }) => {
  await toContact(page, market.url);
  const field = page.getByRole("textbox", { name: words.en.field });
  await field.fill("  ");
  await page.getByRole("button", { name: words.en.send }).click();
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute("aria-invalid", "true");
});

test.describe("at 320 px, with the keyboard alone", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("the message is sent and the page is no wider", async ({ page, market }) => {
    await toContact(page, market.url);
    await page.getByRole("textbox", { name: words.en.field }).focus();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("The clasp is loose.");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: words.en.send })).toBeFocused();
    const isWide = () => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    expect(await isWide()).toBe(false);
    await page.keyboard.press("Enter");
    await expect(title(page, words.en.sent)).toBeVisible();
    expect(await isWide()).toBe(false);
    await page.getByRole("link", { name: words.en.toOrder }).press("Enter");
    await expect(page.getByText("The clasp is loose.")).toBeVisible();
    expect(await isWide()).toBe(false);
  });
});

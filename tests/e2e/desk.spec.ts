// Two browsers: a person who asks, and a member of the support team who answers.
import type { Browser, Page } from "@playwright/test";

import { answered, arrived, checked, describe, readyToSend, sendButton, signIn, test, title } from "./fixtures/asking.ts";
import { atDesk, fact, openCase } from "./fixtures/desk.ts";
import { tabTo } from "./fixtures/keys.ts";
import { overflow } from "./fixtures/measure.ts";
import { expect } from "./fixtures/svar.ts";
import type { Watcher } from "./fixtures/watcher.ts";

/** Another browser, watched like the first. */
async function another(browser: Browser, baseURL: string | undefined, watcher: Watcher): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: "en-GB", timezoneId: "UTC" });
  await watcher.follow(context);
  return context.newPage();
}

/** Sends a request about Anna's watch; gives the case's number. */
async function sendRequest(page: Page, words: string): Promise<string> {
  await readyToSend(page, words);
  await sendButton(page).click();
  return arrived(page);
}

test("a person asks, the desk answers, both go on, and the case is closed", async ({ page, browser, baseURL, watcher }) => {
  test.setTimeout(90_000);
  const words = "When was it delivered? <b>Zwieselquokka</b> & “kvällsfjäril” 🦉";
  await readyToSend(page, words);
  await page.getByRole("button", { name: "Leave out: Parcel" }).click();
  await sendButton(page).click();
  const number = await arrived(page);
  await page.clock.install();
  await page.getByRole("link", { name: "Go to your case" }).click();
  await expect(page.getByRole("heading", { name: "We have received your case" })).toBeVisible();

  const desk = await another(browser, baseURL, watcher);
  await atDesk(desk);
  await openCase(desk, number);
  await expect(desk.getByRole("heading", { level: 1 })).toContainText(words);
  await expect(desk.getByRole("heading", { name: "What they asked" }).locator("..")).toContainText(words);
  const helped = desk.getByRole("heading", { name: "The answer that did not help" }).locator("..");
  await expect(helped).toContainText("According to the tracking, the parcel was delivered on 21 November 2026.");
  await expect(fact(desk, "From")).toContainText("Anna Lindqvist");
  await expect(fact(desk, "Order’s state").or(fact(desk, "Order's state"))).toContainText("delivered");
  await expect(fact(desk, "Buyer's money")).toContainText("held");
  await expect(fact(desk, "Time zone")).toContainText("UTC");
  for (const withheld of ["Carrier", "Tracking code", "Last station"]) await expect(fact(desk, withheld)).toHaveCount(0);
  await expect(desk.getByText("JD014600008211")).toHaveCount(0);
  await expect(desk.getByText("anna@example.com")).toHaveCount(0);

  await desk.getByRole("button", { name: "Take into review" }).click();
  await expect(desk.getByRole("status")).toHaveText("The case is in review.");
  await desk.getByRole("textbox").fill("Hello Anna,\n\nit was handed over on the 21st. <i>Does</i> that help?");
  await desk.getByRole("button", { name: "Answer and wait for the person" }).click();
  await expect(desk.getByRole("status")).toHaveText("Your answer is sent. The case waits for the person.");

  await page.clock.runFor(21_000);
  const messages = page.getByRole("region", { name: "Messages" });
  await expect(messages.getByRole("listitem").nth(1)).toContainText("it was handed over on the 21st. <i>Does</i> that help?");
  await expect(messages.getByRole("listitem").nth(1)).toContainText("Customer support");
  await expect(page.getByRole("heading", { name: "Waiting for your reply" })).toBeVisible();
  await expect(page.getByText("It is your turn. Customer support waits for your reply.")).toBeVisible();
  await expect(messages.getByRole("status")).toContainText("New message from");
  await page.getByRole("textbox", { name: "Your reply" }).fill("No: nobody was at home.\nPlease look again.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(messages.getByRole("listitem")).toHaveCount(3);
  await expect(messages.getByRole("listitem").nth(2)).toContainText("nobody was at home");
  await expect(page.getByRole("textbox", { name: "Your reply" })).toHaveValue("");
  await expect(page.getByText("It is customer support’s turn. You do not need to do anything now.")).toBeVisible();

  await openCase(desk, number);
  await expect(desk.getByRole("heading", { name: "Messages" }).locator("..")).toContainText("nobody was at home");
  await desk.getByRole("textbox").fill("We have asked DHL, and close this now.");
  await desk.getByRole("button", { name: "Answer and close" }).click();
  await expect(desk.getByRole("status")).toHaveText("Your answer is sent, and the case is closed.");

  await page.clock.runFor(21_000);
  await expect(page.getByRole("heading", { name: "Your case is closed" })).toBeVisible();
  await expect(messages.getByRole("listitem").nth(3)).toContainText("We have asked DHL");
  await expect(page.getByRole("textbox", { name: "Your reply" })).toHaveCount(0);
  await expect(page.getByText("This case is closed, so nothing more can be sent here.")).toBeVisible();

  await desk.goto("/desk/mails");
  const mails = desk.getByRole("listitem").filter({ hasText: number });
  await expect(mails).toHaveCount(3);
  const address = new RegExp(`${baseURL}/[a-z]+/cases/[0-9a-f-]{36}`);
  for (const mail of await mails.all()) {
    await mail.getByText("Read it").click();
    await expect(mail.locator("pre")).toHaveText(address);
  }
  const outbox = await desk.content();
  for (const word of ["Zwieselquokka", "kvällsfjäril", "🦉", "nobody was at home", "handed over", "DHL", "mailto:"]) {
    expect(outbox, "the mails").not.toContain(word);
  }
});

test("an answer that is left out is not at the desk", async ({ page, browser, baseURL, watcher }) => {
  await signIn(page);
  await describe(page, "general");
  await answered(page, "How much is the buyer protection fee? I keep the answer.");
  await checked(page);
  await page.getByRole("button", { name: "Leave out: The answer you were shown" }).click();
  await page.getByRole("button", { name: "Leave out: Your time zone" }).click();
  await sendButton(page).click();
  const number = await arrived(page);
  const desk = await another(browser, baseURL, watcher);
  await atDesk(desk);
  await openCase(desk, number);
  await expect(desk.getByRole("heading", { name: "What they asked" })).toBeVisible();
  await expect(desk.getByRole("heading", { name: "The answer that did not help" })).toHaveCount(0);
  await expect(desk.getByText("9 % of the price")).toHaveCount(0);
  await expect(desk.getByText("Nothing but their words.")).toBeVisible();
});

test("an answer written while the person writes is shown again, with what is new, and sent then", async ({ page, browser, baseURL, watcher, expected }) => {
  expected.add(/^response 409: .*\/desk\//, /^console error: .* 409 .*\/desk\//);
  const number = await sendRequest(page, "When was it delivered? We wrote at once.");
  await page.getByRole("link", { name: "Go to your case" }).click();
  const desk = await another(browser, baseURL, watcher);
  await atDesk(desk);
  await openCase(desk, number);
  await desk.getByRole("textbox").fill("What I was writing meanwhile.");
  await page.getByRole("textbox", { name: "Your reply" }).fill("One thing more.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("region", { name: "Messages" }).getByRole("listitem")).toHaveCount(2);
  await desk.getByRole("button", { name: "Answer and wait for the person" }).click();
  await expect(desk.getByRole("alert")).toContainText("This case changed while you were on it");
  await expect(desk.getByRole("textbox")).toHaveValue("What I was writing meanwhile.");
  await expect(desk.getByText("One thing more.")).toBeVisible();
  await desk.getByRole("button", { name: "Answer and wait for the person" }).click();
  await expect(desk.getByRole("status")).toHaveText("Your answer is sent. The case waits for the person.");
});

test("an answer that is clicked twice is sent once", async ({ page, browser, baseURL, watcher }) => {
  const number = await sendRequest(page, "When was it delivered? Twice, please.");
  const desk = await another(browser, baseURL, watcher);
  await atDesk(desk);
  await openCase(desk, number);
  await desk.getByRole("textbox").fill("Once is enough.");
  await desk.getByRole("button", { name: "Answer and wait for the person" }).dblclick();
  await expect(desk.getByRole("status")).toContainText("Your answer");
  await openCase(desk, number, "Waiting for the person");
  await expect(desk.getByText("Once is enough.")).toHaveCount(1);
});

test("the desk is used with the keyboard alone, at 320 px", async ({ page, browser, baseURL, watcher }) => {
  const number = await sendRequest(page, "When was it delivered? By keyboard.");
  const desk = await another(browser, baseURL, watcher);
  await desk.setViewportSize({ width: 320, height: 640 });
  await desk.goto("/desk");
  await expect(desk.getByLabel("E-mail address")).toBeFocused();
  await desk.keyboard.type("maja@svar.example");
  await desk.keyboard.press("Tab");
  await desk.keyboard.type("svar-desk-2026");
  await desk.keyboard.press("Enter");
  await expect(desk.getByRole("heading", { level: 1, name: "Cases" })).toBeVisible();
  expect(await overflow(desk)).toEqual([]);
  await tabTo(desk, desk.getByRole("link", { name: "Skip to the content" }));
  await tabTo(desk, desk.getByRole("link", { name: number }));
  await desk.keyboard.press("Enter");
  await expect(desk.getByRole("heading", { level: 1 })).toContainText(number);
  expect(await overflow(desk)).toEqual([]);
  await tabTo(desk, desk.getByRole("textbox"));
  await desk.keyboard.type("It was handed over yesterday.");
  await tabTo(desk, desk.getByRole("button", { name: "Answer and wait for the person" }));
  await desk.keyboard.press("Enter");
  await expect(desk.getByRole("status")).toHaveText("Your answer is sent. The case waits for the person.");
  await tabTo(desk, desk.getByRole("link", { name: "Mails" }));
  await desk.keyboard.press("Enter");
  await expect(desk.getByRole("heading", { level: 1, name: "Mails" })).toBeVisible();
  await tabTo(desk, desk.getByRole("button", { name: "Sign out" }));
  await desk.keyboard.press("Enter");
  await expect(desk.getByRole("heading", { level: 1, name: "Sign in to the desk" })).toBeVisible();
});

test("axe finds nothing at the desk, light and dark, narrow and wide", async ({ page, browser, baseURL, watcher, expected, axe }) => {
  test.setTimeout(90_000);
  expected.add(/^response (4\d\d): .*\/desk/, /^console error: .*\/desk/);
  const number = await sendRequest(page, "When was it delivered? For axe.");
  const desk = await another(browser, baseURL, watcher);
  const look = async () => {
    for (const width of [320, 1280]) {
      await desk.setViewportSize({ width, height: 800 });
      for (const colorScheme of ["light", "dark"] as const) {
        await desk.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await axe(desk);
        expect(await overflow(desk), `${desk.url()} at ${width}`).toEqual([]);
      }
    }
  };
  await desk.goto("/desk/sign-in");
  await look();
  await desk.getByLabel("E-mail address").fill("maja@svar.example");
  await desk.getByLabel("Password").fill("wrong");
  await desk.getByRole("button", { name: "Sign in" }).click();
  await expect(desk.getByRole("alert")).toHaveText("The e-mail address and the password do not belong together.");
  await look();
  await atDesk(desk);
  await look();
  await openCase(desk, number);
  await look();
  await desk.getByRole("textbox").fill("x".repeat(2_001));
  await desk.getByRole("button", { name: "Answer and close" }).click();
  await expect(desk.getByRole("alert")).toHaveText("2001 characters are too many: at most 2,000 can be sent.");
  await expect(desk.getByRole("textbox")).toHaveValue("x".repeat(2_001));
  await look();
  await desk.goto("/desk/mails");
  await look();
  await desk.goto("/desk/cases/00000000-0000-4000-8000-000000000000");
  await expect(desk.getByRole("heading", { level: 1 })).toBeVisible();
  await look();
});

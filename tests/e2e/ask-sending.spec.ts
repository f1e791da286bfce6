// Sending a request to support: once, whatever happens on the way, and every word arrives or stays.
import type { Page } from "@playwright/test";

import { NO_NETWORK, REFUSALS, refuse, silence } from "./fixtures/answers.ts";
import {
  answered, arrived, casesWith, checked, describe, readyToSend, sendButton, signIn, signInByForm, test, title,
} from "./fixtures/asking.ts";
import { expect, running } from "./fixtures/svar.ts";

const CASES = /\/api\/v1\/cases\/[0-9a-f-]{36}$/;
const NOT_SENT =
  "It has not been sent: the fault is on our side. Your request is kept, and sending again never sends it twice.";

const news = (page: Page) => page.getByRole("main").getByRole("alert").filter({ hasText: /\S/ });

test("offline it is not sent, kept, and sent once the network is back", async ({ page, context, expected }) => {
  expected.add(...NO_NETWORK);
  const words = "When was it delivered? I was offline.";
  await readyToSend(page, words);
  await context.setOffline(true);
  await sendButton(page).click();
  await expect(news(page)).toHaveText("You are offline. Your request is kept; send it once you are back online.");
  await expect(news(page)).toBeFocused();
  await context.setOffline(false);
  await sendButton(page).click();
  const number = await arrived(page);
  expect(await casesWith(page, words)).toEqual([number]);
});

for (const status of [500, 502, 503]) {
  test(`refused with ${status} it says so, stays, and is sent at the next attempt`, async ({ page, expected, axe }) => {
    expected.add(...REFUSALS);
    const words = `When was it delivered? It said ${status}.`;
    await readyToSend(page, words);
    await refuse(page, CASES, status);
    await sendButton(page).click();
    await expect(news(page)).toHaveText(NOT_SENT);
    await expect(news(page)).toBeFocused();
    await axe(page);
    await page.reload();
    await running(page);
    await expect(page.getByText(words)).toBeVisible();
    await page.unroute(CASES);
    await sendButton(page).click();
    const number = await arrived(page);
    expect(await casesWith(page, words)).toEqual([number]);
  });
}

test("an answer that is lost after the case was opened: pressed again, and reloaded, it is one case", async ({ page, expected }) => {
  expected.add(...REFUSALS);
  const words = "When was it delivered? The reply got lost.";
  await readyToSend(page, words);
  await page.route(CASES, async (route) => {
    expect((await route.fetch()).status(), "it has arrived").toBeLessThan(300);
    await route.fulfill({ status: 502, body: "" });
  });
  for (const _ of ["first", "second"]) {
    await sendButton(page).click();
    await expect(news(page)).toHaveText(NOT_SENT);
    await expect(sendButton(page)).toHaveAttribute("aria-disabled", "false");
  }
  await page.reload();
  await expect(page.getByText(words)).toBeVisible();
  await page.unroute(CASES);
  await sendButton(page).click();
  const number = await arrived(page);
  expect(await casesWith(page, words)).toEqual([number]);
});

test("words changed after an answer was lost arrive too, in the same case", async ({ page, expected }) => {
  expected.add(...REFUSALS);
  const [before, after] = ["When was it delivered? At first I wrote this.", "When was it delivered? Then I wrote that."];
  await readyToSend(page, before);
  await page.route(CASES, async (route) => {
    await route.fetch();
    await route.fulfill({ status: 502, body: "" });
  });
  await sendButton(page).click();
  await expect(news(page)).toHaveText(NOT_SENT);
  await page.unroute(CASES);
  await page.getByRole("link", { name: "Change: Your question" }).click();
  await answered(page, after);
  await checked(page);
  await page.getByRole("button", { name: "Leave out: Your time zone" }).click();
  await sendButton(page).click();
  const number = await arrived(page);
  expect(await casesWith(page, before)).toEqual([number]);
  expect(await casesWith(page, after)).toEqual([]);
  await page.getByRole("link", { name: "Go to your case" }).click();
  const messages = page.getByRole("region", { name: "Messages" }).getByRole("listitem");
  await expect(messages).toHaveCount(2);
  await expect(messages.nth(0)).toContainText(before);
  await expect(messages.nth(1)).toContainText(after);
});

test("a double click sends one case", async ({ page }) => {
  const words = "When was it delivered? I clicked twice.";
  await readyToSend(page, words);
  await sendButton(page).dblclick();
  const number = await arrived(page);
  expect(await casesWith(page, words)).toEqual([number]);
});

test("two tabs that send the same request at once send one case", async ({ page, context, expected }) => {
  // The second one is told that the first had other lines.
  expected.add(...REFUSALS);
  const words = "When was it delivered? I had two tabs.";
  await readyToSend(page, words);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(sendButton(other)).toBeVisible();
  await other.getByRole("button", { name: "Leave out: Your time zone" }).click();
  await Promise.all([sendButton(page).click(), sendButton(other).click()]);
  const numbers = [await arrived(page), await arrived(other)];
  expect(numbers[0]).toBe(numbers[1]);
  expect(await casesWith(page, words)).toEqual([numbers[0]]);
});

test("a request that is refused says what to do, and its words stay", async ({ page, expected }) => {
  expected.add(...REFUSALS);
  const words = "When was it delivered? It was refused.";
  await readyToSend(page, words);
  await refuse(page, CASES, 422);
  await sendButton(page).click();
  await expect(news(page)).toHaveText(
    "Something about this request has changed, so it was not sent. Go back a step and look at it once more.",
  );
  await page.getByRole("link", { name: "Change: Your question" }).click();
  await expect(page.getByRole("textbox", { name: "Your question" })).toHaveValue(words);
});

test("a session that is gone at sending: sign in, back to the same place, sent", async ({ page, context, expected }) => {
  expected.add(...REFUSALS);
  const words = "When was it delivered? I was signed out.";
  await readyToSend(page, words);
  await page.getByRole("button", { name: "Leave out: Payment" }).click();
  await context.clearCookies({ name: "svar_session" });
  await sendButton(page).click();
  await expect(news(page)).toContainText("You have been signed out meanwhile. Your request is kept.");
  await expect(news(page)).toBeFocused();
  await news(page).getByRole("link", { name: "Sign in" }).click();
  await signInByForm(page);
  await expect(title(page, "This is what support will see")).toBeVisible();
  await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByRole("button", { name: "Put back: Payment" })).toBeVisible();
  await sendButton(page).click();
  const number = await arrived(page);
  expect(await casesWith(page, words)).toEqual([number]);
});

test("a session that goes while one writes takes nothing off the screen", async ({ page, context, expected }) => {
  expected.add(...REFUSALS);
  await signIn(page);
  const field = await describe(page, "order");
  await field.fill("When was it deliv");
  await context.clearCookies({ name: "svar_session" });
  await page.reload();
  await running(page);
  await expect(page.getByRole("heading", { name: "This request is not on this device" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await signInByForm(page);
  await expect(field).toHaveValue("When was it deliv");
  await answered(page, "When was it delivered? I came back.");
  await context.clearCookies({ name: "svar_session" });
  await page.getByRole("link", { name: "Talk to customer support" }).click();
  await expect(title(page, "How should we reply?")).toBeVisible();
  await page.getByRole("radio", { name: "E-mail" }).check();
  await page.getByRole("button", { name: "Check your request" }).click();
  await expect(page.getByText("When was it delivered? I came back.")).toBeVisible();
});

test("a case that never answers is given up after fifteen seconds, and sent once in the end", async ({ page }) => {
  const words = "When was it delivered? Silence.";
  await readyToSend(page, words);
  await page.clock.install();
  await silence(page, CASES);
  await sendButton(page).click();
  await expect(page.getByRole("button", { name: "Sending" })).toHaveAttribute("aria-disabled", "true");
  await page.clock.runFor(16_000);
  await expect(news(page)).toHaveText(NOT_SENT);
  await page.unroute(CASES);
  await sendButton(page).click();
  const number = await arrived(page);
  expect(await casesWith(page, words)).toEqual([number]);
});

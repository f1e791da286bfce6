// "This is wrong about my order": said beside the answer, noted, seen in the preview, and read at the desk.
import type { Page } from "@playwright/test";

import { REFUSALS, refuse } from "./fixtures/answers.ts";
import { answered, arrived, checked, describe, sendButton, signIn, test, title } from "./fixtures/asking.ts";
import { openCase, openDesk } from "./fixtures/desk.ts";
import { overflow } from "./fixtures/measure.ts";
import { expect, running } from "./fixtures/svar.ts";

const FEEDBACK = /\/api\/v1\/answers\/[^/]+\/feedback$/;
const NOTE = "The parcel is here. <b>Zwieselquokka</b> signed for it.";
const say = (page: Page) => page.getByRole("button", { name: "This is wrong about my order" });
const field = (page: Page) => page.getByRole("textbox", { name: "What is wrong?" });
const note = (page: Page) => page.getByRole("button", { name: "Note it" });
const noted = (page: Page) => page.getByText("Noted. If you talk to customer support, they see it with your question.");
const line = (page: Page) => page.locator(".request-preview__line").filter({ hasText: "About the answer" });

async function atAnswer(page: Page): Promise<void> {
  await signIn(page);
  await describe(page, "order");
  await answered(page, "When was it delivered?");
}

test("what is wrong is noted, previewed, sent, and stands at the desk with the answer", async ({ page, browser, backend, axe }) => {
  await atAnswer(page);
  await say(page).click();
  await expect(field(page)).toBeFocused();
  await axe(page);
  await field(page).fill(NOTE);
  await note(page).click();
  await expect(noted(page)).toBeVisible();
  await expect(page.locator("#wrong-about-order-news")).toBeFocused();
  await axe(page);
  await checked(page);
  await expect(line(page)).toContainText(`It is wrong about your order: ${NOTE}`);
  await sendButton(page).click();
  const number = await arrived(page);
  const desk = await openDesk(browser, backend.url);
  await openCase(desk, number);
  await expect(desk.getByText("The person says that this is wrong about their order.")).toBeVisible();
  await expect(desk.getByText(NOTE)).toBeVisible();
  await desk.context().close();
});

test("it can be said without a word, stays after a reload, and can be left out", async ({ page, browser, backend }) => {
  await atAnswer(page);
  await say(page).click();
  await note(page).click();
  await expect(noted(page)).toBeVisible();
  await page.reload();
  await running(page);
  await expect(noted(page)).toBeVisible();
  await expect(say(page)).toBeHidden();
  await checked(page);
  await expect(line(page)).toContainText("It is wrong about your order");
  await page.getByRole("button", { name: "Leave out: The answer you were shown" }).click();
  await expect(line(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Put back: The answer you were shown" }).click();
  await page.getByRole("button", { name: "Leave out: About the answer" }).click();
  await expect(line(page)).toContainText("Left out");
  await sendButton(page).click();
  const number = await arrived(page);
  const desk = await openDesk(browser, backend.url);
  await openCase(desk, number);
  await expect(desk.getByRole("heading", { name: "The answer that did not help" })).toBeVisible();
  await expect(desk.getByText("The person says that this is wrong about their order.")).toHaveCount(0);
  await desk.context().close();
});

test("what could not be noted is said, and what was typed stays", async ({ page, expected }) => {
  expected.add(...REFUSALS);
  await atAnswer(page);
  await refuse(page, FEEDBACK, 503);
  await say(page).click();
  await field(page).fill(NOTE);
  await note(page).click();
  await expect(page.getByText("We could not note it just now. What you wrote is kept; try again in a moment.")).toBeVisible();
  await expect(field(page)).toHaveValue(NOTE);
  await page.unroute(FEEDBACK);
  await note(page).click();
  await expect(noted(page)).toBeVisible();
});

test("too many words are said beside the field, and none is lost", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await atAnswer(page);
  await say(page).click();
  const long = "a".repeat(2_003);
  await field(page).fill(long);
  await note(page).click();
  await expect(field(page)).toHaveAttribute("aria-invalid", "true");
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue(long);
  expect(await overflow(page)).toEqual([]);
});

test("an answer that rests on no order has no such choice", async ({ page }) => {
  await describe(page, "general");
  await answered(page, "How much is the buyer protection fee?");
  await expect(page.getByRole("button", { name: "This helped" })).toBeVisible();
  await expect(say(page)).toHaveCount(0);
  await expect(title(page, "Your answer")).toBeVisible();
});

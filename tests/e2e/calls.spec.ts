// A call from support, with a member of the team at the other end; and what the desk switches, on an open page.
import type { Browser, Page } from "@playwright/test";

import { REFUSALS } from "./fixtures/answers.ts";
import { openDesk } from "./fixtures/desk.ts";
import { answered, arrived, describe, EN, sendButton, signIn, talkTo, test as base, title } from "./fixtures/asking.ts";
import { Backend } from "./fixtures/backend.ts";
import { expect } from "./fixtures/svar.ts";

/** A Monday on which support can be called. */
const test = base.extend<object, { backend: Backend }>({
  backend: [
    async ({}, use) => {
      const backend = new Backend(["--clock", "2026-11-23T10:00:00Z"]);
      await backend.start();
      await use(backend);
      await backend.dispose();
    },
    { scope: "worker" },
  ],
});

const QUESTION = "How much is the buyer protection fee?";

test("a call is asked for, the desk makes it, and the case says so as it happens", async ({ page, browser, backend, expected }) => {
  expected.add(...REFUSALS);
  await signIn(page);
  await describe(page, "general");
  await answered(page, QUESTION);
  await talkTo(page);
  await page.getByRole("radio", { name: "Phone" }).check();
  await page.getByRole("textbox", { name: "The number we call" }).fill("070 nonsense");
  await page.getByRole("button", { name: EN.toCheck }).click();
  await expect(page.getByText("070 nonsense · As soon as somebody is free")).toBeVisible();
  await sendButton(page).click();
  const number = page.getByRole("textbox", { name: "The number we call" });
  await expect(number).toBeFocused();
  await expect(number).toHaveValue("070 nonsense");
  await number.fill("+46 70 123 45 67");
  await page.getByRole("button", { name: EN.toCheck }).click();
  await sendButton(page).click();
  const sent = await arrived(page);
  await page.getByRole("link", { name: EN.toCase }).click();
  const call = page.getByRole("region", { name: "We call you" });
  await expect(call).toContainText("As soon as somebody is free.");
  await expect(call).toContainText("67");
  await expect(call).not.toContainText("123");
  const desk = await openDesk(browser, backend.url, "/desk/calls");
  const row = desk.getByRole("listitem").filter({ hasText: sent });
  await row.getByRole("button", { name: "Take this call" }).click();
  await expect(desk.getByText("+46701234567")).toBeVisible();
  await expect(call).toContainText("We are calling you now.");
  await desk.getByRole("listitem").filter({ hasText: sent }).getByRole("button", { name: "We have spoken" }).click();
  await expect(call).toContainText("We have spoken.");
  await desk.context().close();
});

test("what the desk switches is on an open page at once", async ({ page, browser, backend }) => {
  await signIn(page);
  await describe(page, "general");
  await answered(page, QUESTION);
  await talkTo(page);
  const phone = page.getByRole("radio", { name: "Phone" });
  await expect(phone).toBeEnabled();
  const desk = await openDesk(browser, backend.url, "/desk/contact");
  await desk.getByRole("button", { name: "Close it for maintenance" }).first().click();
  // It says so by itself; nobody waits for the minute in which the page would ask again.
  await expect(phone).toBeDisabled();
  await expect(title(page, EN.contact)).toBeVisible();
  await desk.getByRole("button", { name: "Switch it on" }).click();
  await expect(phone).toBeEnabled();
  await desk.context().close();
});

const number = (page: Page) => page.getByRole("textbox", { name: "The number we call" });
const call = (page: Page) => page.getByRole("region", { name: "We call you" });
const when = (page: Page) => page.getByRole("combobox", { name: "When we call" });

/** To where a call is asked for, with a number typed. */
async function toPhone(page: Page): Promise<void> {
  await signIn(page);
  await describe(page, "general");
  await answered(page, QUESTION);
  await talkTo(page);
  await page.getByRole("radio", { name: "Phone" }).check();
  await number(page).fill("+46 70 123 45 67");
}

test("a call is moved to another time, and then cancelled; the case goes on in writing", async ({ page, axe }) => {
  await toPhone(page);
  await page.getByRole("button", { name: EN.toCheck }).click();
  await sendButton(page).click();
  await arrived(page);
  await page.getByRole("link", { name: EN.toCase }).click();
  await expect(call(page)).toContainText("As soon as somebody is free.");
  await call(page).getByRole("button", { name: "Choose another time" }).click();
  await expect(when(page)).toBeFocused();
  await when(page).selectOption({ index: 3 });
  const chosen = await when(page).locator("option:checked").innerText();
  await axe(page);
  await call(page).getByRole("button", { name: "Book this time" }).click();
  await expect(call(page)).toContainText(chosen);
  await expect(call(page)).not.toContainText("As soon as somebody is free.");
  await page.reload();
  await expect(call(page)).toContainText(chosen);
  await call(page).getByRole("button", { name: "Cancel the call" }).click();
  await expect(call(page)).toContainText("The call is cancelled. Your case goes on in writing.");
  await expect(call(page).getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Your reply" })).toBeEnabled();
});

/** Ben books a time until nobody else can. */
async function bookUp(browser: Browser, site: string, slot: string): Promise<void> {
  const context = await browser.newContext();
  const data = { email: "ben@example.com", password: "svar-demo-2026" };
  const session = await (await context.request.post(`${site}/api/v1/session`, { data })).json();
  for (let status = 201; status === 201; ) {
    const callback = { id: crypto.randomUUID(), phone: "+44 20 7946 0958", slot };
    const answer = await context.request.put(`${site}/api/v1/cases/${crypto.randomUUID()}`, {
      headers: { "svar-csrf": session.csrf },
      data: { subject: { kind: "general" }, method: "phone", language: "en", statement: "Please call me.", callback },
    });
    status = answer.status();
    expect([201, 409], await answer.text()).toContain(status);
  }
  await context.close();
}

test("a time that somebody else books meanwhile is said, is no longer offered, and nothing typed goes", async ({ page, browser, backend, expected }) => {
  expected.add(...REFUSALS);
  await toPhone(page);
  await when(page).selectOption({ index: 5 });
  const [taken, slot] = [await when(page).locator("option:checked").innerText(), await when(page).inputValue()];
  await page.getByRole("button", { name: EN.toCheck }).click();
  await expect(page.getByText(`+46 70 123 45 67 · `)).toBeVisible();
  await bookUp(browser, backend.url, slot);
  await sendButton(page).click();
  await expect(page.getByText("Somebody else has just booked this time, so your request was not sent.")).toBeVisible();
  await expect(number(page)).toHaveValue("+46 70 123 45 67");
  await expect(when(page).locator(`option[value="${slot}"]`)).toHaveCount(0);
  expect(taken).toMatch(/\d\d:\d\d/);
  await when(page).selectOption({ index: 5 });
  await page.getByRole("button", { name: EN.toCheck }).click();
  await sendButton(page).click();
  await arrived(page);
});

// A call from support, with a member of the team at the other end; and what the desk switches, on an open page.
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
  await desk.context().close();
});

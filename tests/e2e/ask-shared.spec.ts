// What goes along with a request is what the person was shown, line by line, and nothing else.
import type { Page } from "@playwright/test";

import { REFUSALS, refuse } from "./fixtures/answers.ts";
import { answered, arrived, checked, describe, readyToSend, sendButton, signIn, test } from "./fixtures/asking.ts";
import { expect } from "./fixtures/svar.ts";

const ORDER_CALL = /\/api\/v1\/orders\/order-20418$/;
const QUESTION = "When was it delivered?";

type Sent = { shared: string[]; answer_id?: string; timezone?: string };

/** Sends the request; gives what went over the wire. */
async function sent(page: Page): Promise<Sent> {
  const sending = page.waitForRequest((request) => request.method() === "PUT" && /\/cases\/[^/]+$/.test(request.url()));
  await sendButton(page).click();
  const body = (await sending).postDataJSON() as Sent;
  await arrived(page);
  return body;
}

const line = (page: Page, label: string) =>
  page.getByRole("main").locator("dl > div").filter({ has: page.getByRole("term").filter({ hasText: label }) }).getByRole("definition").first();

test("each line says all that goes along under its name", async ({ page }) => {
  await readyToSend(page, QUESTION);
  for (const [label, words] of [
    ["How the order stands", "Delivered · placed on 14 November 2026"],
    ["Parcel", "DHL · JD014600008211 · Delivered, 21 November 2026 at 16:00"],
    [
      "Payment",
      "€4,199.50 · Your payment is held safely. The seller does not have it yet. " +
        "It goes to the seller on 24 November 2026 at 16:00, unless you report a problem before then.",
    ],
    ["Your time zone", "UTC"],
  ] as const) {
    await expect(line(page, label)).toHaveText(words);
  }
  const body = await sent(page);
  expect(body.shared.toSorted()).toEqual(["money", "object", "order_state", "shipping", "timezone"]);
  expect(body.answer_id).toMatch(/^[0-9a-f-]{36}$/);
});

test("what is left out stays here", async ({ page }) => {
  await readyToSend(page, QUESTION);
  for (const label of ["Payment", "Your time zone", "The answer you were shown"]) {
    await page.getByRole("button", { name: `Leave out: ${label}` }).click();
  }
  const body = await sent(page);
  expect(body.shared.toSorted()).toEqual(["object", "order_state", "shipping"]);
  expect([body.answer_id, body.timezone]).toEqual([undefined, undefined]);
});

test("lines of an order that could not be shown do not go along", async ({ page, expected }) => {
  expected.add(...REFUSALS);
  await signIn(page);
  await describe(page, "order");
  await answered(page, QUESTION);
  await checked(page);
  await refuse(page, ORDER_CALL, 503);
  // What was kept in memory is gone with the document.
  await page.reload();
  await expect(sendButton(page)).toBeVisible();
  await expect(page.getByRole("term").filter({ hasText: "Payment" })).toHaveCount(0);
  const body = await sent(page);
  expect(body.shared.toSorted()).toEqual(["object", "timezone"]);
});

test("a general request has no order's lines", async ({ page }) => {
  await signIn(page);
  await describe(page, "general");
  await answered(page, "How much is the buyer protection fee?");
  await checked(page);
  expect((await sent(page)).shared).toEqual(["timezone"]);
});

// The backend is ended with kill -9 at every step of asking and started again on what it had kept: the person goes on.
import type { Page } from "@playwright/test";

import { NO_NETWORK, REFUSALS } from "./fixtures/answers.ts";
import { answered, arrived, AT, casesWith, checked, describe, EN, sendButton, sentences, signIn, test, title } from "./fixtures/asking.ts";
import { Backend } from "./fixtures/backend.ts";
import { expect, running } from "./fixtures/svar.ts";

const WORDS = "When was it delivered?";
/** What the browser itself says when a connection breaks. */
const BROKEN = [
  /^request failed: .* net::ERR_(CONNECTION_RESET|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|SOCKET_NOT_CONNECTED)$/,
  /^console error: Failed to load resource: net::ERR_/,
];

/** Runs the whole way, and a part of it while the backend is gone. */
type Broken = (page: Page, backend: Backend) => Promise<void>;

const again = async (backend: Backend) => {
  await backend.kill();
  await backend.start();
};

const AT_STEP: Record<string, Partial<Record<"describing" | "answered" | "choosing" | "checking" | "sent", Broken>>> = {
  "before the question is asked": { describing: (_, backend) => again(backend) },
  "after the answer": { answered: (_, backend) => again(backend) },
  "while the way of replying is chosen": { choosing: (_, backend) => again(backend) },
  "before sending": { checking: (_, backend) => again(backend) },
  "at sending, and comes back later": {
    checking: async (page, backend) => {
      await backend.kill();
      await sendButton(page).click();
      await expect(page.getByRole("main").getByRole("alert").filter({ hasText: /\S/ })).toContainText("It has not been sent: the fault is on our side.");
      await backend.start();
    },
  },
  "after the case was opened, before the person hears of it": {
    checking: async (page, backend) => {
      const cases = /\/api\/v1\/cases\/[0-9a-f-]{36}$/;
      await page.route(cases, async (route) => {
        expect((await route.fetch()).status()).toBe(201);
        await backend.kill();
        await route.abort("connectionreset");
      });
      await sendButton(page).click();
      await expect(page.getByRole("main").getByRole("alert").filter({ hasText: /\S/ })).toContainText("It has not been sent: the fault is on our side.");
      await page.unroute(cases);
      await backend.start();
    },
  },
  "after the person heard of it": { sent: (_, backend) => again(backend) },
};

for (const [when, broken] of Object.entries(AT_STEP)) {
  test(`killed ${when}: the person goes on, and it is one case`, async ({ page, expected }) => {
    expected.add(...NO_NETWORK, ...BROKEN, ...REFUSALS);
    const backend = new Backend(AT);
    await backend.start();
    await signIn(page, "anna", backend.url);
    await describe(page, "order", EN, backend.url);
    await broken.describing?.(page, backend);
    await answered(page, WORDS);
    const shown = await sentences(page);
    await broken.answered?.(page, backend);
    await page.reload();
    await running(page);
    await expect(page.getByRole("status").filter({ hasText: EN.complete })).toBeAttached();
    expect(await sentences(page), "the same answer").toEqual(shown);
    await page.getByRole("link", { name: EN.talk }).click();
    await expect(title(page, EN.contact)).toBeVisible();
    await broken.choosing?.(page, backend);
    await page.getByRole("radio", { name: EN.email }).check();
    await page.getByRole("button", { name: EN.toCheck }).click();
    await expect(sendButton(page)).toBeVisible();
    await broken.checking?.(page, backend);
    await sendButton(page).click();
    const number = await arrived(page);
    await broken.sent?.(page, backend);
    expect(await casesWith(page, WORDS, backend.url)).toEqual([number]);
    await page.getByRole("link", { name: EN.toCase }).click();
    await expect(title(page, WORDS)).toBeVisible();
    await backend.dispose();
  });
}

test("killed in the middle of an answer: the rest arrives from the one that is started again", async ({ page, expected }) => {
  expected.add(...NO_NETWORK, ...BROKEN);
  const backend = new Backend([...AT, "--answer-pace", "1500"]);
  await backend.start();
  await signIn(page, "anna", backend.url);
  await describe(page, "general", EN, backend.url);
  await page.getByRole("textbox", { name: EN.field }).fill("How much is the buyer protection fee?");
  await page.getByRole("button", { name: EN.getAnswer }).click();
  await expect(page.getByText("When you win an object you pay a buyer protection fee")).toBeVisible();
  await again(backend);
  await expect(page.getByRole("status").filter({ hasText: EN.complete })).toBeAttached({ timeout: 20_000 });
  expect(await sentences(page)).toHaveLength(4);
  await checked(page);
  await backend.dispose();
});

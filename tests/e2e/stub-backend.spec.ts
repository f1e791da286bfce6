// In front of a backend that nobody wrote: answers made from docs/openapi.json, with fields and words that nobody knows yet.
import { type Page } from "@playwright/test";

import { type Manner, stubbed } from "./fixtures/stub.ts";
import { expect, running, test } from "./fixtures/svar.ts";
import { keysShown } from "./fixtures/words.ts";

const READING = ["", "/articles", "/categories/stub-slug", "/articles/stub-slug", "/search?q=parcel", "/privacy", "/accessibility", "/browsers"];
const ASKING = [
  "/ask",
  "/ask?topic=not_arrived&from=stub-slug",
  "/ask/describe?topic=shipping",
  "/ask/answer?draft=gone",
  "/sign-in",
  "/sign-in/help",
];
const OWN = [
  "/orders",
  "/orders?role=seller",
  "/orders/any",
  "/cases",
  "/cases/019389a1-7b1c-7c3a-9f00-2f6f1c0a5b00",
  "/account",
];
const MANNERS: Record<Manner, string> = {
  grown: "unknown fields and words",
  known: "unknown fields and known words",
  bare: "nothing but what is required",
};

/** A page that has its words: a title, no face of a failure, no key of a message, nothing that still waits. */
async function stands(page: Page, path: string): Promise<void> {
  await running(page);
  await expect(page.locator(".load-state--waiting:visible"), path).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 }), path).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 }), path).not.toHaveText(/^\s*$/);
  await expect(page.getByRole("heading", { name: "We could not load this page" }), path).toHaveCount(0);
  expect((await page.getByRole("main").innerText()).trim().length, `${path} is blank`).toBeGreaterThan(20);
  expect(await keysShown(page), path).toEqual([]);
}

for (const [manner, what] of Object.entries(MANNERS) as [Manner, string][]) {
  for (const [part, paths] of [["reading", READING], ["asking and signing in", ASKING], ["a person's own", OWN]] as const) {
    test(`pages stand in front of ${what}: ${part}`, async ({ page }) => {
      await stubbed(page, manner);
      for (const path of paths) {
        await page.goto(`/en${path}`);
        await stands(page, path);
        // The stub's own words are there, and not those of the pages as they were built.
        if (path === "/articles/stub-slug") await expect(page.getByRole("heading", { level: 1 })).toHaveText("A title of the stub");
      }
    });
  }
}

test("one asks in front of unknown words: e-mail is offered and the request is sent", async ({ page }) => {
  await stubbed(page, "grown");
  await page.goto("/en/ask/describe");
  await stands(page, "describe");
  await page.getByRole("textbox", { name: "Your question" }).fill("Where is my parcel?");
  await page.getByRole("button", { name: "Get an answer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your answer" })).toBeVisible();
  await page.getByRole("link", { name: "Talk to customer support" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "How should we reply?" })).toBeVisible();
  await page.getByRole("radio", { name: "E-mail" }).check();
  await page.getByRole("button", { name: "Check your request" }).click();
  await page.getByRole("button", { name: "Send to support" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your request is with support" })).toBeVisible();
  await stands(page, "sent");
});

// Asking by keyboard alone, at 320 px, with every face of every step passing axe in both languages and themes.
import type { Locator, Page } from "@playwright/test";

import { REFUSALS, refuse, silence } from "./fixtures/answers.ts";
import {
  answered, arrived, casesWith, describe, EN, ORDER, sendButton, signIn, SV, test, title, type Words,
} from "./fixtures/asking.ts";
import { tabTo } from "./fixtures/keys.ts";
import { headingLevels, overflow, smallTargets } from "./fixtures/measure.ts";
import { expect, running } from "./fixtures/svar.ts";

const NARROW = { width: 320, height: 640 };
const ANSWERS = /\/api\/v1\/answers\/[^/?]+$/;
const AVAILABILITY = /\/api\/v1\/contact\/availability\?/;
const CASES = /\/api\/v1\/cases\/[0-9a-f-]{36}$/;

const FACES = [
  {
    words: EN,
    question: "When was my parcel delivered?",
    unanswerable: "What is the current share price of your company",
    waiting: "Looking it up",
    refused: "Our help centre has no answer to this. A member of our team can help you.",
    failed: "We could not look it up just now. A member of our team can help you all the same.",
    unknown: "We could not find out which ways are open just now. E-mail always works.",
    notSent: "It has not been sent: the fault is on our side. Your request is kept, and sending again never sends it twice.",
    helped: "This helped",
    thanks: "Good to know. Thank you.",
  },
  {
    words: SV,
    question: "När levererades mitt paket?",
    unanswerable: "vad kostar en resa till månen",
    waiting: "Vi letar",
    refused: "Vårt hjälpcenter har inget svar på detta. En medarbetare kan hjälpa dig.",
    failed: "Vi kunde inte slå upp det just nu. En medarbetare kan hjälpa dig ändå.",
    unknown: "Vi kunde inte ta reda på vilka sätt som är öppna just nu. E-post fungerar alltid.",
    notSent: "Det har inte skickats: felet ligger hos oss. Ditt ärende finns kvar, och skickar du igen blir det aldrig dubbelt.",
    helped: "Det hjälpte",
    thanks: "Vad bra. Tack för att du berättar.",
  },
];

/** Presses Enter on what the Tab key leads to. */
async function follow(page: Page, role: "link" | "button", name: string): Promise<void> {
  await tabTo(page, page.getByRole("main").getByRole(role, { name, exact: true }));
  await page.keyboard.press("Enter");
}

/** Goes through a group of radios with the arrow until this one is chosen. */
async function choose(page: Page, radio: Locator): Promise<void> {
  await tabTo(page, page.getByRole("radio", { checked: true }));
  for (let stops = 0; stops < 5 && !(await radio.isChecked()); stops += 1) await page.keyboard.press("ArrowDown");
  await expect(radio).toBeChecked();
}

/** Focus is on the page's title, and nothing is wider than the screen. */
async function isAt(page: Page, name: string): Promise<void> {
  await expect(title(page, name)).toBeFocused();
  expect(await overflow(page), name).toEqual([]);
}

for (const { words, question, helped, thanks } of FACES) {
  test(`${words.locale}: the whole way by keyboard, with focus on each title, at 320 px`, async ({ page }) => {
    await page.setViewportSize(NARROW);
    await signIn(page);
    await page.goto(`/${words.locale}${ORDER}`);
    await running(page);
    await expect(page.getByRole("link", { name: words.support })).toBeVisible();
    await follow(page, "link", words.support);
    await isAt(page, words.describe);
    await tabTo(page, page.getByRole("textbox", { name: words.field }));
    await page.keyboard.type(question);
    await follow(page, "button", words.getAnswer);
    await isAt(page, words.answer);
    await expect(page.getByRole("status").filter({ hasText: words.complete })).toBeAttached();
    await follow(page, "button", helped);
    await expect(page.getByText(thanks)).toBeVisible();
    await follow(page, "link", words.talk);
    await isAt(page, words.contact);
    await choose(page, page.getByRole("radio", { name: words.email }));
    await follow(page, "button", words.toCheck);
    await isAt(page, words.check);
    await follow(page, "button", words.leaveOut(words.payment));
    await expect(page.getByRole("button", { name: words.putBack(words.payment) })).toBeFocused();
    await page.keyboard.press("Space");
    await expect(page.getByRole("button", { name: words.leaveOut(words.payment) })).toBeFocused();
    await follow(page, "button", words.send);
    const number = await arrived(page, words);
    await isAt(page, words.sent);
    await follow(page, "link", words.toCase);
    await isAt(page, question);
    expect(await casesWith(page, question)).toContain(number);
  });
}

/** Axe in both themes, narrow and wide; headings in order; things to press that can be hit. */
async function look(page: Page, axe: (page: Page) => Promise<void>): Promise<void> {
  for (const size of [{ width: 1280, height: 800 }, NARROW]) {
    await page.setViewportSize(size);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await axe(page);
    }
    expect(await overflow(page), page.url()).toEqual([]);
    expect(await smallTargets(page, "main button, main input, main .button, main select", 44), page.url()).toEqual([]);
  }
  const levels = await headingLevels(page);
  expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1), `headings of ${page.url()}`).toEqual([]);
}

const fillIn = (page: Page, words: Words, text: string) => page.getByRole("textbox", { name: words.field }).fill(text);

for (const { words, question, unanswerable, ...faces } of FACES) {
  test(`${words.locale}: axe finds nothing on any step`, async ({ page, axe }) => {
    test.setTimeout(120_000);
    await signIn(page);
    await page.goto(`/${words.locale}/ask`);
    await running(page);
    await expect(page.getByRole("main").getByRole("link", { name: "Leica M3" })).toBeVisible();
    await look(page, axe);
    await describe(page, "order", words);
    await look(page, axe);
    await fillIn(page, words, "x".repeat(2_001));
    await page.getByRole("button", { name: words.getAnswer }).click();
    await expect(page.getByRole("textbox", { name: words.field })).toHaveAttribute("aria-invalid", "true");
    await look(page, axe);
    await answered(page, question, words);
    await look(page, axe);
    await page.getByRole("link", { name: words.talk }).click();
    await expect(page.getByRole("radio", { name: words.email })).toBeVisible();
    await look(page, axe);
    await page.getByRole("radio", { name: words.email }).check();
    await page.getByRole("button", { name: words.toCheck }).click();
    await page.getByRole("button", { name: words.leaveOut(words.payment) }).click();
    await look(page, axe);
    await sendButton(page, words).click();
    await arrived(page, words);
    await look(page, axe);
    await page.getByRole("link", { name: words.toCase }).click();
    await expect(title(page, question)).toBeVisible();
    await look(page, axe);
  });

  test(`${words.locale}: axe finds nothing while things are waited for, refused or failed`, async ({ page, axe, expected }) => {
    test.setTimeout(120_000);
    expected.add(...REFUSALS);
    await signIn(page);
    await describe(page, "general", words);
    await fillIn(page, words, unanswerable);
    await silence(page, ANSWERS);
    await page.getByRole("button", { name: words.getAnswer }).click();
    await expect(page.getByText(faces.waiting)).toBeVisible();
    await look(page, axe);
    await page.unroute(ANSWERS);
    await refuse(page, ANSWERS, 422);
    await page.reload();
    await expect(page.getByText(faces.failed)).toBeVisible();
    await look(page, axe);
    await page.unroute(ANSWERS);
    await page.reload();
    await expect(page.getByText(faces.refused)).toBeVisible();
    await look(page, axe);
    await refuse(page, AVAILABILITY, 503);
    await page.getByRole("link", { name: words.talk }).click();
    await expect(page.getByText(faces.unknown)).toBeVisible();
    await look(page, axe);
    await page.getByRole("button", { name: words.toCheck }).click();
    await refuse(page, CASES, 503);
    await sendButton(page, words).click();
    await expect(page.getByRole("main").getByRole("alert").filter({ hasText: /\S/ })).toHaveText(faces.notSent);
    await look(page, axe);
  });

  test(`${words.locale}: the answer is announced once, when it is whole`, async ({ page }) => {
    await page.addInitScript(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      new MutationObserver(() => {
        const text = document.querySelector(".answer-view [role=status]")?.textContent ?? "";
        if (text !== "" && said.at(-1) !== text) said.push(text);
      }).observe(document, { subtree: true, childList: true, characterData: true });
    });
    await describe(page, "general", words);
    await answered(page, words.locale === "en" ? "How much is the buyer protection fee?" : "Hur mycket är köparskyddsavgiften?", words);
    const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
    expect(said[0]).toBe(faces.waiting);
    expect(said).toHaveLength(2);
    expect(said[1]).toMatch(words.complete);
    const live = page.locator("[role=status], [role=alert], [aria-live]").filter({ has: page.locator(".answer-view__sentence") });
    await expect(live, "sentences are read like any text").toHaveCount(0);
  });
}

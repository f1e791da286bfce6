// Everyone can use what is theirs: sign-in, orders, drafts and the account, each with all its faces, through axe in both
// languages and themes, narrow and wide; and nothing scrolls sideways.
import type { Page } from "@playwright/test";

import { REFUSALS } from "./fixtures/answers.ts";
import { headingLevels, overflow, smallTargets } from "./fixtures/measure.ts";
import { fillIn, signIn, signInButton, EN as SIGN_IN_EN, SV as SIGN_IN_SV } from "./fixtures/person.ts";
import { expect, running, test } from "./fixtures/svar.ts";

const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 800 };

const EN = {
  ...SIGN_IN_EN,
  send: "Send",
  question: "What do you need help with?",
  checkMail: "Check your e-mail",
  confirm: "Send my question",
  unknown: "This link does not work any more",
  noOrder: "No order fits",
  journey: "Where everything is",
  shipTo: "Send the parcel to",
  lost: "We could not find this page",
  failed: "We could not load this page",
  signOut: "Sign out",
  stay: "Stay signed in",
  ask: "Your question",
  unfinished: "Go on where you stopped",
  notHere: "This request is not on this device",
};

const SV: typeof EN = {
  ...SIGN_IN_SV,
  send: "Skicka",
  question: "Vad behöver du hjälp med?",
  checkMail: "Titta i din e-post",
  confirm: "Skicka min fråga",
  unknown: "Länken fungerar inte längre",
  noOrder: "Ingen beställning passar",
  journey: "Var allt är",
  shipTo: "Skicka paketet till",
  lost: "Vi hittade inte sidan",
  failed: "Vi kunde inte ladda sidan",
  signOut: "Logga ut",
  stay: "Stanna kvar inloggad",
  ask: "Din fråga",
  unfinished: "Fortsätt där du slutade",
  notHere: "Det här ärendet finns inte på den här enheten",
};

type Words = typeof EN;
type Face = (page: Page, words: Words) => Promise<void>;

const main = (page: Page) => page.getByRole("main");
const button = (page: Page, name: string) => main(page).getByRole("button", { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });

async function go(page: Page, words: Words, path: string): Promise<void> {
  await page.goto(`/${words.locale}${path}`);
  await running(page);
}

/** The page at this path, signed in as somebody. */
const as = (name: string, path: string, seen: (page: Page, words: Words) => Promise<unknown>): Face => async (page, words) => {
  await signIn(page, name);
  await go(page, words, path);
  await seen(page, words);
};

async function withDraft(page: Page, words: Words): Promise<void> {
  await signIn(page, "anna");
  await go(page, words, "/ask/describe?order=order-20423");
  await main(page).getByRole("textbox", { name: words.ask }).fill("Två frågor: when, and where?");
}

const FACES: Record<string, Face> = {
  "sign-in": (page, words) => go(page, words, "/sign-in"),
  "sign-in with empty fields": async (page, words) => {
    await go(page, words, "/sign-in");
    await signInButton(page, words).click();
    await expect(page.locator("#error-summary")).toBeFocused();
  },
  "sign-in with a wrong password": async (page, words) => {
    await go(page, words, "/sign-in");
    await fillIn(page, "nobody@example.com", "wrong", words);
    await expect(main(page).getByRole("alert")).not.toBeEmpty();
  },
  "help with signing in": (page, words) => go(page, words, "/sign-in/help"),
  "help with signing in, empty": async (page, words) => {
    await go(page, words, "/sign-in/help");
    await button(page, words.send).click();
    await expect(page.locator("#error-summary")).toBeFocused();
  },
  "help with signing in, sent": async (page, words) => {
    await go(page, words, "/sign-in/help");
    await main(page).getByRole("textbox", { name: words.email }).fill(`axe.${words.locale}@example.com`);
    await main(page).getByRole("textbox", { name: words.question }).fill("Where is my code?");
    await button(page, words.send).click();
    await expect(heading(page, words.checkMail)).toBeVisible();
  },
  "a link from a mail": async (page, words) => {
    await go(page, words, "/sign-in/help#0123456789");
    await expect(button(page, words.confirm)).toBeVisible();
  },
  "a link from a mail that is not known": async (page, words) => {
    await go(page, words, "/sign-in/help#0123456789");
    await button(page, words.confirm).click();
    await expect(heading(page, words.unknown)).toBeVisible();
  },
  "the door to the orders": (page, words) => go(page, words, "/orders"),
  "a buyer’s orders": as("anna", "/orders", (page) => expect(main(page).getByRole("list").getByRole("heading")).toHaveCount(13)),
  "a seller’s orders": as("david", "/orders?role=seller", (page) => expect(main(page).getByText("SV-20408")).toBeVisible()),
  "no order that fits": as("anna", "/orders?q=zeppelin", (page, words) => expect(heading(page, words.noOrder)).toBeVisible()),
  "a buyer’s order": as("anna", "/orders/order-20423", (page, words) => expect(heading(page, words.journey)).toBeVisible()),
  "an order that could not be delivered": as("anna", "/orders/order-20417", (page, words) => expect(heading(page, words.journey)).toBeVisible()),
  "a seller’s order to ship": as("david", "/orders/order-20420", (page, words) => expect(heading(page, words.shipTo)).toBeVisible()),
  "an order that is not there": as("anna", "/orders/order-1", (page, words) => expect(heading(page, words.lost)).toBeVisible()),
  "orders that could not be loaded": async (page, words) => {
    await page.route(/\/api\/v1\/orders\?/, (route) => route.fulfill({ status: 503 }));
    await as("anna", "/orders", (page, words) => expect(heading(page, words.failed)).toBeVisible())(page, words);
  },
  "the account": as("anna", "/account", (page, words) => expect(button(page, words.signOut)).toBeVisible()),
  "the account, asked before signing out": async (page, words) => {
    await withDraft(page, words);
    await go(page, words, "/account");
    await button(page, words.signOut).click();
    await expect(button(page, words.stay)).toBeVisible();
  },
  "something begun before": async (page, words) => {
    await withDraft(page, words);
    await go(page, words, "/ask");
    await expect(heading(page, words.unfinished)).toBeVisible();
  },
  "a draft of somebody else": as("ben", "/ask/check?draft=0", (page, words) => expect(heading(page, words.notHere)).toBeVisible()),
};

for (const words of [EN, SV]) {
  for (const [name, face] of Object.entries(FACES)) {
    test(`${words.locale}: ${name}`, async ({ page, axe, expected }) => {
      expected.add(...REFUSALS);
      await page.setViewportSize(WIDE);
      await page.emulateMedia({ reducedMotion: "reduce" });
      await face(page, words);
      await expect(page.locator(".load-state--waiting")).toHaveCount(0);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      for (const size of [WIDE, NARROW]) {
        await page.setViewportSize(size);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          await axe(page);
        }
        expect(await overflow(page), `at ${size.width} px`).toEqual([]);
        expect(await smallTargets(page, "main button, main input, main select, main .button", 44), `at ${size.width} px`).toEqual([]);
      }
      const levels = await headingLevels(page);
      expect(levels.filter((level, index) => index > 0 && level > levels[index - 1]! + 1), levels.join(" ")).toEqual([]);
    });
  }
}

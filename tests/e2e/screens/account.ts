// Pages that need to know who asks: orders, asking, cases, the account, and the team's desk.
import type { Page } from "@playwright/test";

import { change, refuse } from "../fixtures/answers.ts";
import { photo } from "../fixtures/photos.ts";
import {
  ANSWERED_PATH, CALL_PATH, DESK_CASE_PATH, WRITTEN_PATH, anna, annaWithCall, annaWithCases, annaWroteChiara, chiara, chiaraWasWritten,
} from "./people.ts";
import type { Screen } from "./pages.ts";

const AVAILABILITY = /\/api\/v1\/.*availability/;
const ORDER = "/en/ask/describe?order=order-20398";
const DELIVERED = "/en/ask/describe?order=order-20418";
const QUESTION = "My parcel has not arrived. When may I cancel the order?";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name }).waitFor();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function describe(page: Page): Promise<void> {
  await page.getByLabel("Your question").fill(QUESTION);
  await page.getByRole("heading", { name: "These may answer it already" }).waitFor();
}

async function answer(page: Page): Promise<void> {
  await describe(page);
  await press(page, "Get an answer");
  await heading(page, "Your answer");
  // Said to those who listen, and not seen.
  await page.getByText(/^The answer is here: /).waitFor({ state: "attached" });
}

async function contact(page: Page): Promise<void> {
  await answer(page);
  await page.getByRole("link", { name: "Talk to customer support" }).click();
  await heading(page, "How should we reply?");
  await page.getByRole("radio", { name: "E-mail" }).waitFor();
}

/** What the backend would say in the team's hours; pictures are taken at any. */
const staffed: NonNullable<Screen["before"]> = async (page, site) => {
  await anna(page, site);
  await change(page, AVAILABILITY, (answer) => {
    const from = new Date(new Date(answer.as_of).setUTCHours(8, 0, 0, 0)).toISOString();
    const to = new Date(new Date(answer.as_of).setUTCHours(23, 30, 0, 0)).toISOString();
    const wait = { status: "busy", reason: "queue_long", wait_s: { low: 240, high: 600 }, position: 3 };
    const phone = { method: "phone", ...wait, languages: ["en", "de"], language: "en", callback: true, hours: [{ from, to }] };
    const others = answer.methods.filter((it: { method: string }) => it.method !== "phone");
    return { ...answer, recommended: ["email", "phone"], methods: [...others, phone] };
  });
};

async function phone(page: Page): Promise<void> {
  await contact(page);
  await page.getByRole("radio", { name: "Phone" }).check();
  await page.getByRole("textbox", { name: "The number we call" }).fill("+46 70 123 45 67");
}

async function check(page: Page): Promise<void> {
  await contact(page);
  await page.getByRole("radio", { name: "E-mail" }).check();
  await press(page, "Check your request");
  await heading(page, "This is what support will see");
  await page.getByRole("button", { name: "Leave out: Parcel" }).waitFor();
}

async function sent(page: Page): Promise<void> {
  await check(page);
  await press(page, "Send to support");
  await heading(page, "Your request is with support");
  await page.getByRole("link", { name: "Go to your case" }).waitFor();
}

/** What counts for "not as described", and a photo beside the words. */
async function withTopic(page: Page): Promise<void> {
  await page.getByRole("group", { name: "What is it about?" }).getByRole("radio", { name: "The object is not as described" }).check();
  await page.getByRole("region", { name: "Before you ask" }).waitFor();
}

async function withPhoto(page: Page): Promise<void> {
  await page.getByRole("region", { name: "Photos" }).getByLabel("Add photos").setInputFiles(await photo(page, "Watch back.jpg"));
  await page.getByRole("region", { name: "Photos" }).locator("img").waitFor();
  await page.getByLabel("Your question").fill(QUESTION);
}

async function doubted(page: Page): Promise<void> {
  await answer(page);
  await press(page, "This is wrong about my order");
  await page.getByRole("textbox", { name: "What is wrong?" }).waitFor();
}

const refused: Screen["then"] = async (page) => {
  await page.getByLabel("Your question").fill("Which bus goes to the airport?");
  await press(page, "Get an answer");
  await page.getByText("Our help centre has no answer to this.").waitFor();
};

const failedSignIn: Screen["then"] = async (page) => {
  await page.getByLabel("E-mail address").fill(`anna.${page.viewportSize()?.width}@example.com`);
  await page.getByLabel("Password", { exact: true }).fill("not-it");
  await press(page, "Sign in");
  await page.getByText("This e-mail address and password do not match.").waitFor();
};

const emptySignIn: Screen["then"] = async (page) => {
  await press(page, "Sign in");
  await page.getByText("Before you go on").waitFor();
};

/** A step of asking about an order, as Anna. */
const step = (name: string, title: string, then: Screen["then"]): Screen => ({ name, title, path: ORDER, before: anna, then });

export const ACCOUNT_SCREENS: Screen[] = [
  { name: "ask", title: "Ask: about what, signed out", path: "/en/ask" },
  {
    name: "ask-from-article",
    title: "Ask: about what, from an article",
    path: "/en/ask?topic=not_arrived&from=order-has-not-arrived",
    then: (page) => page.getByRole("heading", { name: "About “Your order has not arrived”" }).waitFor(),
  },
  {
    name: "ask-orders",
    title: "Ask: about which order",
    path: "/en/ask",
    before: anna,
    then: (page) => page.getByRole("link", { name: "All your orders" }).waitFor(),
  },
  step("ask-describe", "Ask: the question", describe),
  { ...step("ask-topic", "Ask: what it is about, with advice", withTopic), path: DELIVERED },
  step("ask-photos", "Ask: the question, with a photo", withPhoto),
  step("ask-answer", "Ask: the answer", answer),
  step("ask-wrong", "Ask: the answer is wrong about the order", doubted),
  { name: "ask-refused", title: "Ask: no answer is known", path: "/en/ask/describe", then: refused },
  step("ask-contact", "Ask: how to reply", contact),
  {
    ...step("ask-contact-unknown", "Ask: how to reply, while that cannot be found out", contact),
    async before(page, site) {
      await anna(page, site);
      await refuse(page, AVAILABILITY, 503);
    },
  },
  { ...step("ask-contact-phone", "Ask: a call from us", phone), before: staffed },
  step("ask-check", "Ask: what support will see", check),
  step("ask-sent", "Ask: sent", sent),
  { name: "sign-in", title: "Sign in", path: "/en/sign-in" },
  { name: "sign-in-empty", title: "Sign in, nothing filled in", path: "/en/sign-in", then: emptySignIn },
  { name: "sign-in-refused", title: "Sign in, refused", path: "/en/sign-in", then: failedSignIn },
  { name: "sign-in-help", title: "I can’t sign in", path: "/en/sign-in/help" },
  { name: "orders-signed-out", title: "Orders, signed out", path: "/en/orders" },
  { name: "orders", title: "Orders of a buyer", path: "/en/orders", before: anna },
  { name: "orders-seller", title: "Orders of a seller", path: "/en/orders", before: chiara },
  { name: "order", title: "An order, as its buyer sees it", path: "/en/orders/order-20418", before: anna },
  { name: "order-seller", title: "An order, as its seller sees it", path: "/en/orders/order-20418", before: chiara },
  { name: "order-messages", title: "An order with messages, as its buyer sees it", path: WRITTEN_PATH, before: annaWroteChiara },
  { name: "order-messages-seller", title: "An order with messages, as its seller sees it", path: WRITTEN_PATH, before: chiaraWasWritten },
  { name: "object", title: "An object", path: "/en/objects/object-omega-seamaster", before: anna },
  { name: "cases", title: "Cases", path: "/en/cases", before: annaWithCases },
  { name: "case", title: "A case with a reply", path: ANSWERED_PATH, before: annaWithCases },
  { name: "case-call", title: "A case with a call", path: CALL_PATH, before: annaWithCall },
  { name: "account", title: "The account", path: "/en/account", before: anna },
  { name: "order-sv", title: "An order, Swedish", path: "/sv/orders/order-20418", before: anna },
  { name: "order-rtl", title: "An order, mirrored", path: "/en/orders/order-20418", before: anna, then: mirrored },
  { name: "desk-sign-in", title: "The desk: sign in", path: "/desk/sign-in", withoutApp: true },
  { name: "desk-queue", title: "The desk: the queue", path: "/desk", before: annaWithCases, withoutApp: true },
  { name: "desk-case", title: "The desk: a case", path: DESK_CASE_PATH, before: annaWithCases, withoutApp: true },
  { name: "desk-calls", title: "The desk: calls", path: "/desk/calls", before: annaWithCall, withoutApp: true },
  { name: "desk-contact", title: "The desk: contact methods", path: "/desk/contact", before: annaWithCall, withoutApp: true },
  { name: "desk-mails", title: "The desk: mails", path: "/desk/mails", before: annaWithCases, withoutApp: true },
];

async function mirrored(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1, name: /^Order / }).waitFor();
  await page.evaluate(() => void (document.documentElement.dir = "rtl"));
}

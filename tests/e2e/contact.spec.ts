// Which ways of being answered are offered: all side by side, the closed ones with why and when they are back, and
// what changes while one looks.
import type { Page } from "@playwright/test";

import { REFUSALS, change } from "./fixtures/answers.ts";
import { answered, describe, EN, SV, sendButton, signIn, talkTo, test, title } from "./fixtures/asking.ts";
import { expect } from "./fixtures/svar.ts";

const AVAILABILITY = /\/api\/v1\/contact\/availability\?/;
const SLOTS = /\/api\/v1\/callbacks\/slots\?/;

type Method = Record<string, unknown> & { method: string };

/** What the backend says of e-mail, with another method beside it. */
async function offered(page: Page, phone: Omit<Method, "method">, recommended = ["phone", "email"]): Promise<void> {
  await change(page, AVAILABILITY, (answer) => ({
    ...answer,
    recommended,
    methods: [...answer.methods.filter((it: Method) => it.method === "email"), { method: "phone", languages: ["en", "de"], language: "en", ...phone }],
  }));
  await page.route(SLOTS, (route) => route.fulfill({ json: { items: [], timezone: "Europe/Amsterdam" } }));
}

async function toContact(page: Page, words = EN): Promise<void> {
  await signIn(page);
  await describe(page, "general", words);
  await answered(page, words === EN ? "How much is the buyer protection fee?" : "Hur mycket är köparskyddsavgiften?", words);
  await talkTo(page, words);
}

const phone = (page: Page, words = EN) => page.getByRole("radio", { name: words === EN ? "Phone" : "Telefon", exact: true });

const MONDAY = [{ from: "2026-11-23T08:00:00Z", to: "2026-11-23T17:00:00Z" }];

for (const { name, said, words, canChoose } of [
  { name: "open", said: { status: "available", closes_at: "2026-11-22T17:00:00Z" }, words: "Open now, until Sun 17:00.", canChoose: true },
  { name: "busy", said: { status: "busy", reason: "queue_long", wait_s: { low: 240, high: 600 }, position: 7 }, words: "Many are waiting just now. The wait is 4 to 10 minutes. You would be number 7.", canChoose: true },
  { name: "about a minute", said: { status: "busy", reason: "queue_long", wait_s: { low: 20, high: 60 } }, words: "Many are waiting just now. The wait is about a minute.", canChoose: true },
  { name: "outside hours", said: { status: "closed", reason: "outside_hours", opens_at: "2026-11-23T08:00:00Z", callback: true, hours: MONDAY }, words: "Closed at this hour. Opens Mon 08:00 (Mon 09:00 in Amsterdam). You can book a call for a time that suits you.", canChoose: true },
  { name: "a holiday", said: { status: "closed", reason: "holiday", opens_at: "2026-12-28T08:00:00Z" }, words: "Closed today for a holiday. Opens 28 December 2026 at 08:00 (28 December 2026 at 09:00 in Amsterdam).", canChoose: false },
  { name: "nobody there", said: { status: "closed", reason: "no_agents_online" }, words: "Nobody is at the phone just now.", canChoose: false },
  { name: "queue full", said: { status: "closed", reason: "queue_full" }, words: "So many are waiting that nobody can be added just now.", canChoose: false },
  { name: "language", said: { status: "unsupported", reason: "language_unsupported" }, words: "Not there in this language.", canChoose: false },
  { name: "topic", said: { status: "unsupported", reason: "topic_unsupported" }, words: "Not there for a question like this.", canChoose: false },
  { name: "country", said: { status: "unsupported", reason: "country_unsupported" }, words: "Not there in your country.", canChoose: false },
  { name: "restricted", said: { status: "closed", reason: "account_restricted" }, words: "Not there while your account is restricted.", canChoose: false },
  { name: "maintenance", said: { status: "closed", reason: "maintenance" }, words: "Out of order just now. We are working on it.", canChoose: false },
  { name: "a word to come", said: { status: "asleep", reason: "full_moon" }, words: "Not open just now: full moon.", canChoose: false },
  { name: "fallback", said: { status: "available", language_match: "fallback", language: "en" }, words: "Open now. We speak English with you.", canChoose: true },
]) {
  test(`the telephone is ${name}: it is there, and says what it is`, async ({ page, axe }) => {
    await offered(page, said);
    await toContact(page);
    await expect(phone(page)).toHaveAccessibleDescription(new RegExp(`^${words.replace(/[().?]/g, "\\$&")}`));
    if (canChoose) await expect(phone(page)).toBeEnabled();
    else await expect(phone(page)).toBeDisabled();
    await expect(page.getByRole("radio", { name: "E-mail" })).toBeEnabled();
    await axe(page);
  });
}

test("the most suitable way stands first and is chosen", async ({ page }) => {
  await offered(page, { status: "available" });
  await toContact(page);
  await expect(page.getByRole("radio").first()).toHaveAccessibleName("Phone");
  await expect(phone(page)).toBeChecked();
});

test("the day bar says in words what it shows, in the visitor's own time", async ({ browser, backend }) => {
  const context = await browser.newContext({ timezoneId: "America/New_York", baseURL: backend.url });
  const page = await context.newPage();
  await offered(page, { status: "available", closes_at: "2026-11-22T17:00:00Z", hours: [{ from: "2026-11-22T08:00:00Z", to: "2026-11-22T17:00:00Z" }] });
  await page.clock.setFixedTime(new Date("2026-11-22T15:00:00Z"));
  await toContact(page);
  await expect(page.getByText("Today 03:00 to 12:00, in your time.")).toBeVisible();
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await context.close();
});

test("a way that closes while one looks says so, and nothing typed goes", async ({ page, axe }) => {
  await offered(page, { status: "available" });
  await toContact(page);
  await page.getByRole("textbox", { name: "The number we call" }).fill("+46 70 123 45 67");
  await page.unroute(AVAILABILITY);
  await offered(page, { status: "closed", reason: "maintenance" });
  await page.getByRole("combobox", { name: "Language of the reply" }).selectOption("de");
  await expect(page.getByRole("status").filter({ hasText: "Phone has just closed. Choose another way to go on." })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "The number we call" })).toHaveValue("+46 70 123 45 67");
  await axe(page);
  await page.getByRole("radio", { name: "E-mail" }).check();
  await page.getByRole("button", { name: EN.toCheck }).click();
  await expect(title(page, EN.check)).toBeVisible();
  await expect(page.getByText("E-mail, in German")).toBeVisible();
});

for (const { words, empty, choose } of [
  { words: EN, empty: "Write the number that we should call", choose: "Choose a time: nobody can call just now" },
  { words: SV, empty: "Skriv numret som vi ska ringa", choose: "Välj en tid: ingen kan ringa just nu" },
]) {
  test(`${words.locale}: a call needs a number and, while nobody can call, a time`, async ({ page, axe }) => {
    await offered(page, { status: "closed", reason: "outside_hours", opens_at: "2026-11-23T08:00:00Z", callback: true });
    await page.unroute(SLOTS);
    await page.route(SLOTS, (route) =>
      route.fulfill({ json: { items: [{ from: "2026-11-23T09:00:00Z", to: "2026-11-23T09:15:00Z" }], timezone: "Europe/Amsterdam" } }),
    );
    await toContact(page, words);
    await phone(page, words).check();
    const number = page.getByRole("textbox", { name: words === EN ? "The number we call" : "Numret vi ringer" });
    const time = page.getByRole("combobox", { name: words === EN ? "When we call" : "När vi ringer" });
    await page.getByRole("button", { name: words.toCheck }).click();
    await expect(number).toBeFocused();
    await expect(number).toHaveAccessibleDescription(new RegExp(empty));
    await axe(page);
    await number.fill("+46 70 123 45 67");
    await page.getByRole("button", { name: words.toCheck }).click();
    await expect(time).toBeFocused();
    await expect(time).toHaveAccessibleDescription(choose);
    await time.selectOption({ label: words === EN ? "09:00 to 09:15" : "09:00 till 09:15" });
    await page.getByRole("button", { name: words.toCheck }).click();
    await expect(title(page, words.check)).toBeVisible();
    await expect(page.getByText("+46 70 123 45 67 · ")).toContainText("09:00");
  });
}

for (const { code, heard, field } of [
  { code: "method_unavailable", heard: "This way of replying has just closed, so your request was not sent.", field: "" },
  { code: "slot_taken", heard: "Somebody else has just booked this time, so your request was not sent.", field: "" },
  { code: "phone_invalid", heard: "", field: "We cannot call this number." },
]) {
  test(`refused for ${code}, sending leads back to the choice, says why, and keeps the words`, async ({ page, expected }) => {
    expected.add(...REFUSALS);
    await offered(page, { status: "available" });
    await toContact(page);
    await page.getByRole("textbox", { name: "The number we call" }).fill("+46 70 123 45 67");
    await page.getByRole("button", { name: EN.toCheck }).click();
    await expect(sendButton(page)).toBeVisible();
    const problem = { type: "about:blank", title: "No", status: 409, code, request_id: "1", errors: [] };
    await page.route(/\/api\/v1\/cases\/[0-9a-f-]{36}$/, (route) =>
      route.fulfill({ status: 409, contentType: "application/problem+json", body: JSON.stringify(problem) }),
    );
    await sendButton(page).click();
    await expect(title(page, EN.contact)).toBeVisible();
    const number = page.getByRole("textbox", { name: "The number we call" });
    await expect(number).toHaveValue("+46 70 123 45 67");
    if (heard) await expect(page.getByText(heard)).toBeFocused();
    if (field) {
      await expect(number).toBeFocused();
      await expect(number).toHaveAccessibleDescription(new RegExp(field));
    }
    await page.getByRole("radio", { name: "E-mail" }).check();
    await page.getByRole("button", { name: EN.toCheck }).click();
    await page.unroute(/\/api\/v1\/cases\/[0-9a-f-]{36}$/);
    await sendButton(page).click();
    await expect(title(page, EN.sent)).toBeVisible();
  });
}

// What a question is about: topics by the order's state and side, with advice first, and said so where one closes.
import type { Page } from "@playwright/test";

import { REFUSALS, change, refuse } from "./fixtures/answers.ts";
import { answered, arrived, checked, EN, sendButton, signIn, SV, test, title } from "./fixtures/asking.ts";
import { tabTo } from "./fixtures/keys.ts";
import { overflow } from "./fixtures/measure.ts";
import { expect, running } from "./fixtures/svar.ts";

const TOPICS = /\/api\/v1\/topics\?/;
const ANSWERS = /\/api\/v1\/answers\/[^/?]+$/;
const EVENTS = /\/api\/v1\/events/;
const CASES = /\/api\/v1\/cases\/[0-9a-f-]{36}$/;

const IN_ENGLISH = {
  words: EN,
  legend: "What is it about?",
  other: "Something else",
  described: "The object is not as described",
  before: "Before you ask",
  claims: ["This counts", "This does not count"],
  seeOrder: "See the order",
  begins: "It begins like this:",
  damaged: "The object arrived damaged.",
  line: "Topic",
  question: "When was my parcel delivered?",
  ofSeller: [
    "The buyer says that something is wrong", "Showing that it is genuine", "A refund or a return", "A payout",
    "Your bank details", "A payout on hold",
    "Fraud, or a message that looks false", "An object that may be a counterfeit", "A threat, or pressure", "Something else",
  ],
};

const IN_SWEDISH: typeof IN_ENGLISH = {
  words: SV,
  legend: "Vad gäller det?",
  other: "Något annat",
  described: "Objektet stämmer inte med beskrivningen",
  before: "Innan du frågar",
  claims: ["Det här räknas", "Det här räknas inte"],
  seeOrder: "Se beställningen",
  begins: "Den kan börja så här:",
  damaged: "Objektet var skadat när det kom.",
  line: "Ämne",
  question: "När levererades mitt paket?",
  ofSeller: [
    "Köparen säger att något är fel", "Visa att objektet är äkta", "Återbetalning eller retur", "En utbetalning",
    "Dina bankuppgifter", "En pausad utbetalning",
    "Bedrägeri, eller ett meddelande som verkar falskt", "Ett objekt som kan vara en förfalskning", "Ett hot, eller påtryckningar", "Något annat",
  ],
};

const choice = (page: Page, words = IN_ENGLISH) => page.getByRole("group", { name: words.legend, exact: true });
const topic = (page: Page, name: string, words = IN_ENGLISH) => choice(page, words).getByRole("radio", { name, exact: true });
const advice = (page: Page, words = IN_ENGLISH) => page.getByRole("region", { name: words.before, exact: true });
const field = (page: Page, words = EN) => page.getByRole("textbox", { name: words.field });

/** Where a question about one of this person's orders is described. */
async function begin(page: Page, person: string, order: string, words = EN): Promise<void> {
  await signIn(page, person);
  await page.goto(`/${words.locale}/ask/describe?order=${order}`);
  await running(page);
  await expect(field(page, words)).toBeVisible();
}

for (const said of [IN_ENGLISH, IN_SWEDISH]) {
  const { words } = said;

  test(`${words.locale}: a buyer sees what counts before asking, and the topic goes along, shown first`, async ({ page, axe }) => {
    await begin(page, "ben", "order-20413", words);
    await expect(topic(page, said.other, said)).toBeChecked();
    await expect(advice(page, said)).toHaveCount(0);
    await topic(page, said.described, said).check();
    await expect(advice(page, said).getByRole("heading", { level: 3 })).toHaveText(said.claims);
    await expect(advice(page, said).getByRole("link", { name: said.seeOrder })).toHaveAttribute("href", `/${words.locale}/orders/order-20413`);
    await expect(page.getByRole("group", { name: said.begins }).getByRole("button").first()).toHaveText(said.damaged);
    await axe(page);
    await page.reload();
    await expect(topic(page, said.described, said), "it survives a reload").toBeChecked();
    await answered(page, said.question, words);
    await checked(page, words);
    const line = page.locator("dl > div").filter({ has: page.getByRole("term").getByText(said.line, { exact: true }) });
    await expect(line).toContainText(said.described);
    const sending = page.waitForRequest((request) => request.method() === "PUT" && CASES.test(request.url()));
    await sendButton(page, words).click();
    expect((await sending).postDataJSON()).toMatchObject({ topic: "not_as_described" });
    await arrived(page, words);
  });

  test(`${words.locale}: a seller of the same order has topics of their own, and none of the buyer's advice`, async ({ page }) => {
    await begin(page, "chiara", "order-20413", words);
    const labels = choice(page, said).locator("label");
    await expect(labels).toHaveText(said.ofSeller);
    await topic(page, said.ofSeller[2]!, said).check();
    await expect(advice(page, said)).toBeVisible();
    await expect(page.getByText(said.claims[0]!, { exact: true })).toHaveCount(0);
  });

  test(`${words.locale}: a topic is chosen by keyboard alone, at 320 px`, async ({ page, axe }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await begin(page, "ben", "order-20413", words);
    await tabTo(page, topic(page, said.other, said));
    await page.keyboard.press("ArrowDown");
    await expect(topic(page, said.described, said)).toBeChecked();
    await expect(topic(page, said.described, said)).toBeFocused();
    await expect(advice(page, said)).toBeVisible();
    expect(await overflow(page)).toEqual([]);
    await axe(page);
    await tabTo(page, field(page, words));
  });
}

test("what helps without support comes first: the carrier's page, where there is tracking", async ({ page }) => {
  await begin(page, "ben", "order-20421");
  await topic(page, "The order has not arrived").check();
  await expect(advice(page).getByRole("listitem").getByRole("link")).toHaveText(["Track the parcel", "See the order"]);
  await expect(advice(page).getByRole("link", { name: "Track the parcel" })).toHaveAttribute("href", "https://tracking.example.com/EJ209914556JP");
  await topic(page, "A threat, or pressure").check();
  await expect(advice(page).getByText("If you are in danger now")).toBeVisible();
  await expect(advice(page).getByRole("link", { name: "See the order" }), "nobody is sent elsewhere").toHaveCount(0);
  await topic(page, "Something else").check();
  await expect(advice(page)).toHaveCount(0);
});

test("somebody who is signed out has advice, and is led to the order that a topic needs", async ({ page }) => {
  await page.goto("/en/ask/describe?topic=not_arrived");
  await running(page);
  await expect(topic(page, "The order has not arrived")).toBeChecked();
  await expect(topic(page, "Your account")).toBeVisible();
  await expect(topic(page, "Right of withdrawal"), "it needs an order").toHaveCount(0);
  await advice(page).getByRole("link", { name: "Choose the order it is about" }).click();
  await expect(title(page, "Ask a question")).toBeVisible();
  await signIn(page, "ben");
  await page.reload();
  await page.getByRole("main").getByRole("link", { name: /Hiroshige/ }).click();
  await expect(page.getByText("Order SV-20421")).toBeVisible();
  await expect(topic(page, "The order has not arrived"), "the topic came along").toBeChecked();
});

/** The words of an order that changed meanwhile. */
const closed = (page: Page) => page.getByRole("alert").filter({ hasText: "The order has changed" });

test("a topic that the order closes while one writes is said at once, and the words stay", async ({ page }) => {
  let tell = () => {};
  const changed = new Promise<void>((resolve) => (tell = resolve));
  let streams = 0;
  await page.route(EVENTS, async (route) => {
    streams += 1;
    if (streams > 1) return;
    await changed;
    const event = { seq: 1, kind: "order", at: "2026-11-22T12:00:00Z", order_id: "order-20413" };
    await route.fulfill({ contentType: "text/event-stream", body: `event: order\nid: 1\ndata: ${JSON.stringify(event)}\n\n` });
  });
  await begin(page, "ben", "order-20413");
  await topic(page, "Right of withdrawal").check();
  await field(page).fill("Can I still send it back?");
  await change(page, TOPICS, (answer) => ({ items: answer.items.filter((it: { id: string }) => it.id !== "withdrawal") }));
  tell();
  await expect(closed(page)).toBeVisible();
  await expect(topic(page, "Right of withdrawal")).toHaveCount(0);
  await expect(topic(page, "Something else")).toBeChecked();
  await expect(field(page)).toHaveValue("Can I still send it back?");
  await topic(page, "A refund or a return").check();
  await expect(closed(page)).toHaveCount(0);
});

for (const { step, pattern } of [
  { step: "answer", pattern: ANSWERS },
  { step: "case", pattern: CASES },
]) {
  test(`a topic that the backend refuses with the ${step} leads back to the choice, with everything as it was`, async ({ page, expected, axe }) => {
    expected.add(...REFUSALS);
    await begin(page, "ben", "order-20413");
    await topic(page, "Right of withdrawal").check();
    const problem = {
      type: "about:blank", title: "Made up", status: 422, code: "topic_closed", request_id: "1",
      errors: [{ pointer: "/topic", code: "closed", detail: "" }],
    };
    await page.route(pattern, (route) =>
      route.request().method() === "PUT"
        ? route.fulfill({ status: 422, contentType: "application/problem+json", body: JSON.stringify(problem) })
        : route.continue(),
    );
    if (step === "case") {
      await answered(page, "When was my parcel delivered?");
      await checked(page);
      await sendButton(page).click();
    } else {
      await field(page).fill("When was my parcel delivered?");
      await page.getByRole("button", { name: "Get an answer" }).click();
    }
    await expect(title(page, EN.describe)).toBeVisible();
    await expect(closed(page)).toBeVisible();
    await expect(field(page)).toHaveValue("When was my parcel delivered?");
    await axe(page);
    await page.unroute(pattern);
    await answered(page, "When was my parcel delivered?");
    await checked(page);
    const sending = page.waitForRequest((request) => request.method() === "PUT" && CASES.test(request.url()));
    await sendButton(page).click();
    expect((await sending).postDataJSON().topic, "what has closed does not go along").toBeUndefined();
    await arrived(page);
  });
}

test("without topics asking goes on as if there were none", async ({ page, expected }) => {
  expected.add(...REFUSALS);
  await refuse(page, TOPICS, 503);
  const refused = page.waitForResponse(TOPICS);
  await begin(page, "ben", "order-20413");
  await refused;
  await expect(page.locator(".ask-describe__topics"), "no place is kept for them").toHaveCount(0);
  await expect(choice(page)).toHaveCount(0);
  await answered(page, "When was my parcel delivered?");
});

test("another topic may have another answer, the same one has the same", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => request.method() === "PUT" && ANSWERS.test(request.url()) && asked.push(request.url()));
  await begin(page, "ben", "order-20413");
  await answered(page, "When was my parcel delivered?");
  await page.getByRole("link", { name: EN.change }).click();
  await answered(page, "When was my parcel delivered?");
  await page.getByRole("link", { name: EN.change }).click();
  await topic(page, "A refund or a return").check();
  await answered(page, "When was my parcel delivered?");
  expect(asked).toHaveLength(3);
  expect([asked[1] === asked[0], asked[2] === asked[0]]).toEqual([true, false]);
});

// Asking while things fail: the same whole answer in the end, a sentence, a way out, and never a word lost.
import type { Page } from "@playwright/test";

import { NO_NETWORK, REFUSALS, refuse, silence } from "./fixtures/answers.ts";
import { answered, checked, describe, EN, sentences, signIn, test, title } from "./fixtures/asking.ts";
import { expect, running } from "./fixtures/svar.ts";

const ANSWERS = /\/api\/v1\/answers\/[^/?]+$/;
const RESUMED = /\/api\/v1\/answers\/[^/]+\?after=\d+&?$/;
const AVAILABILITY = /\/api\/v1\/contact\/availability\?/;
const QUESTION = "How much is the buyer protection fee?";
/** Events of the answer to it: started, four sentences with a source each, completed. */
const EVENTS = 10;

const WHOLE = [
  "When you win an object you pay a buyer protection fee on top of the price.",
  "It has two parts: 9 % of the price and a fixed amount of EUR 3.",
  "And it cannot protect money that never passes through the marketplace.",
  "The fee is part of the total that you see before you pay, and you find that total again on your order.",
];

async function ask(page: Page): Promise<void> {
  await describe(page, "general");
  await page.getByRole("textbox", { name: "Your question" }).fill(QUESTION);
  await page.getByRole("button", { name: "Get an answer" }).click();
  await expect(title(page, "Your answer")).toBeVisible();
}

const isWhole = (page: Page) => page.getByRole("status").filter({ hasText: "The answer is here: 4 sentences." });
const talk = (page: Page) => page.getByRole("link", { name: "Talk to customer support" });
const tryAgain = (page: Page) => page.getByRole("button", { name: "Try again" });
/** Lets the pauses between attempts go by, until this is said. */
async function endsWith(page: Page, words: string): Promise<void> {
  await expect(async () => {
    await page.clock.runFor(1_000);
    await expect(page.getByText(words)).toBeVisible({ timeout: 100 });
  }).toPass();
}

const failed = "We could not look it up just now. A member of our team can help you all the same.";

for (let cut = 1; cut < EVENTS; cut += 1) {
  test(`an answer whose stream ends after event ${cut} of ${EVENTS} goes on behind it, and is whole`, async ({ page }) => {
    const resumed: string[] = [];
    await page.route(ANSWERS, async (route) => {
      const answer = await route.fetch();
      const events = (await answer.text()).split("\n\n").filter((event) => event.includes("data:"));
      expect(events).toHaveLength(EVENTS);
      await route.fulfill({ response: answer, body: events.slice(0, cut).map((event) => `${event}\n\n`).join("") });
    });
    page.on("request", (request) => RESUMED.test(request.url()) && resumed.push(request.url().replace(/.*after=(\d+).*/, "$1")));
    await ask(page);
    await expect(isWhole(page)).toBeAttached();
    expect(await sentences(page)).toEqual(WHOLE);
    expect(resumed).toEqual([String(cut - 1)]);
  });
}

test("a stream that is cut inside an event, again and again, is whole in the end", async ({ page }) => {
  let pieces = 0;
  await page.route(/\/api\/v1\/answers\//, async (route) => {
    const answer = await route.fetch();
    const text = await answer.text();
    pieces += 1;
    // Half of the second event that is left: it does not count.
    const first = text.indexOf("\n\n") + 2;
    await route.fulfill({ response: answer, body: pieces < 4 ? text.slice(0, first + 40) : text });
  });
  await ask(page);
  await expect(isWhole(page)).toBeAttached({ timeout: 15_000 });
  expect(await sentences(page)).toEqual(WHOLE);
  expect(pieces).toBe(4);
});

test("a stream that never answers is given up, and says so with a way on", async ({ page, axe }) => {
  await page.clock.install();
  await silence(page, ANSWERS);
  await ask(page);
  await expect(page.getByText("Looking it up")).toBeVisible();
  await expect(talk(page)).toBeVisible();
  for (let attempt = 0; attempt < 4; attempt += 1) await page.clock.runFor(15_500);
  await endsWith(page, failed);
  await expect(talk(page)).toBeVisible();
  await axe(page);
  await page.unroute(ANSWERS);
  await tryAgain(page).click();
  await page.clock.runFor(1_000);
  await expect(isWhole(page)).toBeAttached();
});

for (const status of [422, 403, 404, 409, 429]) {
  test(`an answer refused with ${status} is said at once, and trying again brings it`, async ({ page, expected }) => {
    expected.add(...REFUSALS);
    await refuse(page, ANSWERS, status);
    await ask(page);
    await expect(page.getByText(failed)).toBeVisible();
    await expect(talk(page)).toBeVisible();
    await page.unroute(ANSWERS);
    await tryAgain(page).click();
    await expect(isWhole(page)).toBeAttached();
  });
}

for (const status of [500, 503]) {
  test(`an answer that fails with ${status} is tried anew, then said, and nobody is stopped`, async ({ page, expected }) => {
    expected.add(...REFUSALS);
    await page.clock.install();
    await refuse(page, ANSWERS, status);
    await ask(page);
    await endsWith(page, failed);
    await page.unroute(ANSWERS);
    await tryAgain(page).click();
    await expect(isWhole(page)).toBeAttached();
  });
}

test("an answer that fails for a moment only arrives without a word about it", async ({ page, expected }) => {
  expected.add(...REFUSALS);
  let times = 0;
  await page.route(ANSWERS, async (route) => {
    times += 1;
    await (times === 1 ? route.fulfill({ status: 502, body: "<h1>Bad gateway</h1>" }) : route.continue());
  });
  await ask(page);
  await expect(isWhole(page)).toBeAttached();
  expect(times).toBe(2);
});

test("offline, the question is kept, and asked once the network is back", async ({ page, context, expected }) => {
  expected.add(...NO_NETWORK);
  await page.clock.install();
  await describe(page, "general");
  await page.getByRole("textbox", { name: "Your question" }).fill(QUESTION);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Get an answer" }).click();
  await expect(title(page, "Your answer")).toBeVisible();
  await endsWith(page, "You are offline. Your question is kept; try again once you are back online.");
  await context.setOffline(false);
  await tryAgain(page).click();
  await expect(isWhole(page)).toBeAttached();
});

const BROKEN: [name: string, body: string][] = [
  ["a page of a proxy", "<!DOCTYPE html><h1>Please sign in to the hotel</h1>"],
  ["an event that is no JSON", "event: started\ndata: {\"sequence_number\":0,\n\n"],
  ["an event of another shape", "event: started\ndata: {\"number\":\"zero\"}\n\n"],
  ["nothing", ""],
];

for (const [name, body] of BROKEN) {
  test(`${name} instead of a stream of events stops nobody`, async ({ page }) => {
    await page.clock.install();
    await page.route(/\/api\/v1\/answers\//, (route) => route.fulfill({ status: 200, contentType: "text/event-stream", body }));
    await ask(page);
    await endsWith(page, failed);
    await expect(talk(page)).toBeVisible();
    await page.unroute(/\/api\/v1\/answers\//);
    await tryAgain(page).click();
    await expect(isWhole(page)).toBeAttached();
  });
}

test("an event of a kind that is not known yet does no harm", async ({ page }) => {
  await page.route(ANSWERS, async (route) => {
    const answer = await route.fetch();
    const event = { sequence_number: EVENTS - 1, kind: "mood", index: 4, tone: "calm", nodes: [], fallback: [] };
    const body = (await answer.text()).replace(/event: completed[\s\S]*/, `event: mood\nid: ${EVENTS - 1}\ndata: ${JSON.stringify(event)}\n\n`);
    const last = { ...event, sequence_number: EVENTS, kind: "completed" };
    await route.fulfill({ response: answer, body: `${body}event: completed\nid: ${EVENTS}\ndata: ${JSON.stringify(last)}\n\n` });
  });
  await ask(page);
  await expect(isWhole(page)).toBeAttached();
  expect(await sentences(page)).toEqual(WHOLE);
});

for (const kind of ["refused", "500", "half", "silent", "unknown words"] as const) {
  test(`how support can be reached is not known (${kind}): e-mail is offered, and what is not known is said`, async ({ page, expected, axe }) => {
    expected.add(...REFUSALS);
    await signIn(page);
    await describe(page, "order");
    await answered(page, `Where is it now, please (${kind})?`);
    if (kind === "silent") await page.clock.install();
    if (kind === "refused") await refuse(page, AVAILABILITY, 422);
    if (kind === "500") await refuse(page, AVAILABILITY, 500);
    if (kind === "silent") await silence(page, AVAILABILITY);
    const bodies = { half: '{"as_of":"2026-11', "unknown words": '{"methods":"by pigeon"}' } as Record<string, string>;
    const body = bodies[kind];
    if (body) await page.route(AVAILABILITY, (route) => route.fulfill({ status: 200, contentType: "application/json", body }));
    await talk(page).click();
    await expect(title(page, "How should we reply?")).toBeVisible();
    if (kind === "silent") await page.clock.runFor(16_000);
    await expect(page.getByText("We could not find out which ways are open just now. E-mail always works.")).toBeVisible();
    await expect(page.getByRole("radio", { name: "E-mail" })).toBeChecked();
    await expect(page.getByText("Always there. We reply as soon as we can.")).toBeVisible();
    await axe(page);
    await page.getByRole("button", { name: "Check your request" }).click();
    await expect(title(page, "This is what support will see")).toBeVisible();
    await expect(page.getByText("E-mail, in English")).toBeVisible();
  });
}

test("an order that cannot be had does not stop the question about it", async ({ page, expected }) => {
  expected.add(...REFUSALS);
  await signIn(page);
  await page.goto("/en/orders");
  await running(page);
  await refuse(page, /\/api\/v1\/orders\/order-20418$/, 500);
  await page.goto("/en/ask/describe?order=order-20418");
  await expect(title(page, "What is your question?")).toBeVisible();
  await expect(tryAgain(page)).toBeVisible();
  await answered(page, "When was it delivered?");
  await expect(page.getByText("According to the tracking, the parcel was delivered on 21 November 2026.")).toBeVisible();
  await checked(page, EN);
});

test("an order of somebody else is the same as one that is not there", async ({ page, expected }) => {
  expected.add(...REFUSALS);
  await signIn(page, "ben");
  for (const order of ["order-20418", "order-99999"]) {
    await page.goto(`/en/ask/describe?order=${order}`);
    await expect(page.getByRole("heading", { name: "We could not find this page" })).toBeVisible();
    await expect(page.getByText("Omega")).toHaveCount(0);
  }
});

for (const { name, path, then } of [
  { name: "a question", path: "/en/ask/describe", then: "What is your question?" },
  { name: "a page of one's own", path: "/en/orders", then: "Orders" },
]) {
  test(`${name}: while nobody can be asked who is here it says so, and goes on at the next attempt`, async ({ page, expected }) => {
    expected.add(...REFUSALS);
    await signIn(page);
    await refuse(page, /\/api\/v1\/session$/, 503);
    await page.goto(path);
    await expect(tryAgain(page)).toBeVisible();
    await page.unroute(/\/api\/v1\/session$/);
    await tryAgain(page).click();
    await expect(title(page, then)).toBeVisible();
    await expect(tryAgain(page)).toHaveCount(0);
    await expect(page.getByRole("main").getByRole(path.endsWith("orders") ? "list" : "textbox").first()).toBeVisible();
  });
}

// Asking: an answer before a queue, and from every answer a way on to a person.
import type { Page } from "@playwright/test";

import {
  answered, arrived, AT, casesWith, checked, describe, EN, OBJECT, sendButton, sentences, signIn, signInByForm, SV, test, title,
} from "./fixtures/asking.ts";
import { Backend } from "./fixtures/backend.ts";
import { expect, running } from "./fixtures/svar.ts";

const ABOUT_ORDER = [
  {
    words: EN,
    question: "When was my parcel delivered, and when does the seller get the payment?",
    fact: "According to the tracking, the parcel was delivered on 21 November 2026.",
    source: "From your order: Delivered",
    order: "About",
    statement: "Your question",
    by: "E-mail, in English",
    left: "Left out",
    person: "Anna Lindqvist, a…a@example.com",
  },
  {
    words: SV,
    question: "När levererades paketet, och när får säljaren betalt?",
    fact: "Enligt spårningen levererades paketet den 21 november 2026.",
    source: "Från din beställning: Levererad",
    order: "Gäller",
    statement: "Din fråga",
    by: "E-post, på engelska",
    left: "Utelämnat",
    person: "Anna Lindqvist, a…a@example.com",
  },
];

/** What stands beside a name on the preview. */
const line = (page: Page, name: string) =>
  page.locator("dl > div").filter({ has: page.getByRole("term").getByText(name, { exact: true }) });

for (const { words, question, fact, source, ...preview } of ABOUT_ORDER) {
  test(`${words.locale}: from an order's page to a case, and support sees only what it is given`, async ({ page, axe }) => {
    await signIn(page);
    await describe(page, "order", words);
    await expect(page.getByRole("main").getByText(OBJECT, { exact: true })).toBeVisible();
    await answered(page, question, words);
    await expect(page.getByText(fact)).toBeVisible();
    await expect(page.getByText(source, { exact: true })).toBeVisible();
    await page.getByRole("link", { name: words.talk }).click();
    await expect(title(page, words.contact)).toBeFocused();
    // The seller stands first; e-mail is there as it always is.
    await expect(page.getByRole("group", { name: words.way }).getByRole("radio")).toHaveCount(3);
    await page.getByRole("radio", { name: words.email }).check();
    await expect(page.getByText(words.within)).toBeVisible();
    await page.getByRole("button", { name: words.toCheck }).click();
    await expect(title(page, words.check)).toBeFocused();
    await expect(line(page, preview.statement)).toContainText(question);
    await expect(line(page, preview.order)).toContainText(`SV-20418 · ${OBJECT}`);
    await expect(page.getByText(preview.by)).toBeVisible();
    await expect(page.getByText(preview.person)).toBeVisible();
    for (const needed of [preview.statement, preview.order]) {
      await expect(line(page, needed).getByRole("button")).toHaveCount(0);
    }
    await expect(line(page, words.parcel)).toContainText("DHL · JD014600008211");
    await page.getByRole("button", { name: words.leaveOut(words.parcel) }).click();
    await expect(page.getByRole("button", { name: words.putBack(words.parcel) })).toBeFocused();
    await expect(line(page, words.parcel)).toContainText(preview.left);
    await expect(page.getByText("JD014600008211")).toHaveCount(0);
    await page.getByRole("button", { name: words.putBack(words.parcel) }).click();
    await expect(line(page, words.parcel)).toContainText("DHL · JD014600008211");
    await axe(page);
    await sendButton(page, words).click();
    const number = await arrived(page, words);
    await expect(title(page, words.sent)).toBeFocused();
    await expect(page.getByText(words.expected)).toBeVisible();
    expect(await casesWith(page, question)).toEqual([number]);
    await page.getByRole("link", { name: words.toCase }).click();
    await expect(title(page, question)).toBeFocused();
    await expect(page.getByText(words.caseNumber)).toBeVisible();
    await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: question })).toBeVisible();
    await expect(page.getByRole("link", { name: "SV-20418" })).toBeVisible();
  });
}

const GENERAL = [
  {
    words: EN,
    question: "How much is the buyer protection fee?",
    sentence: "It has two parts: 9 % of the price and a fixed amount of EUR 3.",
    source: "What the buyer protection fee is for",
    label: "Found in our help centre. Each sentence says where it stands.",
    door: "Sign in to go on",
    stepsLabel: "Steps",
    describeStep: "Describe",
  },
  {
    words: SV,
    question: "Hur mycket är köparskyddsavgiften?",
    sentence: "Den består av två delar: 9 % av priset och ett fast belopp på 3 euro.",
    source: "Vad köparskyddsavgiften är till för",
    label: "Hittat i vårt hjälpcenter. Vid varje mening står var den kommer ifrån.",
    door: "Logga in för att fortsätta",
    stepsLabel: "Steg",
    describeStep: "Beskriv",
  },
];

for (const { words, question, sentence, source, label, door, stepsLabel, describeStep } of GENERAL) {
  test(`${words.locale}: a general question is answered before anyone signs in, and goes on after`, async ({ page }) => {
    await describe(page, "general", words);
    await answered(page, question, words);
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(page.getByText(label)).toBeVisible();
    const link = page.getByRole("link", { name: source, exact: true }).first();
    await expect(link).toHaveAttribute("href", new RegExp(`^/${words.locale}/articles/buyer-protection-fee`));
    const shown = await sentences(page);
    await page.getByRole("link", { name: words.talk }).click();
    await expect(page.getByRole("heading", { name: door })).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: words.signIn }).click();
    await signInByForm(page, words);
    await expect(title(page, words.contact)).toBeVisible();
    await running(page);
    const steps = page.getByRole("navigation", { name: stepsLabel });
    await steps.getByRole("link", { name: describeStep, exact: true }).click();
    await expect(page.getByRole("textbox", { name: words.field })).toHaveValue(question);
    await page.getByRole("button", { name: words.getAnswer }).click();
    await expect(page.getByRole("status").filter({ hasText: words.complete })).toBeAttached();
    expect(await sentences(page), "the same answer as before").toEqual(shown);
    await checked(page, words);
    await expect(page.getByText(question)).toBeVisible();
    await sendButton(page, words).click();
    const number = await arrived(page, words);
    expect(await casesWith(page, question)).toContain(number);
  });
}

test("sentences arrive one by one, and the way to a person is there from the first moment", async ({ page }) => {
  const slow = new Backend([...AT, "--answer-pace", "1500"]);
  await slow.start();
  await signIn(page, "anna", slow.url);
  await describe(page, "general", EN, slow.url);
  await page.getByRole("textbox", { name: "Your question" }).fill("How much is the buyer protection fee?");
  await page.getByRole("button", { name: "Get an answer" }).click();
  const view = page.getByRole("region", { name: "What we know about it" });
  await expect(view).toHaveAttribute("aria-busy", "true");
  await expect(view.getByRole("status")).toHaveText("Looking it up");
  await expect(page.getByRole("link", { name: "Talk to customer support" })).toBeVisible();
  await expect(view.getByText("When you win an object you pay")).toBeVisible();
  await expect(view).toHaveAttribute("aria-busy", "true");
  await expect(view.getByText("The fee is part of the total that you see before you pay")).toBeVisible({ timeout: 12_000 });
  await expect(view).toHaveAttribute("aria-busy", "false");
  await expect(view.getByRole("status")).toHaveText("The answer is here: 4 sentences.");
  await slow.dispose();
});

test("a beginning that is chosen joins what is typed already", async ({ page }) => {
  const field = await describe(page, "general");
  await page.getByRole("button", { name: "I have a question about bidding." }).click();
  await expect(field).toHaveValue("I have a question about bidding. ");
  await expect(field).toBeFocused();
  await page.keyboard.type("Can I take back a bid?");
  await page.getByRole("button", { name: "Something does not look right to me." }).click();
  await expect(field).toHaveValue(
    "I have a question about bidding. Can I take back a bid?\nSomething does not look right to me. ",
  );
  await signIn(page);
  await describe(page, "order");
  await expect(page.getByRole("group", { name: "It begins like this:" }).getByRole("button")).toHaveText([
    "My parcel has not arrived.",
    "The object arrived damaged.",
    "The object is not as described.",
    "I would like to return the object.",
    "I have a question about the payment.",
  ]);
});

for (const { topic, begins } of [
  { topic: "tracking", begins: ["My parcel has not arrived.", "The tracking has not moved for days.", "It says delivered, but I do not have it.", "The parcel is going to the wrong address."] },
  { topic: "payout_hold", begins: ["My payout has not come.", "My payout is on hold and I do not know why.", "I would like to change where my payout goes."] },
  { topic: "of_another_backend", begins: ["I have a question about my account.", "I have a question about bidding.", "I have a question about paying.", "I have a question about selling.", "Something does not look right to me."] },
]) {
  test(`whoever comes from the topic ${topic} is offered beginnings that fit it`, async ({ page }) => {
    await page.goto(`/en/ask/describe?topic=${topic}`);
    await expect(page.getByRole("group", { name: "It begins like this:" }).getByRole("button")).toHaveText(begins);
  });
}

test("articles are suggested while one types, lead there, and Back brings the text again", async ({ page }) => {
  const field = await describe(page, "general");
  await field.pressSequentially("my parcel has not arrived 📦");
  const suggested = page.getByRole("complementary", { name: "These may answer it already" });
  await suggested.getByRole("link", { name: "Your order has not arrived" }).click();
  await expect(title(page, "Your order has not arrived")).toBeVisible();
  await page.goBack();
  await expect(field).toHaveValue("my parcel has not arrived 📦");
  await expect(suggested.getByRole("link", { name: "Your order has not arrived" })).toBeVisible();
});

test("“This helped” is thanked for and sent once", async ({ page }) => {
  const posted: unknown[] = [];
  page.on("request", (request) => request.url().endsWith("/feedback") && posted.push(request.postDataJSON()));
  await describe(page, "general");
  await answered(page, "How much is the buyer protection fee?");
  const arrives = page.waitForResponse(/\/api\/v1\/answers\/[^/]+\/feedback$/);
  await page.getByRole("button", { name: "This helped" }).dblclick();
  expect((await arrives).status()).toBe(204);
  await expect(page.getByText("Good to know. Thank you.")).toBeVisible();
  await expect(page.getByRole("button", { name: "This helped" })).toBeHidden();
  expect(posted).toEqual([{ verdict: "helped" }]);
});

test("what the help centre cannot answer is said so, with articles and a person", async ({ page }) => {
  await describe(page, "general");
  await page.getByRole("textbox", { name: "Your question" }).fill("What is the current share price of your company");
  await page.getByRole("button", { name: "Get an answer" }).click();
  await expect(page.getByText("Our help centre has no answer to this. A member of our team can help you.")).toBeVisible();
  await expect(page.getByRole("button", { name: "This helped" })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "These articles may help" })).toBeVisible();
  await expect(page.getByRole("link", { name: "What the buyer protection fee is for" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Talk to customer support" })).toBeVisible();
});

test("a seller asks about an order they sold, and the preview says it as a seller sees it", async ({ page }) => {
  await signIn(page, "chiara");
  await page.goto("/en/orders/order-20423");
  await running(page);
  const actions = page.getByRole("region", { name: "What you can do" });
  await actions.getByRole("link", { name: "Get support", exact: true }).click();
  await expect(title(page, "What is your question?")).toBeFocused();
  await answered(page, "Which three objects have to go into the parcel, and by when do I ship?");
  await checked(page);
  await expect(line(page, "How the order stands")).toContainText("Paid, ready to be shipped");
  await expect(page.getByText("Chiara Conti, c…a@example.com")).toBeVisible();
  await sendButton(page).click();
  await arrived(page);
});

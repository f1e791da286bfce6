// “I can’t sign in”: a question without an account, confirmed by a link that works once, with support at the other end.
import { type Page, type Request } from "@playwright/test";

import { REFUSALS, refuse } from "./fixtures/answers.ts";
import { linkIn, mailTo, openDesk } from "./fixtures/desk.ts";
import { overflow } from "./fixtures/measure.ts";
import { title } from "./fixtures/person.ts";
import { expect, running, test } from "./fixtures/svar.ts";

const HELP = /\/api\/v1\/session\/help$/;

interface Words {
  locale: string;
  door: string;
  title: string;
  email: string;
  question: string;
  send: string;
  sent: string;
  sentText: (email: string) => string;
  confirm: string;
  confirmButton: string;
  arrived: string;
  number: RegExp;
  used: string;
  unknown: string;
  again: string;
  subject: string;
}

const EN: Words = {
  locale: "en",
  door: "I can’t sign in",
  title: "I can’t sign in",
  email: "E-mail address",
  question: "What do you need help with?",
  send: "Send",
  sent: "Check your e-mail",
  sentText: (email) =>
    `We have sent a link to ${email}, if it is an address that takes e-mail. Follow the link within 24 hours to send your question to customer support.`,
  confirm: "Send your question",
  confirmButton: "Send my question",
  arrived: "Your question is with customer support",
  number: /^Your case number is (SC-\d+)\. The answer comes to you by e-mail\.$/,
  used: "Your question has been sent already",
  unknown: "This link does not work any more",
  again: "Write to us again",
  subject: "Confirm your request to support",
};

const SV: Words = {
  locale: "sv",
  door: "Jag kan inte logga in",
  title: "Jag kan inte logga in",
  email: "E-postadress",
  question: "Vad behöver du hjälp med?",
  send: "Skicka",
  sent: "Titta i din e-post",
  sentText: (email) =>
    `Vi har skickat en länk till ${email}, om adressen tar emot e-post. Följ länken inom 24 timmar för att skicka din fråga till kundsupport.`,
  confirm: "Skicka din fråga",
  confirmButton: "Skicka min fråga",
  arrived: "Din fråga är hos kundsupport",
  number: /^Ditt ärendenummer är (SC-\d+)\. Svaret kommer till dig med e-post\.$/,
  used: "Din fråga är redan skickad",
  unknown: "Länken fungerar inte längre",
  again: "Skriv till oss igen",
  subject: "Bekräfta din förfrågan till supporten",
};

const email = (page: Page, words = EN) => page.getByRole("textbox", { name: words.email, exact: true });
const question = (page: Page, words = EN) => page.getByRole("textbox", { name: words.question, exact: true });
const send = (page: Page, words = EN) => page.getByRole("main").getByRole("button", { name: words.send, exact: true });

async function open(page: Page, words = EN): Promise<void> {
  await page.goto(`/${words.locale}/sign-in/help`);
  await running(page);
  await expect(title(page, words.title)).toBeVisible();
}

async function ask(page: Page, address: string, text: string, words = EN): Promise<void> {
  await email(page, words).fill(address);
  await question(page, words).fill(text);
  await send(page, words).click();
}

for (const words of [EN, SV]) {
  const address = `lost.${words.locale}@example.com`;
  const text = "Xylofonen är trasig: my phone with the marmalade sticker is gone, and so is my code.";

  test(`${words.locale}: from the sign-in page to a case, and the link works once`, async ({ page, browser, backend, expected }) => {
    expected.add(...REFUSALS);
    await page.goto(`/${words.locale}/sign-in`);
    await running(page);
    await page.getByRole("main").getByRole("link", { name: words.door, exact: true }).click();
    await expect(title(page, words.title)).toBeFocused();
    await ask(page, address, text, words);
    await expect(page.getByRole("heading", { level: 2, name: words.sent })).toBeVisible();
    await expect(page.getByText(words.sentText(address))).toBeVisible();

    const desk = await openDesk(browser, backend.url);
    await expect(desk.getByText("marmalade")).toHaveCount(0);
    const mail = await mailTo(desk, backend.url, address);
    expect(mail.subject).toBe(words.subject);
    for (const word of ["Xylofonen", "marmalade", "sticker", "phone"]) expect(mail.text, "what was asked").not.toContain(word);
    const link = linkIn(mail.text);
    expect(link).toMatch(new RegExp(`^${backend.url}/${words.locale}/sign-in/help#[\\w-]{20,}$`));

    const asked: Request[] = [];
    page.on("request", (request) => asked.push(request));
    await page.goto(link);
    await page.reload();
    await running(page);
    await expect(title(page, words.confirm)).toBeVisible();
    expect(asked.filter((request) => request.url().includes("/api/") && request.method() !== "GET"), "nothing is sent by opening it").toEqual([]);
    await page.getByRole("button", { name: words.confirmButton }).click();
    await expect(title(page, words.arrived)).toBeFocused();
    const said = await page.getByRole("main").getByText(words.number).innerText();
    const number = words.number.exec(said)![1]!;
    for (const request of asked) expect(request.url(), "the link's word stays out of addresses").not.toContain(link.split("#")[1]!);

    await desk.goto(`${backend.url}/desk`);
    await desk.getByRole("link", { name: new RegExp(`^${number} `) }).click();
    await expect(desk.getByText(text)).toBeVisible();
    await desk.context().close();

    await page.reload();
    await running(page);
    await page.getByRole("button", { name: words.confirmButton }).click();
    await expect(title(page, words.used)).toBeFocused();
    await expect(page.getByRole("main").getByText(/SC-\d/)).toHaveCount(0);
  });

  test(`${words.locale}: a link that is not known leads to writing again`, async ({ page, expected }) => {
    expected.add(...REFUSALS);
    await page.goto(`/${words.locale}/sign-in/help#0123456789abcdefghijklmnopqrstuvwxyzABCDEFG`);
    await running(page);
    await page.getByRole("button", { name: words.confirmButton }).click();
    await expect(title(page, words.unknown)).toBeFocused();
    await page.getByRole("main").getByRole("link", { name: words.again }).click();
    await expect(title(page, words.title)).toBeVisible();
    await expect(question(page, words)).toHaveValue("");
  });
}

test("what is missing or wrong is named, and nothing typed goes", async ({ page }) => {
  await open(page);
  await send(page).click();
  const summary = page.getByRole("group", { name: "Before you go on" });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveText(["Enter the e-mail address to answer to", "Write a few words first"]);
  await summary.getByRole("link", { name: "Write a few words first" }).click();
  await expect(question(page)).toBeFocused();
  await ask(page, "anna at example", "Where is my code?");
  await expect(summary.getByRole("link")).toHaveText(["Enter an e-mail address with a name, an @ and a domain"]);
  await expect(email(page)).toHaveValue("anna at example");
  await expect(question(page)).toHaveValue("Where is my code?");
  await ask(page, "wordy@example.com", "x".repeat(2_007));
  await expect(summary.getByRole("link")).toHaveText(["Shorten the text by 7 characters"]);
  await expect(question(page)).toHaveValue("x".repeat(2_007));
});

test("a question that did not arrive stays, and arrives when it is sent again", async ({ page, expected }) => {
  expected.add(...REFUSALS);
  await open(page);
  await refuse(page, HELP, 503);
  await ask(page, "again@example.com", "My code never comes.");
  await expect(page.getByRole("alert")).toHaveText(
    "Your question did not reach us. What you have typed is still here. Please try again in a moment.",
  );
  await expect(question(page)).toHaveValue("My code never comes.");
  await page.unroute(HELP);
  await send(page).click();
  await expect(page.getByRole("heading", { level: 2, name: "Check your e-mail" })).toBeVisible();
});

test("nobody’s mailbox is filled: after three links the page says how long to wait", async ({ page, expected }) => {
  expected.add(...REFUSALS);
  for (let mails = 0; mails < 3; mails += 1) {
    await open(page);
    await ask(page, "often@example.com", "My code never comes.");
    await expect(page.getByRole("heading", { level: 2, name: "Check your e-mail" })).toBeVisible();
  }
  await open(page);
  await ask(page, "often@example.com", "My code never comes.");
  await expect(page.getByRole("alert")).toHaveText("We have sent several links to this address. Try again in 5 minutes.");
});

test("it is the same whether or not somebody has an account with the address", async ({ page }) => {
  for (const address of ["ben@example.com", "nobody.at.all@example.com"]) {
    await open(page);
    await ask(page, address, "I have forgotten everything.");
    await expect(page.getByText(EN.sentText(address))).toBeVisible();
  }
});

test("at 320 px nothing scrolls sideways, whatever is typed", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  expect(await overflow(page)).toEqual([]);
  const address = `${"a".repeat(50)}@${"b".repeat(50)}.example`;
  await ask(page, address, "x".repeat(300));
  await expect(page.getByText(EN.sentText(address))).toBeVisible();
  expect(await overflow(page)).toEqual([]);
});

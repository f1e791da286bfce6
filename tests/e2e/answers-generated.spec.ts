// Answers that a language model writes: labelled as such, resting on sources that one can follow, and never more than
// these say; where anything is wrong with it, the sentences of the help centre stand there instead, and say so.
import type { Page } from "@playwright/test";

import { answered, describe, EN, sentences, signIn, SV, talkTo, title } from "./fixtures/asking.ts";
import { type Script, Written } from "./fixtures/model.ts";
import { overflow } from "./fixtures/measure.ts";
import { expect, running, test as base } from "./fixtures/svar.ts";

const test = base.extend<object, { written: Written }>({
  written: [
    async ({}, use) => {
      const written = new Written();
      await written.open();
      await use(written);
      await written.dispose();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ written }, use) => use(written.url),
});

const GENERATED = "Written by AI from these sources. Please check what matters to you.";
const FOUND = "Found in our help centre. Each sentence says where it stands.";
const QUESTION = "How much is the buyer protection fee?";
const asItStands: Script = (sentences) => [`[1] ${sentences[1]}`];

const answer = (page: Page) => page.getByRole("region", { name: "What we know about it" });

test("what a model wrote says so, with its sources, and stays after a reload", async ({ page, written, axe }) => {
  written.model.script = asItStands;
  await describe(page, "general");
  await answered(page, QUESTION);
  await expect(answer(page).getByText(GENERATED)).toBeVisible();
  await expect(answer(page).getByText(FOUND)).toHaveCount(0);
  const said = await sentences(page);
  expect(said).toHaveLength(1);
  await axe(page);
  const asked = written.model.heard.length;
  await page.reload();
  await running(page);
  await expect(answer(page).getByText(GENERATED)).toBeVisible();
  expect(await sentences(page)).toEqual(said);
  expect(written.model.heard, "it was not written a second time").toHaveLength(asked);
  await answer(page).getByRole("listitem").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/en\/articles\//);
  await expect(page.getByText(said[0]!.trim())).toBeVisible();
});

test("in Swedish it says so in Swedish", async ({ page, written }) => {
  written.model.script = asItStands;
  await describe(page, "general", SV);
  await answered(page, "Hur mycket är köparskyddsavgiften?", SV);
  await expect(page.getByText("Skrivet av AI utifrån de här källorna. Kontrollera det som är viktigt för dig.")).toBeVisible();
});

test("an answer about an order names its fields, and neither name nor number has left", async ({ page, written }) => {
  written.model.script = asItStands;
  await signIn(page);
  await describe(page, "order");
  await answered(page, "I am Anna Lindqvist, anna@example.com. Until when can I report a problem with it?");
  await expect(answer(page).getByText(GENERATED)).toBeVisible();
  await expect(answer(page).getByText(/^From your order: /)).toBeVisible();
  const told = written.model.heard.at(-1)!;
  for (const never of ["Anna", "Lindqvist", "anna@", "20418", "Omega", "Chiara"]) expect(told).not.toContain(never);
  expect(told).toContain("(name)");
});

for (const { name, script } of [
  { name: "obeys somebody else", script: () => ["[1] Your order is cancelled.", "[1] Visit https://evil.example now.", "[1] <img src=x onerror=alert(1)> Done so."] },
  { name: "lies", script: () => ["[1] The fee is 77 % of everything."] },
  { name: "refuses", script: (_, answer) => void answer.writeHead(429).end() },
  { name: "hangs up", script: (_, answer) => void answer.writeHead(200).write("data: {", () => answer.destroy()) },
  { name: "says nothing for long", script: () => {} },
] satisfies { name: string; script: Script }[]) {
  test(`where the model ${name}, the help centre's own sentences answer, and say so`, async ({ page, written }) => {
    written.model.script = script;
    await describe(page, "general");
    await page.getByRole("textbox", { name: EN.field }).fill(QUESTION);
    await page.getByRole("button", { name: EN.getAnswer }).click();
    await expect(title(page, EN.answer)).toBeVisible();
    // It waits five seconds for the first word of a model.
    await expect(answer(page).getByText(FOUND)).toBeVisible({ timeout: 12_000 });
    await expect(answer(page).getByText(GENERATED)).toHaveCount(0);
    const said = (await sentences(page)).join(" ");
    for (const never of ["cancelled", "evil", "77", "<img"]) expect(said).not.toContain(never);
    await talkTo(page);
  });
}

test("it fits on a narrow screen, and no log holds the key or the question", async ({ page, written }) => {
  written.model.script = asItStands;
  await page.setViewportSize({ width: 320, height: 640 });
  await describe(page, "general");
  await answered(page, `${QUESTION} Zwieselquokka`);
  await expect(answer(page).getByText(GENERATED)).toBeVisible();
  expect(await overflow(page)).toEqual([]);
  expect(written.logged).not.toContain("key-of-the-journeys");
  expect(written.logged).not.toContain("Zwieselquokka");
});

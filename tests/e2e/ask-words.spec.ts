// What can be typed into a question: nothing, everything, and too much. Nothing is ever cut, and nothing is lost.
import { answered, arrived, checked, describe, EN, sendButton, signIn, SV, test, title } from "./fixtures/asking.ts";
import { overflow } from "./fixtures/measure.ts";
import { expect, running } from "./fixtures/svar.ts";

const QUESTION = "How much is the buyer protection fee? ";
const full = (length: number) => QUESTION.repeat(60).slice(0, length - 1) + "?";

for (const { words, empty } of [
  { words: EN, empty: "Write a few words first" },
  { words: SV, empty: "Skriv några ord först" },
]) {
  test(`${words.locale}: an empty question is refused beside its field`, async ({ page, axe }) => {
    const field = await describe(page, "general", words);
    for (const typed of ["", "   \n\t "]) {
      await field.fill(typed);
      await page.getByRole("button", { name: words.getAnswer }).click();
      await expect(field).toBeFocused();
      await expect(field).toHaveAttribute("aria-invalid", "true");
      await expect(field).toHaveAccessibleDescription(new RegExp(empty));
      await expect(title(page, words.describe)).toBeVisible();
    }
    await axe(page);
    await field.fill(QUESTION);
    await expect(field).not.toHaveAttribute("aria-invalid", "true");
  });
}

test("2,000 characters are a question", async ({ page }) => {
  const field = await describe(page, "general");
  await field.fill(full(2_000));
  await expect(page.getByText("2,000 of 2,000 characters")).toBeVisible();
  await answered(page, full(2_000));
  await expect(page.getByText(full(2_000).trim())).toBeVisible();
});

test("one character more is said to be too many, and nothing is cut", async ({ page }) => {
  const field = await describe(page, "general");
  await field.fill(full(2_001));
  await page.getByRole("button", { name: "Get an answer" }).click();
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(/Shorten the text by 1 character/);
  await expect(field).toHaveValue(full(2_001));
  await expect(page.getByText("2,001 of 2,000 characters")).toBeVisible();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Backspace");
  await page.getByRole("button", { name: "Get an answer" }).click();
  await expect(title(page, "Your answer")).toBeVisible();
});

test("a face of several code points is one question's worth, and 2,000 of one fit", async ({ page }) => {
  const field = await describe(page, "general");
  await field.fill("😀".repeat(2_000));
  await expect(page.getByText("2,000 of 2,000 characters")).toBeVisible();
  await page.getByRole("button", { name: "Get an answer" }).click();
  await expect(page.getByText("Our help centre has no answer to this. A member of our team can help you.")).toBeVisible();
  await page.getByRole("link", { name: "Change your question" }).click();
  await expect(field).toHaveValue("😀".repeat(2_000));
  await field.fill("Has my parcel 📦 👩‍🚒 arrived? <b>&amp; “ÅÄÖ”</b> مرحبا");
  await page.getByRole("button", { name: "Get an answer" }).click();
  await expect(page.getByText("Has my parcel 📦 👩‍🚒 arrived? <b>&amp; “ÅÄÖ”</b> مرحبا")).toBeVisible();
});

test("a word without an end widens no page, at 320 px", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const word = "x".repeat(2_000);
  await signIn(page, "ben");
  const field = await describe(page, "general");
  await field.fill(word);
  expect(await overflow(page), "describing").toEqual([]);
  await page.goto("/en/ask");
  await expect(page.getByRole("link", { name: word })).toBeVisible();
  expect(await overflow(page), "going on").toEqual([]);
  await page.getByRole("link", { name: word }).click();
  await page.getByRole("button", { name: "Get an answer" }).click();
  await expect(page.getByText("Our help centre has no answer to this.")).toBeVisible();
  expect(await overflow(page), "the answer").toEqual([]);
  await checked(page);
  expect(await overflow(page), "the preview").toEqual([]);
  await sendButton(page).click();
  await arrived(page);
  await page.getByRole("link", { name: "Go to your case" }).click();
  await expect(page.getByRole("textbox", { name: "Your reply" })).toBeVisible();
  expect(await overflow(page), "the case").toEqual([]);
  await page.getByRole("textbox", { name: "Your reply" }).fill(word);
  expect(await overflow(page), "a reply").toEqual([]);
  await page.goto("/en/cases");
  await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: "xxx" })).toBeVisible();
  expect(await overflow(page), "the cases").toEqual([]);
});

test("what is typed survives a reload, Back, another page and another language", async ({ page }) => {
  const field = await describe(page, "general");
  await field.fill("Where do I see my invoices?");
  await page.reload();
  await running(page);
  await expect(field).toHaveValue("Where do I see my invoices?");
  await answered(page, "Where do I see my payments?");
  await page.goBack();
  await expect(field).toHaveValue("Where do I see my payments?");
  await page.goto("/en");
  await page.goto("/en/ask");
  const unfinished = page.getByRole("region", { name: "Go on where you stopped" });
  await unfinished.getByRole("link", { name: "Where do I see my payments?" }).click();
  await expect(field).toHaveValue("Where do I see my payments?");
  await page.getByRole("link", { name: "Svenska" }).click();
  await expect(page.getByRole("textbox", { name: "Din fråga" })).toHaveValue("Where do I see my payments?");
});

test("another question gets another answer; the same one the same", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "PUT" && request.url().includes("/answers/")) asked.push(new URL(request.url()).pathname);
  });
  const field = await describe(page, "general");
  await answered(page, "How much is the buyer protection fee?");
  await page.getByRole("link", { name: "Change your question" }).click();
  await expect(field).toHaveValue("How much is the buyer protection fee?");
  await answered(page, "How much is the buyer protection fee?");
  await page.getByRole("link", { name: "Change your question" }).click();
  await answered(page, "When is the seller paid?");
  await expect(page.getByText("When is the seller paid?")).toBeVisible();
  expect(asked).toHaveLength(3);
  expect(asked[1]).toBe(asked[0]);
  expect(asked[2]).not.toBe(asked[0]);
});

test("another person on the same device never sees what was typed", async ({ page }) => {
  await signIn(page, "anna");
  const field = await describe(page, "order");
  await field.fill("Something that only Anna may read");
  const address = page.url();
  await page.context().clearCookies();
  await signIn(page, "ben");
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "This request is not on this device" })).toBeVisible();
  await page.goto("/en/ask");
  await expect(page.getByRole("link", { name: "Ask a general question" })).toBeVisible();
  await expect(page.getByText("Something that only Anna may read")).toHaveCount(0);
});

// Photos that go along: chosen, made smaller and stripped of their place on the device, kept with the words, sent when
// they are; what cannot go along says why beside itself.
import type { Page } from "@playwright/test";

import { NO_NETWORK, REFUSALS } from "./fixtures/answers.ts";
import { answered, arrived, checked, describe, EN, sendButton, signIn, SV, talkTo, test, title } from "./fixtures/asking.ts";
import { tabTo } from "./fixtures/keys.ts";
import { overflow, smallTargets } from "./fixtures/measure.ts";
import { expire, keptPhotos, signIn as signInAs, signInHere } from "./fixtures/person.ts";
import { adding, face, photo, photos, PLACE, row, SV as PHOTOS_SV } from "./fixtures/photos.ts";
import { expect } from "./fixtures/svar.ts";

const UPLOADS = /\/api\/v1\/uploads$/;
const QUESTION = "When was it delivered? I have photos.";

const main = (page: Page) => page.getByRole("main");
const news = (page: Page) => main(page).getByRole("alert").filter({ hasText: /\S/ });

/** What went along with the words of the newest case, as the backend keeps it. */
async function keptOf(page: Page, statement: string): Promise<{ name: string; bytes: Buffer }[]> {
  const cases = await (await page.request.get("/api/v1/cases?limit=50")).json();
  const { conversation_id: id } = cases.items.find((item: { statement: string }) => item.statement === statement);
  const { items } = await (await page.request.get(`/api/v1/conversations/${id}/messages`)).json();
  const kept = [];
  for (const { id, name } of items[0].attachments ?? []) {
    const content = await page.request.get(`/api/v1/uploads/${id}/content`);
    expect(content.headers()["content-disposition"]).toMatch(/^attachment; /);
    kept.push({ name, bytes: await content.body() });
  }
  return kept;
}

async function toCheck(page: Page, question = QUESTION): Promise<void> {
  await answered(page, question);
  await checked(page);
}

test("a photo goes along: smaller, without its place, seen before and after it is sent", async ({ page }) => {
  await signIn(page);
  await describe(page, "order");
  await adding(page).setInputFiles(await photo(page, "Watch back.JPEG", 4_000, 3_000));
  await expect(face(page, "Watch back.JPEG")).toBeVisible();
  await expect(photos(page).getByRole("status")).toHaveText("One photo added.");
  await page.reload();
  await expect(face(page, "Watch back.JPEG"), "it is there after a reload").toBeVisible();
  await toCheck(page);
  await expect(face(page, "Watch back.JPEG"), "it is part of what support will see").toBeVisible();
  await sendButton(page).click();
  await arrived(page);
  const [kept, ...others] = await keptOf(page, QUESTION);
  expect([kept!.name, others]).toEqual(["Watch back.jpg", []]);
  expect(kept!.bytes.includes(PLACE)).toBe(false);
  const size = await page.evaluate(async (bytes) => {
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
    return [bitmap.width, bitmap.height];
  }, [...kept!.bytes]);
  expect(size).toEqual([2_048, 1_536]);
  await expect.poll(() => keptPhotos(page), "nothing of it stays on the device").toBe(0);
  await page.getByRole("link", { name: "Go to your case" }).click();
  const link = page.getByRole("list", { name: "Photos" }).getByRole("link", { name: "Watch back.jpg" });
  await expect(link).toBeVisible();
  await expect.poll(() => link.locator("img").evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(2_048);
});

test("what cannot go along says why beside itself, and the words and other photos stay", async ({ page }) => {
  await signIn(page);
  const field = await describe(page, "order");
  await field.fill(QUESTION);
  await adding(page).setInputFiles([
    await photo(page, "good.jpg"),
    { name: "drawing.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>") },
    { name: "bill.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") },
    { name: "page.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<!doctype html><script>alert(1)</script>") },
    { name: "nothing.png", mimeType: "image/png", buffer: Buffer.alloc(0) },
  ]);
  for (const [name, words] of [
    ["drawing.svg", "This file is no photo. Choose a JPEG, PNG or WebP."],
    ["bill.pdf", "This file is no photo. Choose a JPEG, PNG or WebP."],
    ["page.jpg", "This photo cannot be read here. Choose it once more, or save it as a JPEG first."],
    ["nothing.png", "This file is empty. Choose the photo once more."],
  ] as const) {
    await expect(row(page, name)).toContainText(words);
  }
  await expect(photos(page).getByRole("alert")).toContainText("bill.pdf: This file is no photo.");
  await expect(face(page, "good.jpg")).toBeVisible();
  await expect(field).toHaveValue(QUESTION);
  await page.getByRole("button", { name: "Remove bill.pdf" }).click();
  await expect(row(page, "bill.pdf")).toHaveCount(0);
  await expect(adding(page)).toBeFocused();
  await page.reload();
  await expect(face(page, "good.jpg")).toBeVisible();
  await expect(photos(page).getByRole("listitem")).toHaveCount(1);
});

test("eight go along; the ninth is told so", async ({ page }) => {
  await signIn(page);
  await describe(page, "order");
  const one = await photo(page, "1.jpg");
  await adding(page).setInputFiles(Array.from({ length: 9 }, (_, at) => ({ ...one, name: `photo ${at + 1}.jpg` })));
  await expect(row(page, "photo 9.jpg")).toContainText("This one does not fit: at most 8 photos go along.");
  await expect(photos(page).locator("img[src^='blob:']")).toHaveCount(8);
});

test("photos are pasted into the words and dropped beside them", async ({ page }) => {
  await signIn(page);
  const field = await describe(page, "order");
  for (const [name, kind] of [["pasted.jpg", "paste"], ["dropped.jpg", "drop"]] as const) {
    const { buffer } = await photo(page, name);
    const target = kind === "paste" ? field : photos(page);
    await target.evaluate(
      (element, [name, kind, bytes]) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes as number[])], name as string, { type: "image/jpeg" }));
        const how = { bubbles: true, cancelable: true };
        element.dispatchEvent(kind === "paste" ? new ClipboardEvent("paste", { ...how, clipboardData: data }) : new DragEvent("drop", { ...how, dataTransfer: data }));
      },
      [name, kind, [...buffer]] as const,
    );
    await expect(face(page, name)).toBeVisible();
  }
});

test("a photo that did not arrive is sent again without choosing it again, and what has arrived only once", async ({ page, expected }) => {
  expected.add(...NO_NETWORK, ...REFUSALS, /net::ERR_FAILED/);
  const words = `${QUESTION} The second one broke off.`;
  await signIn(page);
  await describe(page, "order");
  await adding(page).setInputFiles([await photo(page, "first.jpg"), await photo(page, "second.jpg")]);
  await expect(photos(page).locator("img[src^='blob:']")).toHaveCount(2);
  await toCheck(page, words);
  let count = 0;
  await page.route(UPLOADS, (route) => ((count += 1) === 2 ? route.abort() : route.fallback()));
  await sendButton(page).click();
  await expect(news(page)).toContainText("Not all photos have arrived, so your request was not sent.");
  await expect(row(page, "first.jpg")).toContainText("Arrived");
  await page.reload();
  await expect(row(page, "first.jpg")).toContainText("Arrived");
  await sendButton(page).click();
  await arrived(page);
  expect(count, "the first, the second that broke off, and the second").toBe(3);
  expect((await keptOf(page, words)).map(({ name }) => name)).toEqual(["first.jpg", "second.jpg"]);
});

test("sending can be stopped; everything stays, and goes when it is sent again", async ({ page, expected }) => {
  expected.add(/^request failed: .*\/uploads net::ERR_ABORTED$/);
  const words = `${QUESTION} I stopped.`;
  await signIn(page);
  await describe(page, "order");
  await adding(page).setInputFiles(await photo(page, "slow.jpg"));
  await expect(face(page, "slow.jpg")).toBeVisible();
  await toCheck(page, words);
  await page.route(UPLOADS, () => {});
  await sendButton(page).click();
  await expect(page.getByText("Sending photo 1 of 1.")).toBeVisible();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(news(page)).toContainText("Not all photos have arrived, so your request was not sent.");
  await page.unroute(UPLOADS);
  await sendButton(page).click();
  await arrived(page);
  expect(await keptOf(page, words)).toHaveLength(1);
});

test("a photo that the backend does not take says so beside itself, and the request goes without it", async ({ page, expected }) => {
  expected.add(...REFUSALS);
  const words = `${QUESTION} One was refused.`;
  await signIn(page);
  await describe(page, "order");
  await adding(page).setInputFiles(await photo(page, "refused.jpg"));
  await expect(face(page, "refused.jpg")).toBeVisible();
  await toCheck(page, words);
  const problem = { type: "about:blank", title: "", status: 413, code: "body_too_large", request_id: "1", errors: [] };
  await page.route(UPLOADS, (route) => route.fulfill({ status: 413, contentType: "application/problem+json", body: JSON.stringify(problem) }));
  await sendButton(page).click();
  await expect(row(page, "refused.jpg")).toContainText("This photo is too large. Choose a smaller one.");
  await expect(news(page).filter({ hasText: "A photo cannot go along" })).toBeVisible();
  await sendButton(page).click();
  await arrived(page);
  expect(await keptOf(page, words)).toEqual([]);
});

test("a visitor’s photos are there after sign-in; another person never sees them", async ({ page }) => {
  const words = `${QUESTION} I was not signed in.`;
  await describe(page, "general");
  await adding(page).setInputFiles(await photo(page, "visitor.jpg"));
  await expect(face(page, "visitor.jpg")).toBeVisible();
  await answered(page, words);
  const step = page.url().replace("/answer?", "/describe?");
  await page.getByRole("link", { name: EN.talk }).click();
  await main(page).getByRole("link", { name: "Sign in", exact: true }).click();
  await signInHere(page, "anna");
  await expect(title(page, EN.contact)).toBeVisible();
  await expire(page);
  await signInAs(page, "ben");
  await page.goto(step);
  await expect(page.getByRole("heading", { name: "This request is not on this device" })).toBeVisible();
  await expect(page.getByText("visitor.jpg")).toHaveCount(0);
  await signInAs(page, "anna");
  await page.goto(step);
  await expect(face(page, "visitor.jpg")).toBeVisible();
});

test("a reply takes photos along, and keeps them with its words until it is sent", async ({ page }) => {
  const words = `${QUESTION} One comes later.`;
  await signIn(page);
  await describe(page, "order");
  await toCheck(page, words);
  await sendButton(page).click();
  await arrived(page);
  await page.getByRole("link", { name: "Go to your case" }).click();
  const field = page.getByRole("textbox", { name: "Your reply" });
  await field.fill("Here it is.");
  await adding(page).setInputFiles(await photo(page, "later.jpg"));
  await expect(face(page, "later.jpg")).toBeVisible();
  await page.reload();
  await expect(field).toHaveValue("Here it is.");
  await expect(face(page, "later.jpg")).toBeVisible();
  await main(page).getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("list", { name: "Photos" }).getByRole("link", { name: "later.jpg" })).toBeVisible();
  await expect(field).toHaveValue("");
  await expect(photos(page).getByRole("listitem")).toHaveCount(0);
  await expect.poll(() => keptPhotos(page)).toBe(0);
});

test("på svenska, med tangentbordet, på 320 px och genom axe", async ({ page, axe }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page);
  await describe(page, "order", SV);
  const long = `${"x".repeat(60)}.jpg`;
  await adding(page, PHOTOS_SV).setInputFiles([
    await photo(page, long),
    { name: "kvitto.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") },
  ]);
  await expect(face(page, long, PHOTOS_SV)).toBeVisible();
  await expect(row(page, "kvitto.pdf", PHOTOS_SV)).toContainText("Filen är inget foto. Välj en JPEG, PNG eller WebP.");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await axe(page);
  }
  expect(await overflow(page)).toEqual([]);
  expect(await smallTargets(page, "main a, main button, main input", 24)).toEqual([]);
  await page.getByRole("textbox", { name: SV.field }).focus();
  await tabTo(page, page.getByRole("button", { name: "Ta bort kvitto.pdf" }));
  await page.keyboard.press("Enter");
  await expect(row(page, "kvitto.pdf", PHOTOS_SV)).toHaveCount(0);
  await expect(adding(page, PHOTOS_SV)).toBeFocused();
  await answered(page, "När levererades den?", SV);
  await talkTo(page, SV);
  await page.getByRole("radio", { name: SV.email }).check();
  await page.getByRole("button", { name: SV.toCheck }).click();
  await expect(face(page, long, PHOTOS_SV)).toBeVisible();
  await axe(page);
});

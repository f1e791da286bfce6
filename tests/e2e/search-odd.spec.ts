// Queries that nobody planned for, and answers that come late.
import type { Page, Route } from "@playwright/test";

import { expect, running, test } from "./fixtures/svar.ts";

const ODD: Record<string, string> = {
  "one character": "p",
  "an emoji": "📦",
  "a family of emoji": "👨‍👩‍👧‍👦 parcel",
  "right-to-left words": "أين طردي",
  "quotes of all kinds": `"where is" 'my' “parcel” ”paket”`,
  "an open quote": '"parcel',
  "search operators": "+parcel -lost AND (fee OR c*)~2 title:x [a TO z] ^3",
  "markup": "<img src=x onerror=alert(1)><b>parcel</b></script>",
  "a path and percent signs": "../../%2e%2e/100% \\ /",
  "ampersands and hashes": "fees & fraud #1 + a=b?c",
  "Fluent's own signs": "{ $query } { \"x\" }",
  "control characters": "par\u0000cel\u200b\u202e",
};

const field = (page: Page) => page.getByRole("combobox", { name: "Search the help centre" });
/** What the results page says it searched for. */
const answer = (page: Page) => page.getByRole("main").getByRole("status").filter({ hasText: /^(\d+ articles? for|Nothing found for) “/ });

for (const [name, query] of Object.entries(ODD)) {
  test(`${name} in the field is searched for as it stands`, async ({ page }) => {
    await page.goto("/en");
    await running(page);
    await field(page).fill(query);
    const typed = await field(page).inputValue();
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL(/\/en\/search\?q=./);
    expect(new URL(page.url()).searchParams.get("q")).toBe(typed);
    await expect(answer(page)).toContainText(`“${typed}”`);
    await expect(page.locator("main img, main b, main script")).toHaveCount(0);
    await page.reload();
    await running(page);
    await expect(field(page)).toHaveValue(typed);
    await expect(answer(page)).toContainText(`“${typed}”`);
  });
}

/** Holds back the answer to one query until it is let go; the others pass. */
async function hold(page: Page, query: string): Promise<{ asked: Promise<void>; letGo: () => Promise<void> }> {
  let held: Route | undefined;
  let note: () => void = () => {};
  const asked = new Promise<void>((done) => (note = done));
  await page.route(
    (url) => url.pathname === "/api/v1/help/search" && url.searchParams.get("q") === query,
    (route) => {
      held = route;
      note();
    },
  );
  return {
    asked,
    letGo: async () => {
      const arrives = page.waitForResponse((response) => new URL(response.url()).searchParams.get("q") === query);
      await held?.continue();
      await (await arrives).finished();
      // What the app does with it, it has done by the next frame but one.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    },
  };
}

test("a slow answer does not overtake the suggestions for what was typed since", async ({ page }) => {
  await page.goto("/en");
  await running(page);
  const slow = await hold(page, "fee");
  await field(page).fill("fee");
  await slow.asked;
  await field(page).fill("counterfeit");
  const first = page.getByRole("option").first();
  await expect(first).toHaveText("Report a counterfeit, fraud or a threat");
  await slow.letGo();
  await expect(first).toHaveText("Report a counterfeit, fraud or a threat");
  await expect(field(page)).toHaveAttribute("aria-expanded", "true");
});

test("suggestions that come after the search was sent do not open over the results", async ({ page }) => {
  await page.goto("/en");
  await running(page);
  const slow = await hold(page, "fee");
  await field(page).fill("fee");
  await slow.asked;
  await field(page).fill("counterfeit");
  await field(page).press("Enter");
  await expect(answer(page)).toContainText("“counterfeit”");
  await slow.letGo();
  await expect(answer(page)).toContainText("“counterfeit”");
  await expect(page.getByRole("listbox")).toHaveCount(0);
});

test("a slow results page is not shown under a newer query", async ({ page }) => {
  await page.goto("/en/search?q=counterfeit");
  await running(page);
  await expect(answer(page)).toContainText("“counterfeit”");
  const slow = await hold(page, "fee");
  await field(page).fill("fee");
  await field(page).press("Enter");
  await slow.asked;
  await expect(page).toHaveURL("/en/search?q=fee");
  await field(page).fill("refund");
  await field(page).press("Enter");
  await expect(answer(page)).toContainText("“refund”");
  const first = page.getByRole("main").getByRole("listitem").getByRole("heading").first();
  await expect(first).toHaveText("Your refund is on its way");
  await slow.letGo();
  await expect(first).toHaveText("Your refund is on its way");
  await expect(answer(page)).toContainText("“refund”");
});

test("Back through searches shows each query with its results", async ({ page }) => {
  await page.goto("/en/search?q=counterfeit");
  await running(page);
  await field(page).fill("fee");
  await field(page).press("Enter");
  await expect(answer(page)).toContainText("“fee”");
  await page.goBack();
  await expect(answer(page)).toContainText("“counterfeit”");
  await expect(field(page)).toHaveValue("counterfeit");
  await expect(page).toHaveTitle("counterfeit · Search · Svar");
  await page.goForward();
  await expect(answer(page)).toContainText("“fee”");
  await expect(field(page)).toHaveValue("fee");
});

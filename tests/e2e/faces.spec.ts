// The faces that a page has besides its own: waiting, empty, failed, offline, not found. Each through axe.
import type { Page } from "@playwright/test";

import { ANY, ARTICLE, ARTICLES, NO_NETWORK, REFUSALS, refuse, SEARCH, silence } from "./fixtures/answers.ts";
import { expect, running, test } from "./fixtures/svar.ts";

// What fades in would be seen half faded by axe.
test.use({ reducedMotion: "reduce" });

interface Place {
  /** Goes there from a page that the app runs on, without another document. */
  go(page: Page): Promise<void>;
  /** What is on the screen while it waits. */
  shape: string;
  /** The title once it is there. */
  title: string;
  /** Where the title stands meanwhile: the page's own, or none yet. */
  titledAtOnce: boolean;
}

const inMain = (page: Page, name: string) => page.getByRole("main").getByRole("link", { name, exact: true }).click();

async function search(page: Page, text: string): Promise<void> {
  const field = page.getByRole("combobox");
  await field.fill(text);
  await field.press("Enter");
}

/** From the statement on privacy, which asks the backend for nothing. */
const PLACES: Record<string, Place> = {
  home: {
    go: (page) => page.getByRole("banner").getByRole("link", { name: "Help centre" }).click(),
    shape: ".load-state--home",
    title: "How can we help?",
    titledAtOnce: true,
  },
  "all articles": {
    go: (page) => page.getByRole("contentinfo").getByRole("link", { name: "All articles" }).click(),
    shape: ".load-state--list",
    title: "All articles",
    titledAtOnce: true,
  },
  category: {
    go: async (page) => {
      await page.getByRole("banner").getByRole("link", { name: "Help centre" }).click();
      await inMain(page, "Buying and paying");
    },
    shape: ".load-state--list",
    title: "Buying and paying",
    titledAtOnce: true,
  },
  article: {
    go: async (page) => {
      await page.getByRole("banner").getByRole("link", { name: "Help centre" }).click();
      await inMain(page, "Track your parcel");
    },
    shape: ".load-state--article",
    title: "Track your parcel",
    titledAtOnce: false,
  },
  "search results": {
    go: async (page) => {
      await page.getByRole("banner").getByRole("link", { name: "Help centre" }).click();
      await search(page, "parcel");
    },
    shape: ".load-state--results",
    title: "Search the help centre",
    titledAtOnce: true,
  },
};

/** The help home is on the way to most places, so what it shows is read before the network fails. */
async function begin(page: Page, name: string): Promise<void> {
  if (name !== "home" && name !== "all articles") {
    await page.goto("/en");
    await running(page);
    await page.getByRole("contentinfo").getByRole("link", { name: "Privacy" }).click();
  } else {
    await page.goto("/en/privacy");
    await running(page);
  }
  await expect(page.getByRole("heading", { level: 1, name: "Privacy" })).toBeVisible();
}

for (const [name, place] of Object.entries(PLACES)) {
  test(`${name} waits in the shape of what comes, under a title`, async ({ page, axe }) => {
    await begin(page, name);
    await silence(page, ANY);
    await place.go(page);
    const waiting = page.locator(place.shape);
    await expect(waiting.first()).toBeVisible();
    await expect(waiting.first()).toHaveCSS("opacity", "1");
    await expect(waiting.first().getByText("Loading", { exact: true })).toBeAttached();
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    if (place.titledAtOnce) {
      await expect(page.getByRole("heading", { level: 1, name: place.title })).toBeVisible();
    }
    await axe(page);
  });

  test(`${name} says when it cannot be loaded, and loads when asked again`, async ({ page, expected, axe }) => {
    expected.add(...REFUSALS);
    await begin(page, name);
    await refuse(page, ANY, 500);
    await place.go(page);
    const failed = page.getByRole("alert").filter({ hasText: "We could not load this page" });
    await expect(failed.first()).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await axe(page);
    await page.unroute(ANY);
    const again = page.getByRole("button", { name: "Try again" });
    while ((await again.count()) > 0) {
      const before = await again.count();
      await again.first().click();
      await expect(again).not.toHaveCount(before);
    }
    await expect(page.getByRole("heading", { level: 1, name: place.title })).toBeVisible();
    await expect(failed).toHaveCount(0);
  });

  test(`${name} says when the person is offline`, async ({ page, context, expected, axe }) => {
    expected.add(...NO_NETWORK);
    await begin(page, name);
    await context.setOffline(true);
    await place.go(page);
    const offline = page.getByRole("alert").filter({ hasText: "You are offline" });
    await expect(offline.first()).toBeVisible();
    await expect(offline.first().getByRole("button", { name: "Try again" })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await axe(page);
    await context.setOffline(false);
  });
}

test("a failed page has the same faces in Swedish", async ({ page, expected, axe }) => {
  expected.add(...REFUSALS);
  await page.goto("/sv");
  await running(page);
  await refuse(page, ARTICLE, 503);
  await inMain(page, "Spåra ditt paket");
  await expect(page.getByRole("heading", { level: 1, name: "Vi kunde inte ladda sidan" })).toBeVisible();
  await expect(page.getByText("Felet ligger hos oss. Inget du har skrivit har gått förlorat.")).toBeVisible();
  await axe(page);
  await page.unroute(ARTICLE);
  await page.getByRole("button", { name: "Försök igen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Spåra ditt paket" })).toBeVisible();
});

test("trying again keeps the keyboard on the page: focus is on the title that comes", async ({ page, expected }) => {
  expected.add(...REFUSALS);
  await page.goto("/en");
  await running(page);
  await refuse(page, ARTICLE, 500);
  await inMain(page, "Track your parcel");
  const again = page.getByRole("button", { name: "Try again" });
  await again.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "We could not load this page" })).toBeVisible();
  await expect(page.locator("body"), "focus after a second failure").not.toBeFocused();
  await page.unroute(ARTICLE);
  await again.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Track your parcel" })).toBeFocused();
});

test("a shelf with nothing on it says so and leads on", async ({ page, axe }) => {
  await page.goto("/en");
  await running(page);
  const nothing = { items: [], next_cursor: null, prev_cursor: null };
  await page.route(ARTICLES, (route) => route.fulfill({ json: nothing }));
  await inMain(page, "Selling and getting paid");
  await expect(page.getByRole("heading", { level: 1, name: "Selling and getting paid" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "Nothing on this shelf yet" })).toBeVisible();
  await expect(page.getByText("There are articles about other subjects.")).toBeVisible();
  await axe(page);
  await inMain(page, "All articles");
  await expect(page).toHaveURL(/\/en\/articles$/);
});

test("a search that finds nothing says so, keeps the words, and leads on", async ({ page, axe }) => {
  await page.goto("/en/search?q=zxqvwk");
  await running(page);
  await expect(page.getByRole("heading", { level: 2, name: "Nothing found for “zxqvwk”" })).toBeVisible();
  await expect(page.getByText("Try fewer or other words. Typing mistakes are fine.")).toBeVisible();
  await expect(page.getByRole("combobox")).toHaveValue("zxqvwk");
  await expect(page.getByRole("link", { name: "Ask a question" })).toBeVisible();
  await axe(page);
  await inMain(page, "All articles");
  await expect(page).toHaveURL(/\/en\/articles$/);
});

test("a search that failed keeps the words and finds when asked again", async ({ page, expected, axe }) => {
  expected.add(...REFUSALS);
  await refuse(page, SEARCH, 500);
  await page.goto("/en/search?q=parcel");
  await running(page);
  await expect(page.getByRole("alert").filter({ hasText: "We could not load this page" })).toBeVisible();
  await expect(page.getByRole("combobox")).toHaveValue("parcel");
  await axe(page);
  await page.unroute(SEARCH);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Track your parcel" })).toBeVisible();
});

for (const scheme of ["light", "dark"] as const) {
  test(`the faces of an address that is not prerendered pass axe in the ${scheme} theme`, async ({ page, expected, axe }) => {
    expected.add(...REFUSALS, /^response 404: /, /^console error: Failed to load resource.*404/);
    await page.emulateMedia({ colorScheme: scheme });
    for (const path of ["/en/articles/no-such-article", "/en/categories/no-such-shelf", "/en/nothing-here", "/en/orders"]) {
      await page.goto(path);
      await running(page);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await axe(page);
    }
    await refuse(page, ANY, 500);
    await page.goto("/en/articles/no-such-article");
    await running(page);
    await expect(page.getByRole("heading", { level: 1, name: "We could not load this page" })).toBeVisible();
    await axe(page);
  });
}

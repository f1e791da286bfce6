// What there is to see: every page, and every face that a page can have.
import type { BrowserContext, Page } from "@playwright/test";

import { ANY, ARTICLE, refuse, SEARCH, silence } from "../fixtures/answers.ts";
import { ACCOUNT_SCREENS } from "./account.ts";

export interface Screen {
  /** The file's name. */
  name: string;
  title: string;
  path: string;
  /** How the page comes to look like that, once the app runs. */
  then?(page: Page, context: BrowserContext): Promise<void>;
  /** What is arranged before the page is asked for. */
  before?(page: Page, site: string): Promise<void>;
  /** The app does not run on it. */
  withoutApp?: true;
  javaScriptEnabled?: false;
}

const track = (page: Page) => page.getByRole("main").getByRole("link", { name: "Track your parcel" }).click();

async function suggest(page: Page): Promise<void> {
  await page.getByRole("combobox").fill("parcel");
  await page.getByRole("listbox").waitFor();
  await page.keyboard.press("ArrowDown");
}

const mirror = (page: Page) => page.evaluate(() => void (document.documentElement.dir = "rtl"));
const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name }).waitFor();
const waiting = (page: Page, shape: string) => page.locator(`.load-state--${shape}`).first().waitFor();

export const SCREENS: Screen[] = [
  { name: "home", title: "Help home", path: "/en" },
  { name: "home-suggestions", title: "Help home, suggestions open", path: "/en", then: suggest },
  { name: "category", title: "A category", path: "/en/categories/problems" },
  { name: "article", title: "An article", path: "/en/articles/order-has-not-arrived" },
  { name: "article-contact", title: "How to contact us", path: "/en/articles/how-to-contact-us" },
  { name: "article-suggestions", title: "Search at the top of an article", path: "/en/articles/track-your-parcel", then: suggest },
  { name: "articles", title: "All articles", path: "/en/articles" },
  { name: "search", title: "Search results", path: "/en/search?q=parcel" },
  { name: "search-nothing", title: "Nothing found", path: "/en/search?q=zxqvwk" },
  ...ACCOUNT_SCREENS,
  { name: "accessibility", title: "Accessibility statement", path: "/en/accessibility" },
  { name: "privacy", title: "Privacy", path: "/en/privacy" },
  { name: "browsers", title: "Browser support", path: "/en/browsers" },
  { name: "not-found", title: "Not found", path: "/en/nothing-here" },
  {
    name: "failed",
    title: "A page that failed",
    path: "/en",
    async then(page) {
      await refuse(page, ARTICLE, 500);
      await track(page);
      await title(page, "We could not load this page");
    },
  },
  {
    name: "offline",
    title: "A page while offline",
    path: "/en",
    async then(page, context) {
      await context.setOffline(true);
      await track(page);
      await title(page, "You are offline");
    },
  },
  {
    name: "waiting-home",
    title: "Help home, waiting",
    path: "/en/privacy",
    async then(page) {
      await silence(page, ANY);
      await page.getByRole("banner").getByRole("link", { name: "Help centre" }).click();
      await waiting(page, "home");
    },
  },
  {
    name: "waiting-article",
    title: "An article, waiting",
    path: "/en",
    async then(page) {
      await silence(page, ARTICLE);
      await track(page);
      await waiting(page, "article");
    },
  },
  {
    name: "waiting-search",
    title: "Search results, waiting",
    path: "/en/search?q=parcel",
    before: (page) => silence(page, SEARCH),
    then: (page) => waiting(page, "results"),
  },
  { name: "no-script", title: "Help home, scripts off", path: "/en", withoutApp: true, javaScriptEnabled: false },
  {
    name: "outdated",
    title: "An article in a tab from before a deployment",
    path: "/en/articles/track-your-parcel",
    withoutApp: true,
    before: (page) => page.route(/\.wasm$/, (route) => route.fulfill({ status: 404, body: "" })),
    then: (page) => page.locator("#svar-outdated").waitFor(),
  },
  { name: "home-sv", title: "Help home, Swedish", path: "/sv" },
  { name: "article-sv", title: "An article, Swedish", path: "/sv/articles/how-to-contact-us" },
  { name: "search-sv", title: "Search results, Swedish", path: "/sv/search?q=paket" },
  { name: "home-rtl", title: "Help home, mirrored", path: "/en", then: mirror },
  { name: "article-rtl", title: "An article, mirrored", path: "/en/articles/how-to-contact-us", then: mirror },
];

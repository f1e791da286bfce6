// The ground that every other journey stands on: headers, policy, watcher, axe.
import { expect, running, test } from "./fixtures/svar.ts";

const HEADERS = {
  "content-security-policy":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; font-src 'none'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default",
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
};

for (const path of ["/en", "/sv", "/en/articles", "/en/search", "/en/orders"]) {
  test(`${path} answers with every security header`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.status()).toBe(200);
    expect(answer.headers()).toMatchObject(HEADERS);
    expect(answer.headers()["permissions-policy"]).toContain("camera=(self)");
  });
}

for (const path of ["/en", "/sv"]) {
  test(`${path} starts the app without a policy report, and axe finds nothing`, async ({ page, axe }) => {
    await page.goto(path);
    await running(page);
    await axe(page);
  });
}

test("markup and scripts from a string are refused", async ({ page, expected }) => {
  expected.add(/policy: (require-)?trusted-types/, /console error: .*(Trusted|Content Security Policy)/);
  await page.goto("/en");
  await running(page);
  // A function made in the page, since what Playwright evaluates itself stands outside the policy.
  const refused = await page.evaluate(() => {
    const attempts: Record<string, () => unknown> = {
      markup: () => (document.createElement("div").innerHTML = "<b>not ours</b>"),
      handler: () => (document.createElement("div").innerHTML = "<img src=x onerror=alert(1)>"),
      script: () => (document.createElement("script").text = "window.ran = true"),
      address: () => (document.createElement("script").src = "/boot.js"),
      secondPolicy: () => window.trustedTypes?.createPolicy("other", {}),
    };
    return Object.entries(attempts).filter(([, attempt]) => {
      try {
        attempt();
        return false;
      } catch (error) {
        return error instanceof TypeError;
      }
    }).map(([name]) => name);
  });
  expect(refused).toEqual(["markup", "handler", "script", "address", "secondPolicy"]);
});

test("a first visit fetches each file of the app once", async ({ page }) => {
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto("/en");
  await running(page);
  const ofApp = fetched.filter((path) => /-[0-9a-f]{16}\.(js|css|wasm|ftl)$/.test(path));
  const kinds = ofApp.map((path) => path.replace(/-[0-9a-f]{16}/, "")).sort();
  expect(kinds).toEqual(["/boot.js", "/svar.css", "/svar.js", "/svar.wasm", "/words-en.ftl"]);
});

test("a page of one's own things fetches the other part of the app, and nothing of the first", async ({ page }) => {
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto("/en/orders");
  await running(page);
  const ofApp = fetched.filter((path) => /-[0-9a-f]{16}\.(js|css|wasm|ftl)$/.test(path));
  const kinds = ofApp.map((path) => path.replace(/-[0-9a-f]{16}/, "")).sort();
  expect(kinds).toEqual(["/account-words-en.ftl", "/account.css", "/account.js", "/account.wasm", "/boot.js", "/svar.css"]);
});

test("going on to orders and back reads another document, with one part of the app in each", async ({ page }) => {
  const documents: string[] = [];
  page.on("request", (request) => request.resourceType() === "document" && documents.push(new URL(request.url()).pathname));
  await page.goto("/en");
  await running(page);
  await page.getByRole("banner").getByRole("link", { name: "Orders" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in to see your orders" })).toBeVisible();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toHaveAttribute("href", "/en/sign-in?next=%2Fen%2Forders");
  await page.getByRole("banner").getByRole("link", { name: "Cases" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in to see your cases" })).toBeFocused();
  await page.getByRole("banner").getByRole("link", { name: "Help centre" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "How can we help?" })).toBeVisible();
  expect(documents).toEqual(["/en", "/en/orders", "/en"]);
});

// Signing in leads back to exactly where one was, and never to another site.
import { SV, expire, headerLink, signIn, signInHere, title } from "./fixtures/person.ts";
import { expect, running, test } from "./fixtures/svar.ts";

for (const [path, name] of [
  ["/en/orders?role=buyer&state=shipped", "Orders"],
  ["/en/orders/order-20418", "Order SV-20418"],
  ["/en/cases", "Your cases"],
  ["/en/articles/track-your-parcel", "Track your parcel"],
  ["/en/search?q=parcel%20%26%20money", "Search the help centre"],
] as const) {
  test(`from ${path} the header leads to sign-in and straight back`, async ({ page }) => {
    await page.goto(path);
    await running(page);
    await headerLink(page, "Sign in").click();
    await signInHere(page, "anna");
    await expect(page).toHaveURL(path);
    await expect(title(page, name)).toBeVisible();
    await expect(headerLink(page, "Account")).toBeVisible();
    await expect(headerLink(page, "Sign in")).toHaveCount(0);
  });
}

test("from a step of asking the header leads to sign-in and back to the words that were typed", async ({ page }) => {
  await page.goto("/en/ask/describe");
  await running(page);
  const field = page.getByRole("textbox", { name: "Your question" });
  await field.fill("The vase has a crack along its rim.");
  await expect(page).toHaveURL(/\/en\/ask\/describe\?draft=[0-9a-f-]{36}$/);
  const step = page.url();
  await headerLink(page, "Sign in").click();
  await signInHere(page, "anna");
  await expect(page).toHaveURL(step);
  await expect(field).toHaveValue("The vase has a crack along its rim.");
  await expect(headerLink(page, "Account")).toBeVisible();
});

test("på svenska: dörren till beställningarna leder till inloggningen och direkt tillbaka", async ({ page }) => {
  await page.goto("/sv/orders");
  await running(page);
  await expect(title(page, "Logga in för att se dina beställningar")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Logga in", exact: true }).click();
  await signInHere(page, "anna", SV);
  await expect(page).toHaveURL("/sv/orders");
  await expect(title(page, "Beställningar")).toBeVisible();
  await expect(headerLink(page, "Konto")).toBeVisible();
});

test("a sign-in that came from nowhere leads to the orders", async ({ page }) => {
  await page.goto("/en/sign-in");
  await running(page);
  await signInHere(page, "ben");
  await expect(page).toHaveURL("/en/orders");
  await expect(title(page, "Orders")).toBeVisible();
});

test("whoever is signed in already is led on at once", async ({ page }) => {
  await signIn(page, "anna");
  await page.goto("/en/sign-in?next=%2Fen%2Fcases");
  await expect(page).toHaveURL("/en/cases");
  await expect(title(page, "Your cases")).toBeVisible();
});

for (const next of [
  "https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/%2F/evil.example",
  "/en/../sign-in", "/en/sign-in?next=/en/cases", "/api/v1/me", "en/cases", "/\tevil",
]) {
  test(`next=${JSON.stringify(next)} is not followed`, async ({ page }) => {
    await page.goto(`/en/sign-in?next=${encodeURIComponent(next)}`);
    await running(page);
    await signInHere(page, "anna");
    await expect(page).toHaveURL("/en/orders");
    await expect(title(page, "Orders")).toBeVisible();
  });
}

test("a session that has ended is noticed at the next page, and the door leads back", async ({ page, expected }) => {
  expected.add(/\/api\/v1\/orders/);
  await signIn(page, "anna");
  await page.goto("/en/orders");
  await running(page);
  await expire(page);
  await page.getByRole("link", { name: "Omega Seamaster 300, 1967" }).click();
  await expect(title(page, "Sign in to see this order")).toBeVisible();
  await expect(headerLink(page, "Sign in")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Sign in", exact: true }).click();
  await signInHere(page, "anna");
  await expect(page).toHaveURL("/en/orders/order-20418");
  await expect(title(page, "Order SV-20418")).toBeVisible();
});

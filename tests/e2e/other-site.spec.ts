// The backend on another site, to which the browser sends no cookies: a session lives in the document's memory.
import * as people from "./fixtures/person.ts";
import { SplitSite } from "./fixtures/site.ts";
import { expect, running, test as base } from "./fixtures/svar.ts";

const test = base.extend<object, { split: SplitSite }>({
  split: [
    async ({}, use) => {
      const split = new SplitSite();
      await split.open();
      // The same backend under a name of another site.
      await split.point(split.api.replace("127.0.0.1", "localhost"), "bearer");
      await use(split);
      await split.dispose();
    },
    { scope: "worker" },
  ],
});

test("one signs in, goes about one's things and signs out, and nothing of the session is kept or in an address", async ({ page, split }) => {
  const addresses: string[] = [];
  const bearers = new Set<string>();
  page.on("request", (request) => {
    addresses.push(request.url());
    const line = request.headers().authorization;
    if (line) bearers.add(line);
  });
  await page.goto(`${split.url}/en/orders`);
  await running(page);
  await page.getByRole("main").getByRole("link", { name: "Sign in", exact: true }).click();
  await people.signInHere(page, "anna");
  await expect(people.title(page, "Orders")).toBeVisible();
  await expect(page).toHaveURL(`${split.url}/en/orders`);
  const order = page.getByRole("main").getByRole("link", { name: /Omega Seamaster/ }).first();
  await order.click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("banner").getByRole("link", { name: "Cases" }).click();
  await expect(people.title(page, "Your cases")).toBeVisible();
  expect([...bearers].length, "one session all along").toBe(1);
  const token = [...bearers][0]!.replace("Bearer ", "");
  expect(addresses.filter((address) => address.includes(token))).toEqual([]);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
  expect(kept).not.toContain(token);
  expect((await page.context().cookies()).filter((cookie) => cookie.name === "svar_session")).toEqual([]);
  await page.getByRole("banner").getByRole("link", { name: "Account" }).click();
  await page.getByRole("main").getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(`${split.url}/en`);
});

test("a reload forgets the session, asks to sign in, and leads back", async ({ page, split }) => {
  await page.goto(`${split.url}/en/sign-in?next=%2Fen%2Fcases`);
  await running(page);
  await people.signInHere(page, "anna");
  await expect(people.title(page, "Your cases")).toBeVisible();
  await page.reload();
  await running(page);
  await expect(people.title(page, "Sign in to see your cases")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Sign in", exact: true }).click();
  await people.signInHere(page, "anna");
  await expect(people.title(page, "Your cases")).toBeVisible();
});

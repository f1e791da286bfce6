// From a switch at the desk to an open page: how long that takes, and how often longer than a plain answer.
import { answered, describe, signIn, talkTo, test as base } from "./fixtures/asking.ts";
import { Backend } from "./fixtures/backend.ts";
import { openDesk } from "./fixtures/desk.ts";
import { expect } from "./fixtures/svar.ts";

const TIMES = 20;

const test = base.extend<object, { backend: Backend }>({
  backend: [
    async ({}, use) => {
      const backend = new Backend(["--clock", "2026-11-23T10:00:00Z"]);
      await backend.start();
      await use(backend);
      await backend.dispose();
    },
    { scope: "worker" },
  ],
});

const middle = (all: number[]) => all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)]!;

test("from a switch at the desk to the page", async ({ page, browser, backend }) => {
  await signIn(page);
  await describe(page, "general");
  await answered(page, "How much is the buyer protection fee?");
  await talkTo(page);
  const phone = page.getByRole("radio", { name: "Phone" });
  const desk = await openDesk(browser, backend.url, "/desk/contact");
  const [switches, answers]: [number[], number[]] = [[], []];
  for (let index = 0; index < TIMES; index += 1) {
    const closes = index % 2 === 0;
    await (closes ? expect(phone).toBeEnabled() : expect(phone).toBeDisabled());
    const changed = phone.evaluate(
      (radio, closes) =>
        new Promise<number>((done) => {
          const look = () => ((radio as HTMLInputElement).disabled === closes ? done(Date.now()) : requestAnimationFrame(look));
          look();
        }),
      closes,
    );
    const button = desk.getByRole("button", { name: closes ? "Close it for maintenance" : "Switch it on" }).first();
    // Both browsers are on this machine and read the same clock.
    const pressed = await button.evaluate((button) => ((button as HTMLElement).click(), Date.now()));
    switches.push((await changed) - pressed);
    await desk.waitForLoadState();
    const began = Date.now();
    await page.request.get(`${backend.url}/api/v1/contact/availability`);
    answers.push(Date.now() - began);
  }
  await desk.context().close();
  const [median, worst, plain] = [middle(switches), Math.max(...switches), middle(answers)];
  console.log(
    `\ndesk switch to open page, ${TIMES} times: median ${median} ms, worst ${worst} ms; ` +
      `a plain answer takes ${plain} ms, so ${(median / Math.max(plain, 1)).toFixed(1)} answers long`,
  );
});

// Who is on the screen: people of the demonstration, signed in, with something at support.
import type { Page } from "@playwright/test";

const PASSWORD = "svar-demo-2026";
const DESK = { email: "maja@svar.example", password: "svar-desk-2026" };

/** Two requests of Anna's; each is sent once, however many pictures are taken. */
const WAITING = {
  id: "5b1f0a52-6c1e-4a55-9a3c-2f6f1c3f7a10",
  order: "order-20398",
  topic: "not_arrived",
  statement: "The tracking has said “on its way” for more than two weeks. Can you find out where the parcel is?",
};
const ANSWERED = {
  id: "0f6d2b1e-93a4-4c7b-8a58-71c2e0d94b33",
  order: "order-20418",
  topic: "not_as_described",
  statement: "The strap is from another maker than the description says. I would like to send the watch back.",
};
const REPLY = "Thank you for telling us. Could you tell us what is written on the clasp?";

const CALLED = {
  id: "7c9e6679-7425-40de-944b-e07fc1f90ae7",
  call: "550e8400-e29b-41d4-a716-446655440000",
  statement: "I would like to talk about the return of the vase. Please call me.",
};

const WRITTEN = {
  id: "3d594650-3436-4b9c-8f6d-2c1f1b5a7e21",
  order: "order-20422",
  text: "Thank you, I have it now. One nail of the stretcher seems to be loose. Could you tell me how it was fixed before?",
};

export const WRITTEN_PATH = `/en/orders/${WRITTEN.order}`;
export const CALL_PATH = `/en/cases/${CALLED.id}`;
export const ANSWERED_PATH = `/en/cases/${ANSWERED.id}`;
export const DESK_CASE_PATH = `/desk/cases/${WAITING.id}`;

/** Signs a person of the demonstration in; gives the word that goes with every change. */
async function session(page: Page, site: string, name: string): Promise<string> {
  const data = { email: `${name}@example.com`, password: PASSWORD };
  const answer = await page.request.post(`${site}/api/v1/session`, { data });
  if (!answer.ok()) throw new Error(`${name} could not sign in: ${answer.status()}`);
  return (await answer.json()).csrf;
}

export async function anna(page: Page, site: string): Promise<void> {
  await session(page, site, "anna");
}

export async function chiara(page: Page, site: string): Promise<void> {
  await session(page, site, "chiara");
}

async function send(page: Page, site: string, csrf: string, request: typeof WAITING): Promise<void> {
  const { id, order, topic, statement } = request;
  const shared = ["order_state", "shipping", "money"];
  const answer = await page.request.put(`${site}/api/v1/cases/${id}`, {
    headers: { "svar-csrf": csrf },
    data: { subject: { kind: "order", id: order }, topic, method: "email", language: "en", statement, shared },
  });
  if (!answer.ok()) throw new Error(`The request could not be sent: ${answer.status()} ${await answer.text()}`);
}

/** A member of the team at the desk. */
async function maja(page: Page, site: string): Promise<void> {
  await page.goto(`${site}/desk/sign-in`);
  await page.getByLabel("E-mail address").fill(DESK.email);
  await page.getByLabel("Password").fill(DESK.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1, name: "Cases" }).waitFor();
}

/** Anna, who waits for a reply about one order and has one about another. */
export async function annaWithCases(page: Page, site: string): Promise<void> {
  const csrf = await session(page, site, "anna");
  await send(page, site, csrf, WAITING);
  await send(page, site, csrf, ANSWERED);
  await maja(page, site);
  await page.goto(`${site}/desk/cases/${ANSWERED.id}`);
  if ((await page.getByText(REPLY).count()) > 0) return;
  await page.getByRole("textbox").fill(REPLY);
  await page.getByRole("button", { name: "Answer and wait for the person" }).click();
  await page.getByText(REPLY).waitFor();
}

/** The same, with a call booked for the first free time. */
export async function annaWithCall(page: Page, site: string): Promise<void> {
  await annaWithCases(page, site);
  const csrf = await session(page, site, "anna");
  const known = await page.request.get(`${site}/api/v1/cases/${CALLED.id}`);
  if (known.ok()) return;
  const slots = await (await page.request.get(`${site}/api/v1/callbacks/slots?language=en`)).json();
  const callback = { id: CALLED.call, phone: "+46 70 123 45 67", slot: slots.items[0].from };
  const answer = await page.request.put(`${site}/api/v1/cases/${CALLED.id}`, {
    headers: { "svar-csrf": csrf },
    data: { subject: { kind: "general" }, topic: "refund", method: "phone", language: "en", statement: CALLED.statement, callback },
  });
  if (!answer.ok()) throw new Error(`The call could not be booked: ${answer.status()} ${await answer.text()}`);
}

/** Anna, who has written to the seller of an order. */
export async function annaWroteChiara(page: Page, site: string): Promise<void> {
  const csrf = await session(page, site, "anna");
  const answer = await page.request.put(`${site}/api/v1/conversations/${WRITTEN.id}`, {
    headers: { "svar-csrf": csrf },
    data: { kind: "seller", order_id: WRITTEN.order, text: WRITTEN.text },
  });
  if (!answer.ok()) throw new Error(`The seller could not be written to: ${answer.status()} ${await answer.text()}`);
}

/** The seller, who was written to. */
export async function chiaraWasWritten(page: Page, site: string): Promise<void> {
  await annaWroteChiara(page, site);
  await session(page, site, "chiara");
}

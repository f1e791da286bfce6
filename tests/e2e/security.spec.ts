// What the browser is told not to do, on every kind of answer, and that it holds to it.
import { expect, running, test } from "./fixtures/svar.ts";

const SITE_HEADERS = {
  "content-security-policy":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; font-src 'none'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default",
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
};
const API_HEADERS = {
  "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
};
const PAGE_CACHE = "public, max-age=60, stale-while-revalidate=600";

const ANSWERS: [path: string, status: number, headers: Record<string, string>, type: string | undefined, cache: string][] = [
  ["/en", 200, SITE_HEADERS, "text/html; charset=utf-8", PAGE_CACHE],
  ["/sv/articles/ship-an-order", 200, SITE_HEADERS, "text/html; charset=utf-8", PAGE_CACHE],
  ["/en/orders", 200, SITE_HEADERS, "text/html; charset=utf-8", PAGE_CACHE],
  ["/icons.svg", 200, SITE_HEADERS, "image/svg+xml", "public, max-age=3600"],
  ["/sitemap.xml", 200, SITE_HEADERS, "application/xml", "public, max-age=3600"],
  ["/en/nothing", 404, SITE_HEADERS, "text/html; charset=utf-8", PAGE_CACHE],
  ["/wp-admin.php", 404, SITE_HEADERS, undefined, "no-cache"],
  ["/.git/config", 404, SITE_HEADERS, undefined, "no-cache"],
  ["/en%2Fsecret", 404, SITE_HEADERS, undefined, "no-cache"],
  ["/api/v1/meta", 200, API_HEADERS, "application/json", PAGE_CACHE],
  ["/api/v1/help/search?q=fee&locale=en", 200, API_HEADERS, "application/json", "no-store"],
  ["/api/v1/help/search?q=", 422, API_HEADERS, "application/problem+json", "no-store"],
  ["/api/v1/help/articles/no-such-article", 404, API_HEADERS, "application/problem+json", "no-store"],
  ["/api/v1/session", 401, API_HEADERS, "application/problem+json", "no-store"],
  ["/api/v1/orders", 401, API_HEADERS, "application/problem+json", "no-store"],
  ["/api/v1/nothing", 404, API_HEADERS, "application/problem+json", "no-store"],
];

for (const [path, status, headers, type, cache] of ANSWERS) {
  test(`${path} answers ${status} under its headers`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.status()).toBe(status);
    expect(answer.headers()).toMatchObject({ ...headers, "cache-control": cache });
    expect(answer.headers()["content-type"]?.split(";")[0]).toBe(type?.split(";")[0]);
    expect(answer.headers()["permissions-policy"]).toMatch(/^camera=\((self)?\), .*microphone=\(\)/);
    expect(answer.headers()["set-cookie"]).toBeUndefined();
    expect(answer.headers().server).toBeUndefined();
    expect(answer.headers()["access-control-allow-origin"]).toBeUndefined();
  });
}

test("files of the app may be kept for a year, under the same headers", async ({ request }) => {
  const html = await (await request.get("/en/orders")).text();
  const boot = /src="(\/boot-[0-9a-f]{16}\.js)"/.exec(html)?.[1] ?? "";
  const styles = html.match(/\/(svar|account)-[0-9a-f]{16}\.css/g) ?? [];
  const script = await (await request.get(boot)).text();
  const parts = script.match(/\/((svar|account)-[0-9a-f]{16}\.(js|wasm)|[a-z-]*words-[a-z]+-[0-9a-f]{16}\.ftl)/g) ?? [];
  const files = [boot, ...styles, ...parts];
  // Of each of the two parts a style sheet, a module, WebAssembly and two files of words; and what starts them.
  expect(new Set(files).size).toBe(11);
  for (const file of files) {
    const answer = await request.get(file);
    expect(answer.headers(), file).toMatchObject({
      ...SITE_HEADERS,
      "cache-control": "public, max-age=31536000, immutable",
    });
  }
});

test("the policy allows neither inline code nor eval", () => {
  const words = SITE_HEADERS["content-security-policy"].split(/[ ;]+/);
  for (const word of ["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "http:", "https:"]) {
    expect(words).not.toContain(word);
  }
});

const INJECTIONS: Record<string, string> = {
  "markup": "document.createElement('div').innerHTML = '<b>x</b>'",
  "markup with a handler": "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>')",
  "a document from a string": "new DOMParser().parseFromString('<b>x</b>', 'text/html')",
  "a frame from a string": "document.createElement('iframe').srcdoc = '<b>x</b>'",
  "a script's text": "document.createElement('script').text = 'window.ran = true'",
  "a script's address": "document.createElement('script').src = '/boot.js'",
  "a worker": "new Worker('/boot.js')",
  "eval": "eval('window.ran = true')",
  "a function from a string": "new Function('window.ran = true')()",
  "a timer with a string": "setTimeout('window.ran = true')",
  "another policy": "trustedTypes.createPolicy('other', {})",
};

for (const [name, code] of Object.entries(INJECTIONS)) {
  test(`${name} is refused and reported`, async ({ page, expected, watcher }) => {
    expected.add(/^policy: /, /^console error: .*(Content Security Policy|Trusted|TrustedTypes)/);
    await page.goto("/en");
    await running(page);
    expect(watcher.noted).toEqual([]);
    // What Playwright evaluates itself may do more than a page may; what a timer runs later may not.
    const attempt = `new Promise((done) => setTimeout(() => { try { ${code}; done("done"); } catch (error) { done(error.name); } }))`;
    expect(await page.evaluate(attempt)).toMatch(/^(TypeError|EvalError)$/);
    await expect.poll(() => watcher.noted.filter((line) => line.startsWith("policy: ")).length).toBeGreaterThan(0);
    expect(await page.evaluate("window.ran")).toBeUndefined();
  });
}

test("an inline script that gets into the page does not run", async ({ page, expected }) => {
  expected.add(/^policy: script-src/, /^console error: .*Content Security Policy/);
  await page.route("**/en", async (route) => {
    const response = await route.fetch();
    const planted = "<script>window.ran = true</script><p onclick='window.ran = true' id='planted'>x</p></body>";
    await route.fulfill({ response, body: (await response.text()).replace("</body>", planted) });
  });
  await page.goto("/en");
  await running(page);
  await page.locator("#planted").click();
  expect(await page.evaluate("window.ran")).toBeUndefined();
});

test("no prerendered page holds executable text: no inline script, handler, style or script address", async ({ request }) => {
  const sitemap = await (await request.get("/sitemap.xml")).text();
  const paths = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => new URL(address).pathname);
  expect(paths.length).toBe(100);
  for (const path of [...paths, "/en/search", "/sv/search", "/en/orders", "/sv/cases", "/en/sign-in", "/en/account", "/xx"]) {
    const html = await (await request.get(path)).text();
    const scripts = [...html.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)];
    const executable = scripts.filter(([, attributes]) => !/type="application\/(ld\+)?json"/.test(attributes));
    expect(executable.map(([, attributes, text]) => attributes.replace(/[0-9a-f]{16}/, "HASH").trim() + text), path).toEqual([
      'type="module" src="/boot-HASH.js"',
    ]);
    const markup = html.replace(/<script\b.*?<\/script>/gs, "");
    expect(markup.match(/<[^>]*\s(on[a-z]+|style|srcdoc)\s*=/gi), path).toBeNull();
    expect(markup.match(/(href|src|action)\s*=\s*["']?\s*(javascript|data|vbscript):/gi), path).toBeNull();
    expect(markup.match(/<(style|base|iframe|object|embed)\b/gi), path).toBeNull();
  }
});

test("reading, searching and answering ask nobody else, and leave no cookie and nothing stored", async ({ page, context, backend }) => {
  const strangers: string[] = [];
  context.on("request", (request) => {
    if (!request.url().startsWith(`${backend.url}/`)) strangers.push(request.url());
  });
  await page.goto("/en");
  await running(page);
  await page.getByRole("combobox", { name: "Search the help centre" }).pressSequentially("parcel");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.getByRole("link", { name: "Selling and getting paid" }).click();
  await page.getByRole("main").getByRole("link", { name: "Ship an order", exact: true }).click();
  await page.getByRole("button", { name: "Yes, it helped" }).click();
  await expect(page.getByText("Thank you. It is good to know that this page helps.")).toBeVisible();
  await page.getByRole("link", { name: "Contact us" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ask a question" })).toBeVisible();
  expect(strangers).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  const stored = await page.evaluate(async () => ({
    cookie: document.cookie,
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(stored).toEqual({ cookie: "", local: [], session: [], databases: [], caches: [], workers: 0 });
});

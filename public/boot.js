// Starts the app after the page has been painted: the words come first, WebAssembly second.
// `cargo xtask build` fills in the addresses and the templates.

const PARTS = __SVAR_PARTS__;
// Pages that need to know who asks are in a part of their own, so that readers do not pay for them.
const ACCOUNT = ["ask", "orders", "objects", "cases", "sign-in", "account"];
const IS_ACCOUNT = ACCOUNT.includes(location.pathname.split("/")[2]);
const { module: MODULE, wasm: WASM, words: WORDS } = IS_ACCOUNT ? PARTS.account : PARTS.reading;
const TEMPLATES = new Set(__SVAR_TEMPLATES__);

const root = document.documentElement;

// The page's policy asks for Trusted Types everywhere. Only markup that is a literal in our own
// WebAssembly becomes elements; null means refused. No script is ever made from a string.
if (window.trustedTypes) {
  trustedTypes.createPolicy("default", {
    createHTML: (text) => (TEMPLATES.has(text) ? text : null),
    createScript: () => null,
    createScriptURL: () => null,
  });
}

function show(id) {
  const notice = document.getElementById(id);
  if (notice) notice.hidden = false;
}

function preload(href, as) {
  const link = document.createElement("link");
  link.rel = as === "script" ? "modulepreload" : "preload";
  if (as !== "script") link.as = as;
  // Both are fetched again without credentials, and a preload counts only for a request that is made alike.
  link.crossOrigin = "anonymous";
  link.href = href;
  document.head.append(link);
}

// A visitor who is offline, one whose page is older than the deployment, and one whose browser
// does not run WebAssembly need different words.
async function reason() {
  if (typeof WebAssembly !== "object") return "svar-blocked";
  if (!navigator.onLine) return "svar-offline";
  for (const href of [MODULE, WASM]) {
    try {
      const answer = await fetch(href, { method: "HEAD", cache: "no-store" });
      if (answer.status === 404 || answer.status === 410) return "svar-outdated";
    } catch {
      return "svar-offline";
    }
  }
  return "svar-blocked";
}

async function start() {
  root.dataset.app = "starting";
  const assets = document.getElementById("svar-assets");
  const backend = assets && JSON.parse(assets.textContent).backend;
  const words = WORDS[root.lang] ?? WORDS[root.lang.split("-")[0]];
  try {
    if (typeof WebAssembly !== "object") throw new Error("no WebAssembly");
    preload(MODULE, "script");
    preload(WASM, "fetch");
    if (words) preload(words, "fetch");
    // Where the backend is elsewhere the app reads where, and should not have to wait for it.
    if (backend) preload(backend, "fetch");
    const app = await import(MODULE);
    await app.default({ module_or_path: WASM });
  } catch (error) {
    root.dataset.app = "failed";
    show(await reason());
    console.warn("The app did not start; the page can still be read.", error);
  }
}

for (const button of document.querySelectorAll("[data-reload]")) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    location.reload();
  });
}

// A hidden tab paints no frame, so it starts by the clock.
let begun = false;
function begin() {
  if (begun) return;
  begun = true;
  start();
}
requestAnimationFrame(() => setTimeout(begin, 0));
setTimeout(begin, document.hidden ? 0 : 1000);

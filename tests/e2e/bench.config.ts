// What `cargo xtask bench` measures in a browser.
import { defineConfig } from "@playwright/test";

import journeys from "./playwright.config.ts";

export default defineConfig({
  ...journeys,
  testMatch: "bench.ts",
  outputDir: "../../.svar/bench",
  timeout: 120_000,
  workers: 1,
  reporter: [["line"]],
  use: { ...journeys.use, trace: "off" },
});

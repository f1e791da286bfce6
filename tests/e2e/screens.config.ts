// Contact sheets of all pages and faces, by `cargo xtask screens`.
import { defineConfig } from "@playwright/test";

import journeys from "./playwright.config.ts";

export default defineConfig({
  ...journeys,
  testMatch: "screens.ts",
  outputDir: "../../.svar/screens",
  timeout: 120_000,
  reporter: [["list"]],
  use: { ...journeys.use, trace: "off" },
});

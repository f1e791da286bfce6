// Journeys through the built product; `cargo xtask test` gives the paths in the environment.
import { defineConfig } from "@playwright/test";

const report = process.env.SVAR_REPORT;

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "../../.svar/journeys",
  fullyParallel: true,
  forbidOnly: true,
  // A journey that passes only the second time has found something.
  retries: 0,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 7_000 },
  reporter: report ? [["list"], ["json", { outputFile: report }]] : [["list"]],
  use: {
    headless: true,
    locale: "en-GB",
    timezoneId: "UTC",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.SVAR_CHROMIUM || undefined,
      // Without these Chromium asks hosts of its own at every start.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});

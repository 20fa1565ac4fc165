import { defineConfig } from '@playwright/test';

/** End-to-end tests over the built application; tests/e2e/fixtures/app.ts starts it. */
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/fixtures/build.ts',
  outputDir: 'test-results/e2e',
  // Every test runs a workstation of its own, in its own folder, and waits about as long as it works.
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  // One more try, told as flaky: each test runs a browser, a station and its workers on whatever else the machine does.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: { locale: 'it-IT', trace: 'off' },
});

import { defineConfig } from '@playwright/test';

/** Run by tools/package over a packaged application that was taken apart. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/package',
  workers: 1,
  timeout: 60_000,
  reporter: [['line']],
});

import { defineConfig } from 'vitest/config';

/** `unit` runs in seconds and touches no network; `integration` uses real SQLite, files, processes and loopback servers. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 20_000, maxWorkers: '100%' } },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          maxWorkers: '100%',
        },
      },
    ],
  },
});

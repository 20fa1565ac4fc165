import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';

/**
 * `unit` runs in seconds and touches no network; `screens` draws the windows' screens over a station of fixtures;
 * `integration` uses real SQLite, files, processes, loopback servers and pages of full size.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          // They change nothing that outlives them, so that the sources need not be loaded anew for each file.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: '100%',
        },
      },
      {
        test: {
          name: 'screens',
          include: ['tests/screens/**/*.test.tsx'],
          environment: 'jsdom',
          // As above: each file has a document of its own, over screens that are loaded once.
          isolate: false,
          testTimeout: 60_000,
          maxWorkers: '100%',
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: 'tests/integration/programs/bundle.ts',
          // As above: what they change lies in folders, processes and stations of their own.
          isolate: false,
          unstubEnvs: true,
          testTimeout: 300_000,
          hookTimeout: 120_000,
          // A fifth of their time is waiting: for processes to start, folders to settle, deadlines to pass.
          maxWorkers: '150%',
        },
      },
    ],
  },
});

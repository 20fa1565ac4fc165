import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/**
 * The whole bar of a landing, in the order of what fails fastest. Every step runs even when an earlier one failed, so
 * that one run tells everything; the exit code is 0 only when all passed. The last line sums up all test runners.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'tabularium-test-'));

interface Step {
  readonly title: string;
  readonly command: readonly [string, ...string[]];
  readonly report?: string;
  readonly env?: NodeJS.ProcessEnv;
}

const vitest = (project: string): Step => {
  const report = join(reports, `${project}.json`);
  return {
    title: `${project} tests`,
    command: [
      'vitest',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    report,
  };
};

const endToEndReport = join(reports, 'e2e.json');
const steps: readonly Step[] = [
  { title: 'format and lint', command: ['biome', 'ci', '--error-on-warnings', '.'] },
  { title: 'types, node', command: ['tsc', '-p', 'tsconfig.node.json'] },
  { title: 'types, web', command: ['tsc', '-p', 'tsconfig.web.json'] },
  { title: 'types, tests', command: ['tsc', '-p', 'tsconfig.tests.json'] },
  {
    title: 'import rules',
    command: [
      'depcruise',
      'contract',
      'ocr',
      'station',
      'electron',
      'renderer',
      'intake',
      'tools',
      '--config',
      '.dependency-cruiser.mjs',
    ],
  },
  { title: 'dead code', command: ['knip'] },
  vitest('unit'),
  vitest('integration'),
  { title: 'build', command: ['electron-vite', 'build'] },
  {
    title: 'end-to-end tests',
    command: ['playwright', 'test', '--reporter=list,json'],
    report: endToEndReport,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: endToEndReport },
  },
];

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
});
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

function countTests(report: string | undefined): Counts {
  if (report === undefined || !existsSync(report)) return { passed: 0, failed: 0, skipped: 0 };
  const json: unknown = JSON.parse(readFileSync(report, 'utf8'));
  const unit = vitestReport.safeParse(json);
  if (unit.success) {
    return { passed: unit.data.numPassedTests, failed: unit.data.numFailedTests, skipped: unit.data.numPendingTests };
  }
  const { stats } = playwrightReport.parse(json);
  // What passed only when tried again is named as flaky by its runner.
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

function runStep(step: Step): Promise<boolean> {
  const [command, ...commandArguments] = step.command;
  process.stdout.write(`\n== ${step.title}: ${step.command.join(' ')}\n`);
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, 'node_modules', '.bin', command), commandArguments, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...step.env },
      shell: process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      process.stdout.write(
        `== ${step.title}: ${code === 0 ? 'passed' : 'FAILED'} in ${Math.round((performance.now() - startedAt) / 1000)} s\n`,
      );
      resolve(code === 0);
    });
  });
}

const failedSteps: string[] = [];
for (const step of steps) {
  if (!(await runStep(step))) failedSteps.push(step.title);
}
const counts = steps.map((step) => countTests(step.report));
const total = (pick: (count: Counts) => number) => counts.reduce((sum, count) => sum + pick(count), 0);
rmSync(reports, { recursive: true });
if (failedSteps.length > 0) process.stdout.write(`\nFailed: ${failedSteps.join(', ')}\n`);
process.stdout.write(
  `\ntests: ${total(({ passed }) => passed)} passed, ${total(({ failed }) => failed)} failed, ${total(({ skipped }) => skipped)} skipped\n`,
);
process.exitCode = failedSteps.length > 0 ? 1 : 0;

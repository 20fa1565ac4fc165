import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
/** On one core: two such checks run side by side, and the compiler's own sharing of work costs twice the time in all. */
const types = (of: string): Step => ({
  title: `types, ${of}`,
  command: ['tsc', '-p', `tsconfig.${of}.json`, '--singleThreaded'],
});
const checks: readonly Step[] = [
  types('tests'),
  { title: 'format and lint', command: ['biome', 'ci', '--error-on-warnings', '.'] },
  types('node'),
  types('web'),
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
];
const runners: readonly Step[] = [
  vitest('unit'),
  vitest('screens'),
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

function spawnStep(step: Step, output: 'inherit' | 'pipe') {
  const [command, ...commandArguments] = step.command;
  return spawn(join(root, 'node_modules', '.bin', command), commandArguments, {
    cwd: root,
    stdio: ['ignore', output, output],
    env: { ...process.env, ...step.env },
    shell: process.platform === 'win32',
  });
}

/** Whether the step passed. What it says is shown as it comes, or all at its end where steps run side by side. */
async function runStep(step: Step, shown: 'as it comes' | 'at its end'): Promise<boolean> {
  const title = `\n== ${step.title}: ${step.command.join(' ')}\n`;
  const startedAt = performance.now();
  const child = spawnStep(step, shown === 'as it comes' ? 'inherit' : 'pipe');
  if (shown === 'as it comes') process.stdout.write(title);
  const said: Buffer[] = [];
  child.stdout?.on('data', (part: Buffer) => said.push(part));
  child.stderr?.on('data', (part: Buffer) => said.push(part));
  const [code] = await once(child, 'close');
  if (shown === 'at its end') process.stdout.write(`${title}${Buffer.concat(said).toString('utf8')}`);
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  process.stdout.write(`== ${step.title}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds} s\n`);
  return code === 0;
}

const failedSteps: string[] = [];
async function runEach(waiting: Iterable<Step>, shown: 'as it comes' | 'at its end'): Promise<void> {
  for (const step of waiting) {
    if (!(await runStep(step, shown))) failedSteps.push(step.title);
  }
}

// Two at a time take the next of one list: each check uses one core.
const waitingChecks = checks.values();
await Promise.all([runEach(waitingChecks, 'at its end'), runEach(waitingChecks, 'at its end')]);
await runEach(runners, 'as it comes');
const counts = runners.map((step) => countTests(step.report));
const total = (pick: (count: Counts) => number) => counts.reduce((sum, count) => sum + pick(count), 0);
rmSync(reports, { recursive: true });
if (failedSteps.length > 0) process.stdout.write(`\nFailed: ${failedSteps.join(', ')}\n`);
process.stdout.write(
  `\ntests: ${total(({ passed }) => passed)} passed, ${total(({ failed }) => failed)} failed, ${total(({ skipped }) => skipped)} skipped\n`,
);
process.exitCode = failedSteps.length > 0 ? 1 : 0;

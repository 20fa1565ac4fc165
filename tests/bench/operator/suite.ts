import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildIfStale } from '../../../tools/shell/build.ts';
import { launchStandIn } from '../../e2e/fixtures/launch-stand-in.ts';
import { type Measure, measured } from '../measure.ts';
import { type Effort, operate } from './operate.ts';
import { inspectOutcome, type Outcome } from './outcome.ts';
import { operator, type PileName, readPiles } from './read-piles.ts';
import { collectTimings, watchTimings } from './timings.ts';

export interface OperatorOptions {
  readonly documents: number;
  readonly seed: string;
  /** Folder for the drawn and read piles, to measure on again; null draws and reads afresh. */
  readonly piles: string | null;
}

const aims: Readonly<Record<PileName, number>> = { typed: 0.06, handwritten: 0.4 };
const mostWrong = 1 / 2000;
const promptMs = 50;

/** Has a simulated operator verify sample documents on the built screens by keyboard, and counts what it takes. */
export async function benchOperator({ documents, seed, piles }: OperatorOptions): Promise<Measure[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'tabularium-bench-'));
  try {
    buildIfStale();
    const read = await readPiles(piles ?? join(scratch, 'piles'), documents, seed);
    // The piles stay as they were read, so that they can be verified again.
    const folder = join(scratch, 'user');
    cpSync(join(read.folder, 'workstation'), join(folder, 'workstation'), { recursive: true });
    const app = await launchStandIn({ folder });
    const efforts = new Map<PileName, Effort>();
    let timings: readonly number[] = [];
    try {
      await enter(app.window);
      await watchTimings(app.window);
      for (const { name, truth } of read.piles) {
        process.stderr.write(`verifying the ${name} pile\n`);
        await openPile(app.window, name);
        efforts.set(name, await operate(app.window, truth.documents));
      }
      timings = await collectTimings(app.window);
    } finally {
      await app.close();
    }
    const outcomes = await inspectOutcome(join(folder, 'workstation'), read.piles);
    return [
      ...outcomes.flatMap((outcome) => effortMeasures(outcome, efforts.get(outcome.pile))),
      ...overall(outcomes, timings),
    ];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function enter(window: Page): Promise<void> {
  await window.setViewportSize({ width: 1366, height: 768 });
  window.setDefaultTimeout(60_000);
  await window.locator('header button[lang="it"]').click();
  await window.getByRole('radio', { name: operator.name }).check();
  await window.getByLabel('Password').fill(operator.secret);
  await window.keyboard.press('Enter');
  await window.getByRole('heading', { name: 'Lotti' }).waitFor();
}

async function openPile(window: Page, name: PileName): Promise<void> {
  await window.getByRole('link', { name: 'Lotti', exact: true }).first().click();
  await window.getByRole('link', { name, exact: true }).click();
  await window.getByRole('link', { name: /^Verifica( \(|$)/ }).press('Enter');
}

function effortMeasures({ pile, documents, byHand }: Outcome, effort: Effort | undefined): Measure[] {
  const { strokes = 0, doubts = 0 } = effort ?? {};
  const on = `samples, ${pile}`;
  const perDocument = (total: number) => total / Math.max(1, documents);
  return [
    measured({ measure: 'keystrokes per document', on, value: perDocument(strokes), unit: 'keys', count: documents }),
    measured({
      measure: 'fields asked per document',
      on,
      value: perDocument(doubts),
      unit: 'fields',
      count: documents,
    }),
    measured({
      measure: 'keying everything',
      on,
      value: perDocument(byHand),
      unit: 'keys per document',
      count: documents,
    }),
    measured({
      ...{ measure: 'keystrokes against keying everything', on, value: strokes / Math.max(1, byHand) },
      ...{ unit: 'share', count: byHand, aim: { atMost: aims[pile] } },
    }),
  ];
}

function overall(outcomes: readonly Outcome[], timings: readonly number[]): Measure[] {
  const fields = sumOf(outcomes, (outcome) => outcome.fields);
  const wrong = sumOf(outcomes, (outcome) => outcome.wrong);
  const on = 'samples';
  const sorted = timings.toSorted((left, right) => left - right);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  const prompt = timings.filter((timing) => timing <= promptMs).length / Math.max(1, timings.length);
  const count = timings.length;
  const timed = { on: 'key to next field', unit: 'ms', count };
  return [
    measured({
      ...{ measure: 'wrong fields after verification', on, value: wrong / Math.max(1, fields) },
      ...{ unit: 'share', count: fields, aim: { atMost: mostWrong } },
    }),
    measured({
      ...{ measure: 'documents of no form', on, value: sumOf(outcomes, (outcome) => outcome.formless) },
      ...{ unit: 'documents', count: sumOf(outcomes, (outcome) => outcome.documents) },
    }),
    measured({ measure: 'half of the keys', ...timed, value: at(0.5) }),
    measured({ measure: '95 % of the keys', ...timed, value: at(0.95), aim: { atMost: promptMs } }),
    measured({
      ...{ measure: 'within 50 ms', on: 'key to next field', value: prompt, unit: 'share', count },
      aim: { atLeast: 0.95 },
    }),
  ];
}

function sumOf(outcomes: readonly Outcome[], numberOf: (outcome: Outcome) => number): number {
  return outcomes.reduce((sum, outcome) => sum + numberOf(outcome), 0);
}

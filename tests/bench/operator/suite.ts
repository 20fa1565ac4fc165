import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildIfStale } from '../../../tools/shell/build.ts';
import { launchStandIn } from '../../e2e/fixtures/launch-stand-in.ts';
import { type Measure, measured } from '../measure.ts';
import { type Effort, operate } from './operate.ts';
import { inspectOutcome, type Outcome } from './outcome.ts';
import { measureSteps } from './prompt.ts';
import { operator, type PileName, readPiles } from './read-piles.ts';
import { watchTimings } from './timings.ts';

export interface OperatorOptions {
  readonly documents: number;
  readonly seed: string;
  /** Folder for the drawn and read piles, to measure on again; null draws and reads afresh. */
  readonly piles: string | null;
  /** What the operator takes from a field to the first key on it, in milliseconds. */
  readonly pauseMs: number;
}

const aims: Readonly<Record<PileName, number>> = { typed: 0.06, handwritten: 0.4 };
const mostWrong = 1 / 2000;

/** Has a simulated operator verify sample documents on the built screens by keyboard, and counts what it takes. */
export async function benchOperator({ documents, seed, piles, pauseMs }: OperatorOptions): Promise<Measure[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'tabularium-bench-'));
  try {
    buildIfStale();
    const read = await readPiles(piles ?? join(scratch, 'piles'), documents, seed);
    // The piles stay as they were read, so that they can be verified again.
    const folder = join(scratch, 'user');
    cpSync(join(read.folder, 'workstation'), join(folder, 'workstation'), { recursive: true });
    const app = await launchStandIn({ folder });
    const efforts = new Map<PileName, Effort>();
    try {
      await enter(app.window);
      await watchTimings(app.window);
      for (const { name, truth } of read.piles) {
        process.stderr.write(`verifying the ${name} pile\n`);
        await openPile(app.window, name);
        efforts.set(name, await operate(app.window, truth.documents, pauseMs));
      }
    } finally {
      await app.close();
    }
    const outcomes = await inspectOutcome(join(folder, 'workstation'), read.piles);
    return [
      ...outcomes.flatMap((outcome) => effortMeasures(outcome, efforts.get(outcome.pile))),
      ...overall(outcomes),
      ...measureSteps([...efforts.values()].flatMap(({ steps }) => steps)),
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
  await window.waitForURL(/\/verify\//);
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

function overall(outcomes: readonly Outcome[]): Measure[] {
  const fields = sumOf(outcomes, (outcome) => outcome.fields);
  const wrong = sumOf(outcomes, (outcome) => outcome.wrong);
  const on = 'samples';
  return [
    measured({
      ...{ measure: 'wrong fields after verification', on, value: wrong / Math.max(1, fields) },
      ...{ unit: 'share', count: fields, aim: { atMost: mostWrong } },
    }),
    measured({
      ...{ measure: 'documents of no form', on, value: sumOf(outcomes, (outcome) => outcome.formless) },
      ...{ unit: 'documents', count: sumOf(outcomes, (outcome) => outcome.documents) },
    }),
  ];
}

function sumOf(outcomes: readonly Outcome[], numberOf: (outcome: Outcome) => number): number {
  return outcomes.reduce((sum, outcome) => sum + numberOf(outcome), 0);
}

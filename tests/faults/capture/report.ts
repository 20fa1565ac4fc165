import { type Measure, measured, skipped } from '../../bench/measure.ts';
import { trialKinds } from './draw-trial.ts';
import type { TriedTrial } from './suite.ts';

/** Pages, losses, doubles and other broken promises, over all trials and for each kind of fault. */
export function toMeasures(tried: readonly TriedTrial[]): Measure[] {
  const kinds = trialKinds.map((kind) => ({ on: kind, trials: tried.filter(({ trial }) => trial.kind === kind) }));
  return [{ on: 'all', trials: tried }, ...kinds].flatMap(({ on, trials }) => measureTrials(on, trials));
}

function measureTrials(on: string, trials: readonly TriedTrial[]): Measure[] {
  const count = trials.length;
  if (count === 0)
    return [skipped('pages lost', on, 'pages', 'no trial of this kind was drawn, or it cannot be made here')];
  const sum = (of: (one: TriedTrial) => number) => trials.reduce((total, one) => total + of(one), 0);
  const none = { aim: { atMost: 0 }, on, count };
  return [
    measured({ measure: 'pages', on, value: sum(({ outcome }) => outcome.pages), unit: 'pages', count }),
    measured({ measure: 'pages lost', value: sum(({ outcome }) => outcome.losses.length), unit: 'pages', ...none }),
    measured({ measure: 'pages doubled', value: sum(({ outcome }) => outcome.doubles.length), unit: 'pages', ...none }),
    measured({ measure: 'other faults', value: sum(({ outcome }) => outcome.faults.length), unit: 'faults', ...none }),
  ];
}

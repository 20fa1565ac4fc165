import { type Measure, measured } from '../../measure.ts';

/** What became of one tick box. */
export interface BoxOutcome {
  readonly truth: boolean;
  readonly marked: boolean;
  /** A person is shown it, with the machine's guess. */
  readonly flagged: boolean;
}

/** The boxes of one set of pages, and what else was measured on them. */
export interface BoxSet {
  readonly on: string;
  readonly outcomes: readonly BoxOutcome[];
  readonly further: readonly Measure[];
}

/** The figures of a set of boxes: how many are right, and what nobody would have looked at. */
export function markMeasures(on: string, outcomes: readonly BoxOutcome[]): Measure[] {
  const count = outcomes.length;
  const right = outcomes.filter(({ truth, marked }) => truth === marked);
  const unflagged = outcomes.filter(({ truth, marked, flagged }) => truth !== marked && !flagged);
  const flagged = outcomes.filter((outcome) => outcome.flagged);
  return [
    measured({
      measure: 'marks right',
      on,
      value: right.length / Math.max(1, count),
      unit: 'share',
      count,
      aim: { atLeast: 0.998 },
    }),
    measured({
      measure: 'marks wrong and not flagged',
      on,
      value: unflagged.length,
      unit: 'boxes',
      count,
      aim: { atMost: 0 },
    }),
    measured({ measure: 'marks flagged', on, value: flagged.length / Math.max(1, count), unit: 'share', count }),
  ];
}

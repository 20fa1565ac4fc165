import { z } from 'zod';
import { formatTable } from '../../tools/report/table.ts';

/** One figure. `value` is what was measured, null only when `skipped` says why; `met` is null where there is no aim. */
export const measureSchema = z.strictObject({
  measure: z.string(),
  on: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  count: z.int().nonnegative(),
  aim: z.number().nullable(),
  met: z.boolean().nullable(),
  skipped: z.string().optional(),
});
export type Measure = z.infer<typeof measureSchema>;

interface Figure {
  readonly measure: string;
  readonly on: string;
  readonly value: number;
  readonly unit: string;
  readonly count: number;
  readonly aim?: { readonly atLeast: number } | { readonly atMost: number };
}

/** States a figure and whether it meets its aim. */
export function measured({ measure, on, value, unit, count, aim }: Figure): Measure {
  const rounded = Number(value.toPrecision(5));
  if (aim === undefined) return { measure, on, value: rounded, unit, count, aim: null, met: null };
  const met = 'atLeast' in aim ? value >= aim.atLeast : value <= aim.atMost;
  return { measure, on, value: rounded, unit, count, aim: 'atLeast' in aim ? aim.atLeast : aim.atMost, met };
}

/** States that a figure could not be taken here, and why. */
export function skipped(measure: string, on: string, unit: string, why: string): Measure {
  return { measure, on, value: null, unit, count: 0, aim: null, met: null, skipped: why };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

function toCells(measure: Measure): string[] {
  const aim = measure.aim === null ? '' : `${measure.aim}${measure.met ? ' met' : ' MISSED'}`;
  return [
    measure.measure,
    measure.on,
    measure.skipped ?? String(measure.value),
    measure.unit,
    String(measure.count),
    aim,
  ];
}

/** A table for people. */
export function formatMeasures(measures: readonly Measure[]): string {
  return formatTable([['measure', 'on', 'value', 'unit', 'count', 'aim'], ...measures.map(toCells)]);
}

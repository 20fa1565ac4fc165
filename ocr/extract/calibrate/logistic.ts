import type { Term } from './calibration.ts';
import { solvePositive } from './solve.ts';

/** One outcome to learn from: its features, 0 where they are absent, and whether the value was right. */
export interface Outcome {
  readonly values: ReadonlyMap<string, number>;
  readonly right: boolean;
}

const mostRounds = 30;
const smallStep = 1e-6;
/** Beyond these log odds the curvature is lost to rounding. */
const mostLogOdds = 30;

export function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-Math.min(mostLogOdds, Math.max(-mostLogOdds, logOdds))));
}

/** The log odds that the terms give for some features; features without a term say nothing. */
export function weigh(terms: readonly Term[], values: ReadonlyMap<string, number>): number {
  return terms.reduce((sum, { feature, weight }) => sum + weight * (values.get(feature) ?? 0), 0);
}

/**
 * Fits a logistic regression to outcomes, by Newton's method, with a normal prior on each weight: `prior` gives its mean
 * and precision, the strength of the penalty. The precision returned is the curvature of the posterior at its mode, so that
 * the result can be the prior of a later fit to other outcomes (Laplace's approximation; MacKay 1992).
 *
 * The method is Platt's (1999), with all evidence in place of one score.
 */
export function fitLogistic(outcomes: readonly Outcome[], prior: readonly Term[]): Term[] {
  const place = new Map(prior.map(({ feature }, index) => [feature, index]));
  const rows = outcomes.map(({ values, right }) => ({
    right: right ? 1 : 0,
    entries: [...values].flatMap(([feature, value]): [number, number][] => {
      const index = place.get(feature);
      return index === undefined ? [] : [[index, value]];
    }),
  }));
  const weights = Float64Array.from(prior, ({ weight }) => weight);
  for (let round = 0; round < mostRounds; round += 1) {
    const { gradient, curvature } = slopeAt(rows, weights, prior);
    const step = solvePositive(curvature, gradient);
    for (const [index, change] of step.entries()) weights[index] = (weights[index] ?? 0) + change;
    if (step.every((change) => Math.abs(change) < smallStep)) break;
  }
  const { curvature } = slopeAt(rows, weights, prior);
  return prior.map(({ feature }, index) => ({
    feature,
    weight: weights[index] ?? 0,
    precision: curvature[index]?.[index] ?? 0,
  }));
}

interface Row {
  readonly right: number;
  readonly entries: readonly (readonly [index: number, value: number])[];
}

/** Gradient of the log posterior, and its negative second derivative. */
function slopeAt(rows: readonly Row[], weights: Float64Array, prior: readonly Term[]) {
  const gradient = Float64Array.from(
    prior,
    ({ weight, precision }, index) => precision * (weight - (weights[index] ?? 0)),
  );
  const curvature = prior.map(({ precision }, index) => {
    const row = new Float64Array(prior.length);
    row[index] = precision;
    return row;
  });
  for (const { right, entries } of rows) {
    const probability = sigmoid(entries.reduce((sum, [index, value]) => sum + value * (weights[index] ?? 0), 0));
    const spread = probability * (1 - probability);
    for (const [index, value] of entries) {
      gradient[index] = (gradient[index] ?? 0) + value * (right - probability);
      const row = curvature[index];
      if (row === undefined) continue;
      for (const [other, otherValue] of entries) row[other] = (row[other] ?? 0) + spread * value * otherValue;
    }
  }
  return { gradient, curvature };
}

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
  let weights: Float64Array = Float64Array.from(prior, ({ weight }) => weight);
  for (let round = 0; round < mostRounds; round += 1) {
    const { gradient, curvature } = slopeAt(rows, weights, prior);
    const step = solvePositive(curvature, gradient);
    weights = climb(rows, weights, step, prior);
    if (step.every((change) => Math.abs(change) < smallStep)) break;
  }
  const { curvature } = slopeAt(rows, weights, prior);
  return prior.map(({ feature }, index) => ({
    feature,
    weight: weights[index] ?? 0,
    precision: curvature[index]?.[index] ?? 0,
  }));
}

/** Takes a step, or the largest half of a half of it that leads upwards: from afar Newton's step overshoots. */
function climb(rows: readonly Row[], from: Float64Array, step: Float64Array, prior: readonly Term[]) {
  const height = logPosterior(rows, from, prior);
  for (let share = 1; share > smallStep; share /= 2) {
    const to = from.map((weight, index) => weight + share * (step[index] ?? 0));
    if (logPosterior(rows, to, prior) >= height) return to;
  }
  return from;
}

function logPosterior(rows: readonly Row[], weights: Float64Array, prior: readonly Term[]): number {
  const likelihood = rows.reduce((sum, row) => {
    const logOdds = logOddsOf(row, weights);
    return sum - Math.log1p(Math.exp(row.right === 1 ? -logOdds : logOdds));
  }, 0);
  return prior.reduce(
    (sum, { weight, precision }, index) => sum - (precision / 2) * ((weights[index] ?? 0) - weight) ** 2,
    likelihood,
  );
}

function logOddsOf({ entries }: Row, weights: Float64Array): number {
  const sum = entries.reduce((total, [index, value]) => total + value * (weights[index] ?? 0), 0);
  return Math.min(mostLogOdds, Math.max(-mostLogOdds, sum));
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
  for (const row of rows) {
    const { right, entries } = row;
    const probability = sigmoid(logOddsOf(row, weights));
    const spread = probability * (1 - probability);
    for (const [index, value] of entries) {
      gradient[index] = (gradient[index] ?? 0) + value * (right - probability);
      const line = curvature[index];
      if (line === undefined) continue;
      for (const [other, otherValue] of entries) line[other] = (line[other] ?? 0) + spread * value * otherValue;
    }
  }
  return { gradient, curvature };
}

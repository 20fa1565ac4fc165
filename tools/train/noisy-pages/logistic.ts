import type { LogisticWeights } from '../../../ocr/model/logistic.ts';

export interface Example {
  readonly features: readonly number[];
  readonly holds: boolean;
}

const steps = 600;
const stepSize = 0.05;
const shrinkage = 1e-3;
const [firstDecay, secondDecay] = [0.9, 0.999];

/**
 * Fits a logistic regression with a small quadratic penalty by gradient descent with momentum (Adam, Kingma and Ba 2015) on
 * standardised features. Every run on the same examples gives the same weights.
 */
export function fitLogistic(examples: readonly Example[]): LogisticWeights {
  const scales = scalesOf(examples);
  const rows = examples.map(({ features }) => features.map((value, at) => standardised(value, scales[at])));
  const size = scales.length;
  const parameters = new Float64Array(size + 1);
  const momentum = new Float64Array(size + 1);
  const energy = new Float64Array(size + 1);
  for (let step = 1; step <= steps; step += 1) {
    const slope = gradient(parameters, rows, examples);
    for (let at = 0; at <= size; at += 1) {
      const value = slope[at] ?? 0;
      momentum[at] = firstDecay * (momentum[at] ?? 0) + (1 - firstDecay) * value;
      energy[at] = secondDecay * (energy[at] ?? 0) + (1 - secondDecay) * value * value;
      const mean = (momentum[at] ?? 0) / (1 - firstDecay ** step);
      const spread = Math.sqrt((energy[at] ?? 0) / (1 - secondDecay ** step));
      parameters[at] = (parameters[at] ?? 0) - (stepSize * mean) / (spread + 1e-8);
    }
  }
  return unscaled(parameters, scales);
}

interface Scale {
  readonly mean: number;
  readonly spread: number;
}

function scalesOf(examples: readonly Example[]): Scale[] {
  const count = examples.length;
  return (examples[0]?.features ?? []).map((_, at) => {
    const mean = examples.reduce((sum, { features }) => sum + (features[at] ?? 0), 0) / count;
    const variance = examples.reduce((sum, { features }) => sum + ((features[at] ?? 0) - mean) ** 2, 0) / count;
    return { mean, spread: Math.sqrt(variance) || 1 };
  });
}

function standardised(value: number, scale: Scale | undefined): number {
  return scale === undefined ? value : (value - scale.mean) / scale.spread;
}

/** Of the mean log loss; the last entry is that of the bias. */
function gradient(
  parameters: Float64Array,
  rows: readonly (readonly number[])[],
  examples: readonly Example[],
): Float64Array {
  const size = parameters.length - 1;
  const slope = new Float64Array(size + 1);
  rows.forEach((row, index) => {
    const sum = row.reduce((total, value, at) => total + value * (parameters[at] ?? 0), parameters[size] ?? 0);
    const error = 1 / (1 + Math.exp(-sum)) - (examples[index]?.holds ? 1 : 0);
    for (let at = 0; at < size; at += 1) slope[at] = (slope[at] ?? 0) + (error * (row[at] ?? 0)) / rows.length;
    slope[size] = (slope[size] ?? 0) + error / rows.length;
  });
  for (let at = 0; at < size; at += 1) slope[at] = (slope[at] ?? 0) + shrinkage * (parameters[at] ?? 0);
  return slope;
}

/** The same regression on features as they are, with four digits behind the point. */
function unscaled(parameters: Float64Array, scales: readonly Scale[]): LogisticWeights {
  const weights = scales.map(({ spread }, at) => (parameters[at] ?? 0) / spread);
  const shift = scales.reduce((sum, { mean }, at) => sum + mean * (weights[at] ?? 0), 0);
  const bias = (parameters[scales.length] ?? 0) - shift;
  return { bias: rounded(bias), weights: weights.map(rounded) };
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}

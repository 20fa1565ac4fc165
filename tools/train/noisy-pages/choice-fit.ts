/** One thing to choose: features of each candidate, and which is right. */
export interface ChoiceExample {
  readonly candidates: readonly (readonly number[])[];
  readonly right: number;
}

const steps = 400;
const stepSize = 0.05;
const shrinkage = 3e-3;
const [firstDecay, secondDecay] = [0.9, 0.999];

/**
 * Fits the weights by which the right one of several candidates is likeliest (conditional logit, McFadden 1974), with a small quadratic
 * penalty, by gradient descent with momentum (Adam, Kingma and Ba 2015). Every run on the same examples gives the same weights.
 */
export function fitChoice(examples: readonly ChoiceExample[]): number[] {
  const size = examples[0]?.candidates[0]?.length ?? 0;
  const weights = new Float64Array(size);
  const momentum = new Float64Array(size);
  const energy = new Float64Array(size);
  for (let step = 1; step <= steps; step += 1) {
    const slope = gradient(weights, examples);
    for (let at = 0; at < size; at += 1) {
      const value = slope[at] ?? 0;
      momentum[at] = firstDecay * (momentum[at] ?? 0) + (1 - firstDecay) * value;
      energy[at] = secondDecay * (energy[at] ?? 0) + (1 - secondDecay) * value * value;
      const mean = (momentum[at] ?? 0) / (1 - firstDecay ** step);
      const spread = Math.sqrt((energy[at] ?? 0) / (1 - secondDecay ** step));
      weights[at] = (weights[at] ?? 0) - (stepSize * mean) / (spread + 1e-8);
    }
  }
  return Array.from(weights, (weight) => Number(weight.toFixed(4)));
}

/** Of the mean log loss and the penalty. */
function gradient(weights: Float64Array, examples: readonly ChoiceExample[]): Float64Array {
  const slope = weights.map((weight) => shrinkage * weight);
  for (const { candidates, right } of examples) {
    chancesOf(weights, candidates).forEach((chance, place) => {
      const error = (chance - (place === right ? 1 : 0)) / examples.length;
      candidates[place]?.forEach((feature, at) => {
        slope[at] = (slope[at] ?? 0) + error * feature;
      });
    });
  }
  return slope;
}

function chancesOf(weights: Float64Array, candidates: ChoiceExample['candidates']): number[] {
  const scores = candidates.map((row) => row.reduce((sum, feature, at) => sum + feature * (weights[at] ?? 0), 0));
  const most = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - most));
  const sum = odds.reduce((total, one) => total + one, 0);
  return odds.map((one) => one / sum);
}

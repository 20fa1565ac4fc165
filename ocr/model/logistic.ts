/** A logistic regression: one weight a feature, in the order in which the features are given. */
export interface LogisticWeights {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** The probability, 0 to 1, that the weights give to these features. */
export function logisticProbability({ bias, weights }: LogisticWeights, features: readonly number[]): number {
  const sum = features.reduce((total, feature, index) => total + feature * (weights[index] ?? 0), bias);
  return 1 / (1 + Math.exp(-sum));
}

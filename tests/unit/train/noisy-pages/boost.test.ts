import { describe, expect, it } from 'vitest';
import { forestProbability } from '../../../../ocr/model/forest.ts';
import { fitForest } from '../../../../tools/train/noisy-pages/boost.ts';
import type { Example } from '../../../../tools/train/noisy-pages/logistic.ts';

/** Holds where one of two features is large and the other is not: no sum of both tells that. */
const examples: Example[] = Array.from({ length: 400 }, (_, index) => {
  const [one, other] = [index % 20, Math.floor(index / 20)];
  return { features: [one, other], holds: one >= 10 !== other >= 10 };
});

describe('boosted trees', () => {
  it('learn what no weighted sum tells', () => {
    const forest = fitForest(examples, { trees: 60, rate: 0.3, columnShare: 0.6 });
    const right = examples.filter(({ features, holds }) => forestProbability(forest, features) >= 0.5 === holds);
    expect(right.length).toBeGreaterThan(0.97 * examples.length);
  });

  it('are the same for the same examples', () => {
    const options = { trees: 5, rate: 0.2, columnShare: 0.6 };
    expect(fitForest(examples, options)).toEqual(fitForest(examples, options));
  });

  it('give the share of what holds where features tell nothing', () => {
    const blind = examples.map(({ holds }, index) => ({ features: [0], holds: holds && index % 2 === 0 }));
    const share = blind.filter(({ holds }) => holds).length / blind.length;
    expect(forestProbability(fitForest(blind, { trees: 10, rate: 0.2, columnShare: 0.6 }), [0])).toBeCloseTo(share, 1);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Word } from '../../../../ocr/model/reading.ts';
import { weighWords, wordFeatures } from '../../../../ocr/read/scattered/word-trust.ts';
import { wordTrustWeights } from '../../../../ocr/read/scattered/word-trust-weights.ts';

describe('trust in the words of a noisy page', () => {
  it('is high for plain words and low for what specks and rules are taken for', () => {
    const [surname = 0, rossi = 0, speck = 1, rule = 1] = weighWords([
      word('Surname', 0.95, [0, 0, 140, 30]),
      word('Rossi', 0.93, [160, 0, 260, 30]),
      word('ee', 0.3, [300, 4, 420, 10]),
      word('—', 0.4, [500, 10, 700, 14]),
    ]);
    expect(Math.min(surname, rossi)).toBeGreaterThan(0.7);
    expect(Math.max(speck, rule)).toBeLessThan(0.1);
  });

  it('is a probability for whatever words', () => {
    const words = fc.array(
      fc.record({
        text: fc.string({ minLength: 1 }),
        confidence: fc.double({ min: 0, max: 1, noNaN: true }),
        box: box(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(words, (all) => {
        for (const trust of weighWords(all)) expect(trust >= 0 && trust <= 1).toBe(true);
      }),
    );
  });

  it('has one weight for each feature', () => {
    expect(wordFeatures([word('Rossi', 1, [0, 0, 100, 30])])[0]).toHaveLength(wordTrustWeights.weights.length);
  });
});

function word(text: string, confidence: number, box: Word['box']): Word {
  return { text, confidence, box };
}

function box(): fc.Arbitrary<Word['box']> {
  const px = fc.integer({ min: 0, max: 900 });
  const side = fc.integer({ min: 1, max: 300 });
  return fc.tuple(px, px, side, side).map(([x, y, width, height]): Word['box'] => [x, y, x + width, y + height]);
}

import { describe, expect, it } from 'vitest';
import { certaintyFeatures, certaintyOf, type SettledWord } from '../../../../ocr/read/scattered/word-certainty.ts';
import { wordCertaintyWeights } from '../../../../ocr/read/scattered/word-certainty-weights.ts';

const word = (text: string, confidence: number, seenBy: SettledWord['seenBy']): SettledWord => ({
  text,
  confidence,
  seenBy,
  box: [0, 0, 20 * text.length, 30],
});

describe('how likely a word of a noisy page is right', () => {
  it('follows the confidence of the reader that saw it', () => {
    const [doubtful = 0, sure = 0] = certaintyOf([word('Surname', 0.6, 'first'), word('Surname', 0.97, 'first')]);
    expect(doubtful).toBeLessThan(sure);
  });

  it('is less for marks that no writer makes', () => {
    const [plain = 0, strange = 0] = certaintyOf([word('Date', 0.9, 'first'), word('D«te', 0.9, 'first')]);
    expect(strange).toBeLessThan(plain);
  });

  it('has one weight for each feature', () => {
    expect(certaintyFeatures([word('Date', 0.9, 'both')])[0]).toHaveLength(wordCertaintyWeights.weights.length);
  });
});

import { describe, expect, it } from 'vitest';
import type { Word } from '../../../../ocr/model/reading.ts';
import { choiceFeatures, chooseOption, optionsOf } from '../../../../ocr/read/scattered/word-choice.ts';
import { wordChoiceWeights } from '../../../../ocr/read/scattered/word-choice-weights.ts';

const list = { knows: (word: string) => ['length', 'final'].includes(word.toLowerCase()) };
const word = (text: string, confidence: number): Word => ({ text, confidence, box: [0, 0, 20 * text.length, 30] });
const choose = (first: Word | null, second: Word | null) =>
  chooseOption({ first: first === null ? [] : [first], second: second === null ? [] : [second] }, 30, list);

describe('the choice between two readers of a word', () => {
  it('takes the spelling that the language has', () => {
    expect(choose(word('Lengtn', 0.8), word('Length', 0.95))?.words[0]?.text).toBe('Length');
    expect(choose(word('Final', 0.9), word('Fnal', 0.7))?.words[0]?.text).toBe('Final');
  });

  it('is surer where both see the same letters, and says so', () => {
    const both = choose(word('Length', 0.8), word('Length', 0.9));
    const alone = choose(word('Length', 0.8), null);
    expect(both?.seenBy).toBe('both');
    expect(alone?.seenBy).toBe('first');
    expect(both?.chance ?? 0).toBeGreaterThan(alone?.chance ?? 1);
  });

  it('is nothing where neither is likely right', () => {
    expect(choose(word('~«', 0.05), null)).toBeNull();
    expect(choose(null, null)).toBeNull();
  });

  it('has one weight for each feature', () => {
    const slot = { first: [word('Lengtn', 0.8)], second: [word('Length', 0.9)] };
    for (const option of optionsOf(slot)) {
      expect(choiceFeatures(option, 30, list)).toHaveLength(wordChoiceWeights[option.reader].weights.length);
    }
  });
});

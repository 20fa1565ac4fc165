import { describe, expect, it } from 'vitest';
import {
  candidatesOf,
  chooseLine,
  drawings,
  type LineVote,
  lineFeatures,
  lineReaders,
} from '../../../../ocr/read/scattered/line-choice.ts';
import { lineChoiceWeights } from '../../../../ocr/read/scattered/line-choice-weights.ts';
import { lineReading } from '../../../fixtures/read/line-reading.ts';

const list = { knows: (word: string) => ['final', 'length'].includes(word.toLowerCase()) };

describe('the choice among what is read of a line', () => {
  it('is what most are sure of', () => {
    const votes = [
      vote('quick', 'kept', '1984', 0.9),
      vote('other', 'kept', '1934', 0.6),
      vote('near', 'kept', '1984', 0.9),
    ];
    expect(chooseLine(votes, list)?.text).toBe('1984');
  });

  it('is rather what the language has', () => {
    const votes = [vote('quick', 'kept', 'Lengtn', 0.9), vote('quick', 'bare', 'Length', 0.9)];
    expect(chooseLine(votes, list)?.text).toBe('Length');
  });

  it('is surer where all read the same', () => {
    const alike = [vote('quick', 'kept', 'Final', 0.9), vote('other', 'kept', 'Final', 0.9)];
    const apart = [vote('quick', 'kept', 'F1na1', 0.9), vote('other', 'kept', 'Final', 0.9)];
    expect(chooseLine(alike, list)?.confidence).toBeCloseTo(0.9);
    expect(chooseLine(apart, list)?.confidence).toBeLessThan(0.9);
  });

  it('keeps the marks and blanks that most put', () => {
    const votes = [
      vote('other', 'kept', 'Final,length', 0.9),
      vote('quick', 'kept', 'Final length', 0.8),
      vote('near', 'kept', 'Final length', 0.8),
    ];
    expect(chooseLine(votes, list)?.text).toBe('Final length');
  });

  it('is nothing where nobody reads anything', () => {
    expect(chooseLine([vote('quick', 'kept', '', 0)], list)).toBeNull();
    expect(chooseLine([], list)).toBeNull();
  });

  it('has one weight for each feature', () => {
    const votes = drawings.flatMap((drawing) => lineReaders.map((reader) => vote(reader, drawing, 'Final', 0.9)));
    for (const features of lineFeatures(candidatesOf(votes), votes, list)) {
      expect(features).toHaveLength(lineChoiceWeights.length);
    }
  });
});

function vote(reader: LineVote['reader'], drawing: LineVote['drawing'], text: string, confidence: number): LineVote {
  return { reader, drawing, reading: lineReading(text, confidence), canWrite: () => true };
}

import { describe, expect, it } from 'vitest';
import type { Guess } from '../../../ocr/extract/pairs/guesses.ts';
import { lineUp } from '../../../ocr/extract/pairs/lined-page.ts';
import { rivalFeatures } from '../../../ocr/extract/pairs/rivals.ts';
import { type Segment, segmentOf } from '../../../ocr/extract/pairs/segments.ts';
import { noRules } from '../../../ocr/model/rules.ts';
import { line } from '../../fixtures/extract/laid-words.ts';

const page = lineUp(line(100, [100, 'Nome:']), { widthPx: 2000, heightPx: 3000, rules: noRules });
const text = (x: number, y: number, spelt: string) => segmentOf(line(y, [x, spelt]));
const guess = (label: Segment, value: Segment, probability: number): Guess => ({
  candidate: { label, value, side: 'right', between: [] },
  probability,
});
const odds = (probability: number) => Math.log(probability / (1 - probability));

describe('what else may be true of a pair', () => {
  const [name, first, town] = [text(100, 100, 'Nome:'), text(400, 100, 'Mario'), text(700, 100, 'Roma')];

  it('is another label of its value, another value of its label', () => {
    const [row = []] = rivalFeatures(
      [guess(name, town, 0.4), guess(first, town, 0.7), guess(name, first, 0.9)],
      page,
      new Map(),
    );
    expect(row.slice(0, 5)).toEqual([odds(0.4), odds(0.7), odds(0.4) - odds(0.7), odds(0.9), odds(0.4) - odds(0.9)]);
  });

  it('is that its label is a value, and its value a label', () => {
    const rows = rivalFeatures([guess(name, first, 0.9), guess(first, town, 0.7)], page, new Map());
    expect(rows[0]?.[6]).toBe(odds(0.7));
    expect(rows[1]?.[5]).toBe(odds(0.9));
  });

  it('is borne out by pairs in the same two columns', () => {
    const [surname, last] = [text(100, 200, 'Cognome:'), text(400, 200, 'Rossi')];
    const rows = rivalFeatures([guess(name, first, 0.9), guess(surname, last, 0.6)], page, new Map());
    expect(rows[0]?.slice(12, 15)).toEqual([1, 0.6, 0.6]);
    const [alone] = rivalFeatures([guess(name, first, 0.9), guess(surname, town, 0.6)], page, new Map());
    expect(alone?.slice(12, 15)).toEqual([0, 0, 0]);
  });
});

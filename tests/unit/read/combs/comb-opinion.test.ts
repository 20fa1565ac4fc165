import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setAsLine } from '../../../../ocr/read/combs/comb-line.ts';
import { withSecondOpinion } from '../../../../ocr/read/combs/comb-opinion.ts';

const digits = new Set('0123456789');

describe('a second opinion on a character of a comb', () => {
  it('makes what both saw surer than either', () => {
    const both = withSecondOpinion(
      { text: '7', confidence: 0.8, alternatives: [] },
      { text: '7', confidence: 0.9 },
      digits,
    );
    expect(both.text).toBe('7');
    expect(both.confidence).toBeGreaterThan(0.9);
  });

  it('decides between what the first hesitated', () => {
    const first = { text: '7', confidence: 0.55, alternatives: [{ text: '1', probability: 0.44 }] };
    const both = withSecondOpinion(first, { text: '1', confidence: 0.9 }, digits);
    expect(both).toMatchObject({ text: '1', alternatives: [{ text: '7' }] });
    expect(both.confidence).toBeGreaterThan(0.95);
  });

  it('does not overrule a first reader that was sure, but raises a doubt', () => {
    const first = { text: '7', confidence: 0.999, alternatives: [] };
    const both = withSecondOpinion(first, { text: '1', confidence: 0.6 }, digits);
    expect(both.text).toBe('7');
    expect(both.confidence).toBeLessThan(0.999);
  });

  it('says nothing where the cell allows no such character', () => {
    const first = { text: '0', confidence: 0.6, alternatives: [] };
    expect(withSecondOpinion(first, { text: 'O', confidence: 0.99 }, digits)).toBe(first);
  });

  it('leaves shares that add up to no more than one', () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.constantFrom('1', '4', '7'), (confidence, sure, seen) => {
        const first = { text: '7', confidence, alternatives: [{ text: '1', probability: 1 - confidence }] };
        const both = withSecondOpinion(first, { text: seen, confidence: sure }, digits);
        const others = (both.alternatives ?? []).reduce((sum, { probability }) => sum + probability, 0);
        expect(both.confidence + others).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

describe('letters of a comb set as a line', () => {
  it('stand side by side, each at its height, on paper', () => {
    const image = { data: new Uint8Array(60 * 20).fill(255), widthPx: 60, heightPx: 20 };
    for (let y = 5; y < 15; y += 1) for (const x of [5, 50]) image.data[y * 60 + x] = 0;
    const line = setAsLine(image, [{ box: [5, 5, 6, 15] }, { box: [50, 5, 51, 15] }]);
    expect([line.widthPx, line.heightPx]).toEqual([24, 30]);
    const dark = [...line.data.keys()].filter((at) => line.data[at] === 0);
    expect(new Set(dark.map((at) => at % line.widthPx))).toEqual(new Set([10, 13]));
    expect(dark).toHaveLength(20);
  });
});

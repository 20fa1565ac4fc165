import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignTexts } from '../../../../ocr/read/engines/align.ts';

const texts = fc.array(fc.constantFrom('a', 'B', 'b', 'à', '1', ' '), { maxLength: 12 });

describe('the alignment of two readings', () => {
  it('goes through every character of both once, in order', () => {
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        const pairings = alignTexts(left, right);
        const of = (side: 'left' | 'right') => pairings.flatMap((pairing) => pairing[side] ?? []);
        expect(of('left')).toEqual(left.map((_, index) => index));
        expect(of('right')).toEqual(right.map((_, index) => index));
      }),
    );
  });

  it('pairs every character of a text with itself', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(alignTexts(text, text)).toEqual(text.map((_, index) => ({ left: index, right: index })));
      }),
    );
  });

  it('leaves a gap for what one engine saw alone', () => {
    expect(alignTexts([...'U1F4830B'], [...'U1F480B']).filter(({ right }) => right === null)).toEqual([
      { left: 5, right: null },
    ]);
  });

  it('pairs a letter with its kin of another case or without its accent', () => {
    expect(alignTexts([...'xÀ'], [...'a'])).toEqual([
      { left: 0, right: null },
      { left: 1, right: 0 },
    ]);
  });

  it('may take a full stop for a blank, but never a letter', () => {
    expect(alignTexts([...'a b'], [...'a.b'])).toHaveLength(3);
    expect(alignTexts([...'a b'], [...'aab'])).toHaveLength(4);
  });
});

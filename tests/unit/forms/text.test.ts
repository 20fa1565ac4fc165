import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, measureText, setText } from '../../../tools/forms/draw/text.ts';
import { openTypeface } from '../../../tools/forms/draw/typeface.ts';

const roboto = openTypeface({ family: 'roboto', weight: 400 });
const word = fc.stringMatching(/^[A-Za-zàèéìòùČčŠš'.]{1,14}$/);

describe('setting text', () => {
  it('breaks lines at spaces, loses no word and stays within the width', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 50, max: 120 }),
        (words, width) => {
          const lines = breakLines(roboto, words.join(' '), 3, width);
          expect(lines.join(' ')).toBe(words.join(' '));
          for (const line of lines) expect(measureText(roboto, line, 3)).toBeLessThanOrEqual(width);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('tells the rectangle of the ink, which lies on the baseline for letters without descenders', () => {
    const { ink, widthMm } = setText(roboto, 'HE', 10, 50, 10);
    expect(ink).toMatchObject({ y: expect.closeTo(50 - 7.11, 1), height: expect.closeTo(7.11, 1) });
    expect(ink?.x).toBeGreaterThan(10);
    expect(widthMm).toBeGreaterThan(ink?.width ?? 0);
  });

  it('sets accented and foreign letters and refuses what the font lacks', () => {
    expect(setText(roboto, 'Forlì, Škoda', 0, 0, 3).ink).not.toBeNull();
    expect(() => setText(roboto, '漢', 0, 0, 3)).toThrow(/no glyph/);
  });
});

import { describe, expect, it } from 'vitest';
import { charsetsByPosition } from '../../../../ocr/read/combs/pattern-charsets.ts';

describe('characters allowed at each position by a pattern', () => {
  it('come from classes, literals and counts', () => {
    expect(charsetsByPosition('^[A-C]{2}\\d[XY0-2]7$', 5)).toEqual(['ABC', 'ABC', '0123456789', 'XY012', '7']);
  });

  it.each([
    ['a pattern of another length', '^[0-9]{4}$'],
    ['a pattern of no fixed length', '^[0-9]+$'],
    ['alternatives', '^(A|B)....$'],
    ['a negated class', '^[^0-9]{5}$'],
  ])('are unknown for %s', (_, pattern) => {
    expect(charsetsByPosition(pattern, 5)).toBeNull();
  });
});

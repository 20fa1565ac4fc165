import { describe, expect, it } from 'vitest';
import { chooseFactor, isCredible } from '../../../ocr/prepare/enlarge.ts';

const a4At = (dpi: number) => ({ widthPx: Math.round(8.27 * dpi), heightPx: Math.round(11.69 * dpi) });
const factorAt = (dpi: number, capitalHeightPx: number | null, credible = true) =>
  chooseFactor({ dpi, credible, capitalHeightPx }, a4At(dpi));

describe('a stated resolution', () => {
  it('is believed where it makes the page one of paper', () => {
    expect(isCredible(300, a4At(300))).toBe(true);
    expect(isCredible(72, a4At(300))).toBe(false);
    expect(isCredible(600, a4At(100))).toBe(false);
    expect(isCredible(null, a4At(300))).toBe(false);
  });
});

describe('a page is enlarged', () => {
  it('never beyond 300 dpi for ordinary print, where its resolution is believed', () => {
    expect(factorAt(300, 20)).toBe(1);
    expect(factorAt(200, 13)).toBe(1.5);
  });

  it('as far as its letters demand where they are tiny, or the resolution is not believed', () => {
    expect(factorAt(300, 15)).toBeGreaterThan(1.4);
    expect(factorAt(100, 10, false)).toBe(3);
  });

  it('not where letters are large enough', () => {
    expect(factorAt(200, 24)).toBe(1);
  });
});

describe('a page is reduced', () => {
  it('where its letters are far larger than reading needs', () => {
    expect(factorAt(600, 60)).toBe(0.5);
  });
});

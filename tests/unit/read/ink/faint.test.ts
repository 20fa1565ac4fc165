import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../../../../ocr/model/page.ts';
import type { Component } from '../../../../ocr/read/ink/components.ts';
import { faintLevel, withFaintWriting } from '../../../../ocr/read/ink/faint.ts';
import { emptyMask } from '../../../../ocr/read/ink/mask.ts';

const widthPx = 20;
/** All ink lies within the soft edges of what is dark. */
const near = { ...emptyMask(widthPx, 10), data: new Uint8Array(widthPx * 10).fill(1) };
const limits = { paleLevel: 242, leastPx: 9, near, pxPerMm: 10 };

describe('faint writing', () => {
  it('is looked for closer to white on smooth paper than on grainy paper', () => {
    const smooth = new Uint32Array(256).with(255, 400);
    const grainy = smooth.with(255, 300).with(240, 100);
    expect(faintLevel(smooth)).toBeGreaterThan(faintLevel(grainy));
  });

  it('is taken whole in place of its dark crumbs', () => {
    const letter = piece(0, 10);
    expect(
      withFaintWriting(
        [piece(4, 2)],
        [letter],
        paper(() => 220),
        limits,
      ),
    ).toEqual([letter]);
  });

  it('is found where nothing is dark', () => {
    const letter = piece(0, 10);
    expect(
      withFaintWriting(
        [],
        [letter],
        paper(() => 225),
        limits,
      ),
    ).toEqual([letter]);
  });

  it('leaves a stroke in good toner without its soft edge', () => {
    const stroke = piece(2, 6);
    expect(
      withFaintWriting(
        [stroke],
        [piece(0, 10)],
        paper(() => 120),
        limits,
      ),
    ).toEqual([stroke]);
  });

  it('is no speck', () => {
    expect(
      withFaintWriting(
        [],
        [piece(0, 4)],
        paper(() => 220),
        limits,
      ),
    ).toEqual([]);
  });

  it('is no grain of toner, which is black in its middle', () => {
    const halo = piece(0, 12);
    const grain = paper((at) => (at === 5 ? 0 : 225));
    expect(withFaintWriting([piece(5, 1)], [halo], grain, limits)).toEqual([piece(5, 1)]);
  });

  it('has its smaller crumbs beside a letter, and nowhere else', () => {
    const [letter, beside, far] = [piece(40, 19), piece(84, 6), piece(180, 6)];
    const found = withFaintWriting(
      [],
      [letter, beside, far],
      paper(() => 225),
      limits,
    );
    expect(found).toEqual([letter, beside]);
  });

  it('is no grain of the paper', () => {
    expect(
      withFaintWriting(
        [],
        [piece(0, 10)],
        paper(() => 240),
        limits,
      ),
    ).toEqual([]);
  });

  it('leaves alone what the pale pieces do not cover', () => {
    const far = piece(100, 5);
    expect(
      withFaintWriting(
        [far],
        [piece(0, 10)],
        paper(() => 220),
        limits,
      ),
    ).toEqual([far, piece(0, 10)]);
  });
});

function paper(greyAt: (at: number) => number): GreyImage {
  return { data: Uint8Array.from({ length: widthPx * 10 }, (_, at) => greyAt(at)), widthPx, heightPx: 10 };
}

/** A run of pixels in reading order. */
function piece(from: number, count: number): Component {
  const pixels = Int32Array.from({ length: count }, (_, index) => from + index);
  return {
    box: [from % widthPx, Math.floor(from / widthPx), (from % widthPx) + count, Math.floor(from / widthPx) + 1],
    pixels,
  };
}

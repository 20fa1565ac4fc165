import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../../../ocr/model/page.ts';
import type { Component } from '../../../ocr/read/ink/components.ts';
import { faintLevel, withFaintWriting } from '../../../ocr/read/ink/faint.ts';

const widthPx = 20;

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
        { paleLevel: 242, leastPx: 5 },
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
        { paleLevel: 242, leastPx: 5 },
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
        { paleLevel: 242, leastPx: 5 },
      ),
    ).toEqual([stroke]);
  });

  it('is no speck', () => {
    expect(
      withFaintWriting(
        [],
        [piece(0, 4)],
        paper(() => 220),
        { paleLevel: 242, leastPx: 5 },
      ),
    ).toEqual([]);
  });

  it('is no grain of the paper', () => {
    expect(
      withFaintWriting(
        [],
        [piece(0, 10)],
        paper(() => 240),
        { paleLevel: 242, leastPx: 5 },
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
        { paleLevel: 242, leastPx: 5 },
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

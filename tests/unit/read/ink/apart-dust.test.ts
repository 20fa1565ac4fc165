import { describe, expect, it } from 'vitest';
import { withoutApartDust } from '../../../../ocr/read/ink/apart-dust.ts';
import type { Component } from '../../../../ocr/read/ink/components.ts';
import { emptyMask } from '../../../../ocr/read/ink/mask.ts';
import type { ZoneInk } from '../../../../ocr/read/ink/zone-ink.ts';

const [widthPx, heightPx, pxPerMm] = [400, 100, 10];
const letter = piece(50, 40, 20);

describe('dust', () => {
  it('is left out behind a line, above it and below', () => {
    const dust = [piece(120, 50, 6), piece(60, 10, 6), piece(60, 85, 6)];
    expect(withoutApartDust(ink([letter, ...dust]))).toEqual([letter]);
  });

  it('is not told from the dots and accents of letters', () => {
    const marks = [piece(72, 55, 4), piece(55, 32, 5), piece(92, 55, 4)];
    expect(withoutApartDust(ink([letter, ...marks]))).toEqual([letter, ...marks]);
  });

  it('is not told from broken letters where no stroke is whole', () => {
    const crumbs = [piece(50, 40, 6), piece(150, 40, 6)];
    expect(withoutApartDust(ink(crumbs))).toEqual(crumbs);
  });
});

function ink(components: readonly Component[]): ZoneInk {
  const grey = { data: new Uint8Array(widthPx * heightPx), widthPx, heightPx };
  const region = { left: 0, top: 0, widthPx, heightPx };
  const none = emptyMask(widthPx, heightPx);
  return {
    region,
    zoneBox: [0, 0, widthPx, heightPx],
    grey,
    components,
    around: [],
    ink: none,
    print: none,
    pxPerMm,
  };
}

/** A black square. */
function piece(left: number, top: number, sidePx: number): Component {
  const pixels = Int32Array.from(
    { length: sidePx * sidePx },
    (_, index) => (top + Math.floor(index / sidePx)) * widthPx + left + (index % sidePx),
  );
  return { box: [left, top, left + sidePx, top + sidePx], pixels };
}

import { describe, expect, it } from 'vitest';
import type { Component } from '../../../../ocr/read/ink/components.ts';
import { withoutStamp } from '../../../../ocr/read/ink/stamps.ts';

const widthPx = 600;
const heightPx = 200;
const measures = { pxPerMm: 10, leastLetterPx: 9 };

describe('a stamp in a zone', () => {
  it('is taken away, and the darker writing stays', () => {
    const sheet = blankSheet();
    const letter = sheet.draw(0, upright(30, 80));
    sheet.draw(140, tilted(250, 40, 300, 0.1));
    sheet.draw(145, upright(350, 58));
    expect(sheet.withoutStamp()).toEqual([letter]);
  });

  it('reaches no farther than its frame', () => {
    const sheet = blankSheet();
    sheet.draw(0, upright(30, 80));
    const pale = sheet.draw(140, upright(100, 80));
    const frame = sheet.draw(140, tilted(250, 40, 300, 0.1));
    const kept = sheet.withoutStamp();
    expect(kept).toContain(pale);
    expect(kept).not.toContain(frame);
  });

  it('leaves the darker letters that touch it, cut out of its ink', () => {
    const sheet = blankSheet();
    sheet.draw(0, upright(300, 80));
    const frame = sheet.draw(140, tilted(250, 40, 300, 0.1));
    const letter = sheet.draw(0, upright(340, 30));
    sheet.pieces.splice(1, 2, { ...frame, pixels: Int32Array.from(new Set([...frame.pixels, ...letter.pixels])) });
    const [, cut, ...rest] = sheet.withoutStamp();
    expect(rest).toEqual([]);
    expect(cut?.box).toEqual([339, 30, 346, 60]);
  });

  it('leaves pale letters that stand beside darker ones of their row', () => {
    const sheet = blankSheet();
    sheet.draw(0, upright(300, 48));
    const pale = sheet.draw(140, upright(312, 48));
    sheet.draw(140, tilted(250, 40, 300, 0.1));
    expect(sheet.withoutStamp()).toContain(pale);
  });
});

describe('no stamp', () => {
  it('is seen where nothing darker than it is written: pale ink may be a pen’s', () => {
    const sheet = blankSheet();
    sheet.draw(140, upright(30, 80));
    sheet.draw(140, tilted(250, 40, 300, 0.1));
    expect(sheet.withoutStamp()).toEqual(sheet.pieces);
  });

  it('is a level line, which may be a rule of the form', () => {
    const sheet = blankSheet();
    sheet.draw(0, upright(30, 80));
    sheet.draw(140, tilted(250, 40, 300, 0));
    expect(sheet.withoutStamp()).toEqual(sheet.pieces);
  });

  it('is a curved stroke', () => {
    const sheet = blankSheet();
    sheet.draw(0, upright(30, 80));
    sheet.draw(140, (x, y) => x >= 250 && x < 450 && Math.abs(y - 60 - (x - 250) ** 2 / 400) < 3);
    expect(sheet.withoutStamp()).toEqual(sheet.pieces);
  });
});

type Shape = (x: number, y: number) => boolean;

/** A letter of one stroke, 3 mm high. */
function upright(left: number, top: number): Shape {
  return (x, y) => x >= left && x < left + 5 && y >= top && y < top + 30;
}

/** A line half a millimetre thick that goes down to the right. */
function tilted(left: number, top: number, lengthPx: number, slope: number): Shape {
  return (x, y) => {
    const down = y - top - Math.round(slope * (x - left));
    return x >= left && x < left + lengthPx && down >= 0 && down < 5;
  };
}

function blankSheet() {
  const data = new Uint8Array(widthPx * heightPx).fill(255);
  const pieces: Component[] = [];
  return {
    pieces,
    draw(grey: number, shape: Shape): Component {
      const pixels = [...data.keys()].filter((at) => shape(at % widthPx, Math.floor(at / widthPx)));
      for (const at of pixels) data[at] = grey;
      const xs = pixels.map((at) => at % widthPx);
      const ys = pixels.map((at) => Math.floor(at / widthPx));
      const box: Component['box'] = [Math.min(...xs), Math.min(...ys), Math.max(...xs) + 1, Math.max(...ys) + 1];
      const piece: Component = { box, pixels: Int32Array.from(pixels) };
      pieces.push(piece);
      return piece;
    },
    withoutStamp: () => withoutStamp(pieces, { data, widthPx, heightPx }, measures),
  };
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findComponents } from '../../../ocr/read/ink/components.ts';
import { countInk, dilate, type InkMask, inkBox } from '../../../ocr/read/ink/mask.ts';
import { settlePrint, withoutPrint } from '../../../ocr/read/ink/printed.ts';
import { withoutSpecks } from '../../../ocr/read/ink/specks.ts';
import { splitIntoLines } from '../../../ocr/read/ink/split-lines.ts';

describe('ink masks', () => {
  it('grow by a square on every side', () => {
    expect(drawn(dilate(mask('.....', '.....', '..#..', '.....', '.....'), 1))).toEqual([
      '.....',
      '.###.',
      '.###.',
      '.###.',
      '.....',
    ]);
  });

  it('fall into connected pieces that together are all of the ink', () => {
    const pictures = fc.array(fc.boolean(), { minLength: 96, maxLength: 96 });
    fc.assert(
      fc.property(pictures, (bits) => {
        const picture = { data: Uint8Array.from(bits, Number), widthPx: 12, heightPx: 8 };
        const pixels = findComponents(picture).flatMap((component) => [...component.pixels]);
        expect(new Set(pixels).size).toBe(pixels.length);
        expect(pixels.length).toBe(countInk(picture));
      }),
    );
  });

  it('have a smallest box, or none without ink', () => {
    expect(inkBox(mask('....', '.##.', '..#.'))).toEqual([1, 1, 3, 3]);
    expect(inkBox(mask('....', '....'))).toBeNull();
  });
});

describe('the print of the empty form', () => {
  it('is moved onto the print of the page', () => {
    const print = mask('......', '.####.', '......', '......', '......');
    const page = mask('......', '......', '......', '.####.', '......');
    expect(drawn(settlePrint(print, page, 2))).toEqual(drawn(page));
  });

  it('is taken away, but not where a stroke crosses it', () => {
    const page = mask('..#...', '..#...', '######', '..#...', '..#...');
    const rule = mask('......', '......', '######', '......', '......');
    const left = drawn(withoutPrint(page, rule, 2));
    expect(left.map((row) => row[2])).toEqual(['#', '#', '#', '#', '#']);
    expect(left.map((row) => row[5])).toEqual(['.', '.', '.', '.', '.']);
  });
});

describe('specks', () => {
  it('are dropped where they stand alone, while a dot by a letter stays', () => {
    const letter = piece([0, 0, 20, 30], 400);
    const dot = piece([22, 26, 28, 30], 20);
    const speck = piece([200, 10, 206, 14], 20);
    expect(withoutSpecks([letter, dot, speck], 12)).toEqual([letter, dot]);
  });
});

describe('a zone of several lines', () => {
  it('is cut where there is least ink near the even places', () => {
    const ink = mask('####', '####', '####', '....', '####', '####');
    expect(splitIntoLines(ink, [0, 0, 4, 6], 2)).toEqual([
      [0, 0, 4, 3],
      [0, 3, 4, 6],
    ]);
  });
});

function mask(...rows: string[]): InkMask {
  const data = Uint8Array.from(rows.join(''), (mark) => (mark === '#' ? 1 : 0));
  return { data, widthPx: rows[0]?.length ?? 0, heightPx: rows.length };
}

function drawn({ data, widthPx, heightPx }: InkMask): string[] {
  return Array.from({ length: heightPx }, (_, y) =>
    Array.from(data.subarray(y * widthPx, (y + 1) * widthPx), (value) => (value === 1 ? '#' : '.')).join(''),
  );
}

function piece(box: [number, number, number, number], pixelCount: number) {
  return { box, pixels: new Int32Array(pixelCount) };
}

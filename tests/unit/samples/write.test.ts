import { describe, expect, it } from 'vitest';
import { rasterise } from '../../../tools/forms/draw/raster.ts';
import { createTypefaceCase } from '../../../tools/forms/draw/typeface.ts';
import { createRandom } from '../../../tools/samples/random.ts';
import { handKindSchema } from '../../../tools/samples/truth.ts';
import { writeComb } from '../../../tools/samples/write/comb.ts';
import { facesOf, furtherFaces, heldOutFaces, usualFaces } from '../../../tools/samples/write/faces.ts';
import { drawHand } from '../../../tools/samples/write/hand.ts';
import { widthOf, writeLine } from '../../../tools/samples/write/line.ts';
import { writeMark } from '../../../tools/samples/write/mark.ts';

const openFace = createTypefaceCase();
const sheet = { widthMm: 100, heightMm: 20 };

/** Columns of millimetres that hold ink. */
async function inkedMillimetres(elements: string): Promise<Set<number>> {
  const { data, widthPx } = await rasterise(elements, sheet, 127);
  const columns = new Set<number>();
  data.forEach((grey, index) => {
    if (grey < 160) columns.add(Math.floor((index % widthPx) / 5));
  });
  return columns;
}

describe.each(handKindSchema.options)('a %s hand', (kind) => {
  const hand = drawHand(createRandom('hand'), kind, openFace);

  it('keeps a long line within its place', async () => {
    const text = 'Via Alessandro Manzoni e Benedetto Croce';
    expect(widthOf(hand, text, hand.capitalMm)).toBeGreaterThan(50);
    const columns = await inkedMillimetres(writeLine(hand, createRandom('line'), text, 10, 12, 50));
    expect(Math.min(...columns)).toBeGreaterThanOrEqual(8);
    expect(Math.max(...columns)).toBeLessThanOrEqual(63);
  });

  it('writes one character into each cell of a comb', async () => {
    const rect = { x: 10, y: 5, width: 44, height: 8 };
    const columns = await inkedMillimetres(writeComb(hand, createRandom('comb'), '8H8H8H8H', rect, 8));
    for (let cell = 0; cell < 8; cell += 1) {
      const middle = Math.floor(10 + (cell + 0.5) * 5.5);
      expect(
        [middle - 1, middle, middle + 1].some((column) => columns.has(column)),
        `cell ${cell}`,
      ).toBe(true);
    }
    expect(Math.max(...columns)).toBeLessThanOrEqual(55);
  });

  it('marks a box inside it or close to it', async () => {
    for (let index = 0; index < 12; index += 1) {
      const box = { x: 20, y: 8, width: 4, height: 4 };
      const columns = await inkedMillimetres(writeMark(hand, createRandom(`mark ${index}`), box));
      expect(columns.size).toBeGreaterThan(1);
      expect(Math.min(...columns)).toBeGreaterThanOrEqual(17);
      expect(Math.max(...columns)).toBeLessThanOrEqual(26);
    }
  });

  it('is the same for the same seed', () => {
    const again = drawHand(createRandom('hand'), kind, openFace);
    expect(writeLine(again, createRandom('x'), 'Nome', 0, 0, 50)).toBe(
      writeLine(hand, createRandom('x'), 'Nome', 0, 0, 50),
    );
  });
});

describe('the faces of a hand', () => {
  it.each(handKindSchema.options)('%s: are the usual ones unless one is asked for by name', (kind) => {
    const usual = usualFaces[kind].map(({ family }) => family);
    const drawn = Array.from({ length: 30 }, (_, index) => drawHand(createRandom(`face ${index}`), kind, openFace));
    expect(drawn.filter(({ face }) => !usual.includes(face.family))).toEqual([]);
    for (const { family } of facesOf(kind)) {
      expect(drawHand(createRandom('hand'), kind, openFace, family).face.family).toBe(family);
    }
  });

  it.each(handKindSchema.options)('%s: can write digits and capitals', (kind) => {
    for (const face of facesOf(kind)) {
      const missing = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((text) => !openFace(face).has(text));
      expect(missing, face.family).toEqual([]);
    }
  });

  it.each(handKindSchema.options)('%s: are never both learnt from and held out', (kind) => {
    const learnt = [...usualFaces[kind], ...furtherFaces[kind]].map(({ family }) => family);
    expect(heldOutFaces[kind].filter(({ family }) => learnt.includes(family))).toEqual([]);
  });
});

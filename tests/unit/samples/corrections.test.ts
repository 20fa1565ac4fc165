import { beforeAll, describe, expect, it } from 'vitest';
import type { LayoutPage, Zone } from '../../../ocr/model/form.ts';
import { rasterise } from '../../../tools/forms/draw/raster.ts';
import { createTypefaceCase } from '../../../tools/forms/draw/typeface.ts';
import { createRandom } from '../../../tools/samples/random.ts';
import type { Written } from '../../../tools/samples/records/written.ts';
import { handKindSchema } from '../../../tools/samples/truth.ts';
import { drawHand } from '../../../tools/samples/write/hand.ts';
import { mistakeFor } from '../../../tools/samples/write/mistakes.ts';
import { type Manners, writePage } from '../../../tools/samples/write/page.ts';

const openFace = createTypefaceCase();
const sheet = { widthMm: 120, heightMm: 80 };

function textZone(id: string, y: number): Zone {
  const rectMm = { x: 10, y, width: 90, height: 9 };
  return { id, field: `/part/${id}`, kind: 'text', rectMm, hand: 'any', lines: 1, policy: 'accept' };
}

const [filled, empty, further, last] = [textZone('a', 10), textZone('b', 25), textZone('c', 40), textZone('d', 55)];
const written: Written = new Map([[filled.field, { value: 'Bologna', text: 'Bologna' }]]);

function pageOf(zones: readonly Zone[]): LayoutPage {
  return { ...sheet, reference: 'none.png', printed: [], zones: [...zones] };
}

function write(kind: 'typed' | 'typewriter' | 'handwritten', zones: readonly Zone[], seed: string, manners: Manners) {
  const hand = drawHand(createRandom('hand'), kind, openFace);
  const pen = drawHand(createRandom('pen'), 'handwritten', openFace, 'caveat');
  const writers = { hand, pen, second: null, office: pen };
  return writePage(pageOf(zones), written, writers, createRandom(seed), manners);
}

/** Rows of millimetres that hold ink. */
async function inkedRows(elements: string): Promise<Set<number>> {
  const { data, widthPx } = await rasterise(elements, sheet, 127);
  const rows = new Set<number>();
  data.forEach((grey, index) => {
    if (grey < 160) rows.add(Math.floor(index / widthPx / 5));
  });
  return rows;
}

describe('a mistake', () => {
  it('is never the word that was meant', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const wrong = mistakeFor('Re 12', createRandom(`${seed}`));
      expect(wrong).not.toBe('Re 12');
      expect(wrong.length).toBeGreaterThan(0);
    }
  });
});

describe.each(handKindSchema.options)('what a %s hand puts right', (kind) => {
  let plain = '';
  beforeAll(() => {
    plain = write(kind, [filled], 'page', {});
  });

  it('is left out unless it is asked for', () => {
    expect(write(kind, [filled, empty], 'page', { corrections: 0, nothing: 0 })).toBe(
      write(kind, [filled, empty], 'page', {}),
    );
  });

  it('takes more ink than what was right at once, and is the same for the same seed', () => {
    const mended = write(kind, [filled], 'page', { corrections: 1 });
    expect(mended.length).toBeGreaterThan(plain.length);
    expect(write(kind, [filled], 'page', { corrections: 1 })).toBe(mended);
  });

  it('stands in its field or right above it', async () => {
    for (let seed = 0; seed < 8; seed += 1) {
      const rows = await inkedRows(write(kind, [filled], `${seed}`, { corrections: 1 }));
      expect(Math.min(...rows), `seed ${seed}`).toBeGreaterThanOrEqual(7);
      expect(Math.max(...rows), `seed ${seed}`).toBeLessThanOrEqual(20);
    }
  });
});

describe.each(handKindSchema.options)('what a %s hand says where there is nothing to say', (kind) => {
  it('stands in empty fields alone', async () => {
    const rows = await inkedRows(write(kind, [empty], 'page', { nothing: 1 }));
    expect(rows.size).toBeGreaterThan(0);
    expect(Math.min(...rows)).toBeGreaterThanOrEqual(24);
    expect(write(kind, [filled], 'page', { nothing: 1 })).toBe(write(kind, [filled], 'page', {}));
  });

  it('is one stroke through a part that is empty as a whole', async () => {
    const rows = await inkedRows(write(kind, [empty, further, last], 'page', { nothing: 1 }));
    expect([30, 40, 50, 60].every((row) => [row, row + 1, row + 2].some((near) => rows.has(near)))).toBe(true);
  });
});

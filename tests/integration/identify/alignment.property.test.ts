import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FormCatalogue } from '../../../ocr/identify/form-catalogue.ts';
import { identifyPage } from '../../../ocr/identify/identify.ts';
import { type Affine, composeAffine } from '../../../ocr/model/geometry.ts';
import { a4Corners, catalogueDrawn, preparedOf, worstErrorMm } from '../../fixtures/identify/drawn-catalogue.ts';
import { drawForm, fillForm, scanPage, stamp } from '../../fixtures/identify/drawn-form.ts';

const forms = { uno: [drawForm(31)], due: [drawForm(32, 31)], tre: [drawForm(33), drawForm(34)] };
const drawn = Object.entries(forms).flatMap(([id, pages]) => pages.map((form, page) => ({ id, page, form })));
let catalogue: FormCatalogue;
beforeAll(async () => {
  catalogue = await catalogueDrawn(forms, 300);
});

/** What feeders and copiers do: scale, unequal scale, shear, turn and shift about the middle of the page. */
const mapArbitrary = fc
  .record({
    scale: fc.double({ min: 0.93, max: 1.07, noNaN: true }),
    stretch: fc.double({ min: 0.99, max: 1.01, noNaN: true }),
    turn: fc.double({ min: -0.017, max: 0.017, noNaN: true }),
    shear: fc.double({ min: -0.006, max: 0.006, noNaN: true }),
    x: fc.double({ min: -8, max: 8, noNaN: true }),
    y: fc.double({ min: -8, max: 8, noNaN: true }),
    upsideDown: fc.boolean(),
  })
  .map(({ scale, stretch, turn, shear, x, y, upsideDown }) => {
    const linear: Affine = [scale, scale * turn, scale * (shear - turn), scale * stretch, 0, 0];
    const about = composeAffine(composeAffine([1, 0, 0, 1, -105, -148.5], linear), [1, 0, 0, 1, 105 + x, 148.5 + y]);
    const map = upsideDown ? composeAffine(about, [-1, 0, 0, -1, 210, 297]) : about;
    return { map, upsideDown };
  });

describe('aligning filled-in, stamped and worn pages', () => {
  it('is right to 0.3 mm at the corners and inside, for any paper map', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...drawn),
        mapArbitrary,
        fc.record({
          dpi: fc.constantFrom(200, 300),
          toner: fc.double({ min: 0.5, max: 1, noNaN: true }),
          blurPx: fc.double({ min: 0.4, max: 1.6, noNaN: true }),
          noise: fc.double({ min: 0, max: 15, noNaN: true }),
          seed: fc.nat(1000),
        }),
        async ({ id, page, form }, { map, upsideDown }, wear) => {
          const over = stamp(40 + (wear.seed % 120), 70 + (wear.seed % 150), wear.seed);
          const image = await scanPage(form.print + fillForm(form, wear.seed) + over, { map, ...wear });
          const found = identifyPage(preparedOf(image, wear.dpi), catalogue);
          if (found.kind !== 'aligned') throw new Error(found.kind);
          expect([found.form.manifest.id, found.layoutPage, found.upsideDown]).toEqual([id, page, upsideDown]);
          const inside = Array.from({ length: 20 }, (_, i) => ({ x: (i * 47) % 210, y: (i * 83) % 297 }));
          expect(worstErrorMm(found.toImage, map, wear.dpi, [...a4Corners, ...inside])).toBeLessThan(0.3);
        },
      ),
      { numRuns: 15, seed: 2026, endOnFailure: true },
    );
  });
});

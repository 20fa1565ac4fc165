import { beforeAll, describe, expect, it } from 'vitest';
import type { FormCatalogue } from '../../../ocr/identify/form-catalogue.ts';
import { identifyPage } from '../../../ocr/identify/identify.ts';
import { type Affine, applyAffine, type RectMm } from '../../../ocr/model/geometry.ts';
import { flatWarp } from '../../../ocr/model/warp.ts';
import { seenThrough } from '../../../ocr/read/ink/zone-view.ts';
import { type Bend, bendImage, perspective, seenAt, slip, swell } from '../../fixtures/bend.ts';
import { catalogueDrawn, entryZones, preparedOf } from '../../fixtures/identify/drawn-catalogue.ts';
import { drawForm, fillForm, scanPage, stamp } from '../../fixtures/identify/drawn-form.ts';

const a4 = { widthMm: 210, heightMm: 297 };
const dpi = 200;
const form = drawForm(41);
const lie: Affine = [0.985, 0.004, -0.004, 0.985, 2, 3];
let catalogue: FormCatalogue;
beforeAll(async () => {
  catalogue = await catalogueDrawn({ modulo: [form], altro: [drawForm(42)] }, 150, entryZones);
}, 120_000);

const bends: readonly (readonly [string, Bend])[] = [
  ['seen in a perspective of 2 %', perspective(0.02, a4)],
  ['seen in a perspective of 4 %', perspective(0.04, a4)],
  ['slipped by 2 mm in the feeder', slip(2, a4)],
  ['swollen by 3 mm at one corner', swell(3, a4)],
];

function middleOf({ x, y, width, height }: RectMm) {
  return { x: x + width / 2, y: y + height / 2 };
}

describe('pages that no affine map explains', () => {
  it.each(bends)('are read in the right places: %s', async (_name, bend) => {
    const flat = await scanPage(form.print + fillForm(form, 5) + stamp(150, 200, 20), {
      dpi,
      map: lie,
      blurPx: 0.8,
      noise: 8,
    });
    const found = identifyPage(preparedOf(bendImage(flat, bend, a4), dpi), catalogue);
    if (found.kind !== 'aligned') throw new Error(found.kind);
    expect(found.form.manifest.id).toBe('modulo');
    for (const { rectMm } of entryZones(form)) {
      const place = seenThrough(found.warp, rectMm)(middleOf(rectMm));
      const truth = seenAt(bend, applyAffine(lie, middleOf(rectMm)));
      expect(Math.hypot((place.x / dpi) * 25.4 - truth.x, (place.y / dpi) * 25.4 - truth.y)).toBeLessThan(0.4);
    }
  });

  it('are mapped alike everywhere when they are flat', async () => {
    const image = await scanPage(form.print + fillForm(form, 6), { dpi, map: [1, 0, 0, 1, 0, 0], noise: 5 });
    const found = identifyPage(preparedOf(image, dpi), catalogue);
    if (found.kind !== 'aligned') throw new Error(found.kind);
    expect(found.warp).toEqual(flatWarp(found.toImage));
  });
});

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCatalogue, type FormCatalogue } from '../../../ocr/identify/catalogue.ts';
import { identifyPage } from '../../../ocr/identify/identify.ts';
import { applyAffine } from '../../../ocr/model/geometry.ts';
import { decodePage } from '../../../ocr/prepare/decode.ts';
import { preparePage } from '../../../ocr/prepare/prepare.ts';

const formsFolder = join(import.meta.dirname, '../../../resources/forms');
let catalogue: FormCatalogue;
let scratch: string;
beforeAll(async () => {
  const names = await readdir(formsFolder, { withFileTypes: true });
  catalogue = await buildCatalogue(
    names.filter((name) => name.isDirectory()).map(({ name }) => join(formsFolder, name)),
  );
  scratch = await mkdtemp(join(tmpdir(), 'identify-'));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

describe('the forms that come with the program', () => {
  it('are recognised from their own empty pages, scanned upright and upside down, and laid on their layouts', async () => {
    expect(catalogue.pages.length).toBeGreaterThan(0);
    for (const { form, layout, layoutPage, page } of catalogue.pages) {
      for (const turnDeg of [0, 180]) {
        const name = `${form.manifest.id}-${layoutPage}-${turnDeg}.jpg`;
        const target = join(scratch, name);
        const empty = sharp(join(form.folder, 'layouts', page.reference));
        const density = Math.round(((await empty.metadata()).width / page.widthMm) * 25.4);
        const { width = 0, height = 0 } = await empty
          .rotate(turnDeg)
          .jpeg({ quality: 60 })
          .withMetadata({ density })
          .toFile(target);
        const prepared = preparePage(await decodePage(target, name, 0));
        const found = identifyPage(prepared, catalogue);
        if (found.kind !== 'aligned') throw new Error(`${name}: ${found.kind}`);
        expect([found.form.manifest.id, found.layout.edition, found.layoutPage]).toEqual([
          form.manifest.id,
          layout.edition,
          layoutPage,
        ]);
        expect(found.residualMm).toBeLessThan(layout.maxResidualMm / 2);
        const origin = applyAffine(prepared.toCaptured, applyAffine(found.toImage, { x: 0, y: 0 }));
        const expected = turnDeg === 0 ? { x: 0, y: 0 } : { x: width, y: height };
        const pxPerMm = width / page.widthMm;
        expect(Math.hypot(origin.x - expected.x, origin.y - expected.y) / pxPerMm).toBeLessThan(0.3);
      }
    }
  });
});

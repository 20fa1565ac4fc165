import { describe, expect, it } from 'vitest';
import { alignPage, imageWarp } from '../../../ocr/identify/identify.ts';
import type { Affine } from '../../../ocr/model/geometry.ts';
import type { GreyImage } from '../../../ocr/model/page.ts';
import { applyWarp } from '../../../ocr/model/warp.ts';
import { composeEmptyPage } from '../../../tools/forms/compose/compose.ts';
import { resample } from '../../../tools/forms/compose/consensus.ts';
import type { FilledScan } from '../../../tools/forms/compose/scan.ts';
import { catalogueDrawn, preparedOf } from '../../fixtures/identify/drawn-catalogue.ts';
import { drawForm, fillForm, scanPage } from '../../fixtures/identify/drawn-form.ts';

const size = { widthMm: 210, heightMm: 297 };
const dpi = 150;
const form = drawForm(51);

async function filledScan(name: string, elements: string, map: Affine, seed: number): Promise<FilledScan> {
  const image = await scanPage(elements, { dpi, map, blurPx: 0.6, noise: 4, seed });
  return { name, page: preparedOf(image, dpi), size };
}

/** Filled in differently, each a little larger, turned and shifted; the third upside down. */
function copies(count: number): Promise<FilledScan[]> {
  return Promise.all(
    Array.from({ length: count }, (_, index) => {
      const scale = 1 + (index - 3) * 0.002;
      const turn = (index - 2) * 0.001;
      const map: Affine = [scale, turn, -turn, scale, index * 0.7 - 2, 1.5 - index * 0.5];
      const upsideDown: Affine = [-1, 0, 0, -1, 210, 297];
      return filledScan(`copy ${index}`, form.print + fillForm(form, index), index === 2 ? upsideDown : map, index);
    }),
  );
}

/** Share of one page's ink that has no ink of the other within a third of a millimetre. */
function shareAlone(one: GreyImage, other: GreyImage): number {
  let ink = 0;
  let alone = 0;
  for (let at = 0; at < one.data.length; at += 1) {
    if ((one.data[at] ?? 255) > 128) continue;
    ink += 1;
    const rows = [-2, -1, 0, 1, 2].map((row) => at + row * other.widthPx);
    if (rows.every((row) => other.data.subarray(row - 2, row + 3).every((value) => value > 190))) alone += 1;
  }
  return alone / Math.max(1, ink);
}

describe('composing an empty page from filled-in copies', () => {
  it('keeps the print, drops what was filled in, and names the stranger among the scans', async () => {
    const stranger = await filledScan('stranger', drawForm(77).print, [1, 0, 0, 1, 0, 0], 9);
    const composed = await composeEmptyPage([...(await copies(6)), stranger], size, dpi);
    if (composed === null) throw new Error('nothing composed');
    expect(composed.leftOut).toEqual(['stranger']);
    expect(composed.used.map(({ name }) => name)).toEqual([0, 1, 2, 3, 4, 5].map((index) => `copy ${index}`));

    const placed = alignPage(preparedOf(composed.image, dpi), await catalogueDrawn({ modulo: [form] }));
    if (placed === null) throw new Error('the composed page is not the form');
    const warp = imageWarp(placed);
    const onForm = resample(composed.image, (place) => applyWarp(warp, place), size, dpi);
    const blank = await scanPage(form.print, { dpi, map: [1, 0, 0, 1, 0, 0] });
    expect(shareAlone(blank, onForm)).toBeLessThan(0.01);
    expect(shareAlone(onForm, blank)).toBeLessThan(0.02);
  });

  it('composes nothing from two copies, or from pages that have nothing in common', async () => {
    expect(await composeEmptyPage(await copies(2), size, dpi)).toBeNull();
    const strangers = await Promise.all(
      [81, 82, 83].map((seed) => filledScan(`form ${seed}`, drawForm(seed).print, [1, 0, 0, 1, 0, 0], seed)),
    );
    expect(await composeEmptyPage(strangers, size, dpi)).toBeNull();
  });
});

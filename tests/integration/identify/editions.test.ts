import { beforeAll, describe, expect, it } from 'vitest';
import type { FormCatalogue } from '../../../ocr/identify/form-catalogue.ts';
import { type Identification, identifyPage } from '../../../ocr/identify/identify.ts';
import { catalogueDrawn, preparedOf } from '../../fixtures/identify/drawn-catalogue.ts';
import {
  type DrawnForm,
  drawForm,
  editionOf,
  fillForm,
  type Scan,
  scanPage,
} from '../../fixtures/identify/drawn-form.ts';

const names = ['prima', 'seconda', 'terza', 'quarta', 'cresciuta'] as const;
const first = drawForm(21);
const grown = {
  ...first,
  print: `${first.print}<text x="120" y="292" font-size="3" font-family="sans-serif">Da restituire allo sportello firmato</text>`,
};
/** Editions of one form with two lines changed, and one that only has a line more. */
const editions: Record<(typeof names)[number], [DrawnForm]> = {
  prima: [first],
  seconda: [editionOf(first, 1, 2)],
  terza: [editionOf(first, 2, 2)],
  quarta: [editionOf(first, 3, 2)],
  cresciuta: [grown],
};

let catalogue: FormCatalogue;
beforeAll(async () => {
  catalogue = await catalogueDrawn(editions);
}, 60_000);

async function identify(elements: string, scan: Partial<Scan>): Promise<Identification> {
  const image = await scanPage(elements, { dpi: 200, map: [0.98, 0.006, -0.006, 0.985, 4, 2], ...scan });
  return identifyPage(preparedOf(image, 200), catalogue);
}

describe('editions that differ in a line or two', () => {
  it.each(names)('are told apart: %s', async (name) => {
    const form = editions[name][0];
    const found = await identify(form.print + fillForm(form, 8), { toner: 0.7, noise: 10, blurPx: 0.8 });
    expect(found).toMatchObject({ kind: 'aligned', form: { manifest: { id: name } } });
  });
});

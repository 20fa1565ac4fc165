import { beforeAll, describe, expect, it } from 'vitest';
import type { FormCatalogue } from '../../../ocr/identify/form-catalogue.ts';
import { type Identification, identifyPage } from '../../../ocr/identify/identify.ts';
import { catalogueDrawn, entryZones, preparedOf } from '../../fixtures/identify/drawn-catalogue.ts';
import { type DrawnForm, drawForm, fillForm, scanPage, stamp } from '../../fixtures/identify/drawn-form.ts';

const dpi = 200;
const full = drawForm(21);
/** A form with room at its foot. */
const base: DrawnForm = {
  ...full,
  print: `<clipPath id="upper"><rect width="210" height="255"/></clipPath><g clip-path="url(#upper)">${full.print}</g>`,
  entries: full.entries.filter(({ y }) => y < 250),
};

/** The form with one more field at its foot, this far from where the installed edition has it. */
function edition(dx: number, dy: number): DrawnForm {
  const field = `<text x="${30 + dx}" y="${272 + dy}" font-size="3" font-family="sans-serif">Numero di repertorio</text>
    <rect x="${65 + dx}" y="${267.5 + dy}" width="50" height="7" fill="none" stroke="#000" stroke-width="0.25"/>`;
  return { ...base, print: base.print + field, entries: [...base.entries, { x: 66, y: 272.5, width: 48 }] };
}

/** The form with a frame around its foot. */
function framed(form: DrawnForm): DrawnForm {
  const frame = '<rect x="20" y="262" width="170" height="16" fill="none" stroke="#000" stroke-width="0.4"/>';
  return { ...form, print: form.print + frame };
}

/** The form with a comb of hairlines at its foot, this far from where the installed edition has it: nothing else tells its place. */
function combEdition(dx: number): DrawnForm {
  const cells = Array.from({ length: 8 }, (_, cell) => `M${60 + dx + cell * 6} 268v6h6v-6`).join('');
  const comb = `<path d="${cells}" fill="none" stroke="#000" stroke-width="0.12"/>`;
  return { ...base, print: base.print + comb, entries: [...base.entries, { x: 61, y: 272.5, width: 46 }] };
}

/** Thick strokes that cross the walls of the comb everywhere. */
function writeOverComb(): string {
  const strokes = Array.from(
    { length: 24 },
    (_, stroke) => `M${60 + stroke * 2} ${275 - (stroke % 3)}l${1 + (stroke % 4)} -8`,
  );
  return `<path d="${strokes.join('')}" fill="none" stroke="#111" stroke-width="0.7"/>`;
}

let catalogue: FormCatalogue;
let combCatalogue: FormCatalogue;
beforeAll(async () => {
  catalogue = await catalogueDrawn({ modulo: [edition(0, 0)] }, 150, entryZones);
  combCatalogue = await catalogueDrawn({ modulo: [combEdition(0)] }, 150, entryZones);
}, 120_000);

async function identify(form: DrawnForm, over = '', among = catalogue): Promise<Identification> {
  const image = await scanPage(form.print + fillForm(base, 4) + over, {
    dpi,
    map: [0.99, 0.003, -0.003, 0.99, 1, 2],
    noise: 6,
    blurPx: 0.7,
  });
  return identifyPage(preparedOf(image, dpi), among);
}

describe('an edition in which one field stands elsewhere', () => {
  it.each([
    [3, 0],
    [-6, 0],
    [0, 2],
    [0, 3],
    [40, 0],
  ])('is not read, but named and left to a person: moved by %i mm across and %i mm down', async (dx, dy) => {
    expect(await identify(edition(dx, dy))).toMatchObject({ kind: 'not-aligned', formKey: 'modulo@1.0.0' });
  });

  it('is not read where the field is not there at all', async () => {
    expect(await identify(base)).toMatchObject({ kind: 'not-aligned', formKey: 'modulo@1.0.0' });
  });

  it('is read where the field stands in its place, under a stamp too', async () => {
    expect(await identify(edition(0, 0))).toMatchObject({ kind: 'aligned' });
    expect(await identify(edition(0, 0), stamp(75, 268, 30))).toMatchObject({ kind: 'aligned' });
  });

  it('is read under a note that hides the field and the frame that it stands in, and the field is told as covered', async () => {
    const note = '<rect x="25" y="258" width="76" height="26" fill="#e4e4e4"/>';
    const among = await catalogueDrawn({ modulo: [framed(edition(0, 0))] }, 150, entryZones);
    const found = await identify(framed(edition(0, 0)), note, among);
    expect(found).toMatchObject({ kind: 'aligned' });
    if (found.kind !== 'aligned') return;
    const last = found.layout.pages[0]?.zones.at(-1);
    expect(found.covered).toContainEqual(last);
    expect(await identify(framed(base), '', among)).toMatchObject({ kind: 'not-aligned' });
  });

  it('is read where writing crosses hairlines everywhere, unless they stand elsewhere', async () => {
    expect(await identify(combEdition(0), writeOverComb(), combCatalogue)).toMatchObject({ kind: 'aligned' });
    expect(await identify(combEdition(3), writeOverComb(), combCatalogue)).toMatchObject({ kind: 'not-aligned' });
  });
});

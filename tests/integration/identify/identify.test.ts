import { beforeAll, describe, expect, it } from 'vitest';
import type { FormCatalogue } from '../../../ocr/identify/form-catalogue.ts';
import { type Identification, identifyPage } from '../../../ocr/identify/identify.ts';
import type { Affine } from '../../../ocr/model/geometry.ts';
import { catalogueDrawn, preparedOf, worstErrorMm } from '../../fixtures/identify/drawn-catalogue.ts';
import { drawForm, fillForm, type Scan, scanPage, stamp } from '../../fixtures/identify/drawn-form.ts';

/** Two forms of one office, alike at the head, the second of two pages. */
const forms = { domanda: [drawForm(1, 9)], denuncia: [drawForm(2, 9), drawForm(3)] };
const [domanda] = forms.domanda;
const [denuncia, second] = forms.denuncia;
const still: Affine = [1, 0, 0, 1, 0, 0];
const upsideDown: Affine = [-1, 0, 0, -1, 210, 297];

let catalogue: FormCatalogue;
beforeAll(async () => {
  catalogue = await catalogueDrawn(forms);
}, 60_000);

async function identify(elements: string, scan: Partial<Scan> = {}): Promise<Identification> {
  const { dpi = 200, map = still } = scan;
  return identifyPage(preparedOf(await scanPage(elements, { dpi, map, ...scan }), dpi), catalogue);
}

/** Which form and page was found, or why none. */
function nameOf(found: Identification): string {
  return found.kind === 'aligned' ? `${found.form.manifest.id} ${found.layoutPage}` : found.kind;
}

describe('identifying a page by its print', () => {
  it('tells forms of one office and pages of one form apart', async () => {
    expect(nameOf(await identify(domanda?.print ?? ''))).toBe('domanda 0');
    expect(nameOf(await identify(denuncia?.print ?? ''))).toBe('denuncia 0');
    expect(nameOf(await identify(second?.print ?? ''))).toBe('denuncia 1');
  });

  it('lays an untouched page exactly on its layout and finds all its print', async () => {
    const found = await identify(denuncia?.print ?? '');
    if (found.kind !== 'aligned') throw new Error(found.kind);
    expect(worstErrorMm(found.toImage, still, 200)).toBeLessThan(0.1);
    expect(found.residualMm).toBeLessThan(0.1);
    expect(found.coverage).toBeGreaterThan(0.98);
    expect(found.upsideDown).toBe(false);
  });

  it('hands over the empty page it was compared with', async () => {
    const found = await identify(second?.print ?? '');
    if (found.kind !== 'aligned') throw new Error(found.kind);
    const { image, dpi } = found.reference;
    expect(image.widthPx).toBe(Math.round((210 / 25.4) * dpi));
    expect(image.heightPx).toBe(Math.round((297 / 25.4) * dpi));
    expect(image.data.some((value) => value < 60)).toBe(true);
  });

  it('says that a page lies upside down and maps it all the same', async () => {
    const found = await identify(domanda?.print ?? '', { map: upsideDown });
    if (found.kind !== 'aligned') throw new Error(found.kind);
    expect(found.upsideDown).toBe(true);
    expect(worstErrorMm(found.toImage, upsideDown, 200)).toBeLessThan(0.1);
  });

  it.each([
    { turnDeg: 90, map: [0, -1, 1, 0, 0, 210] },
    { turnDeg: 270, map: [0, 1, -1, 0, 297, 0] },
  ] as const)('maps a page that must be turned by $turnDeg degrees', async ({ turnDeg, map }) => {
    const found = await identify(denuncia?.print ?? '', { map: [...map], widthMm: 297, heightMm: 210 });
    if (found.kind !== 'aligned') throw new Error(found.kind);
    expect(found.turnDeg).toBe(turnDeg);
    expect(worstErrorMm(found.toImage, [...map], 200)).toBeLessThan(0.1);
  });

  it('is not misled by what was filled in and stamped', async () => {
    const writing = denuncia ? fillForm(denuncia, 5, 1) : '';
    const stamps = [stamp(60, 80, 20), stamp(110, 150, 200), stamp(160, 220, 90)].join('');
    const found = await identify((denuncia?.print ?? '') + writing + stamps);
    if (found.kind !== 'aligned') throw new Error(found.kind);
    expect(nameOf(found)).toBe('denuncia 0');
    expect(worstErrorMm(found.toImage, still, 200)).toBeLessThan(0.2);
    expect(found.coverage).toBeGreaterThan(0.98);
  });

  it('reads through faint toner, blur and noise', async () => {
    const found = await identify(second?.print ?? '', { toner: 0.4, blurPx: 1.5, noise: 20 });
    if (found.kind !== 'aligned') throw new Error(found.kind);
    expect(nameOf(found)).toBe('denuncia 1');
    expect(worstErrorMm(found.toImage, still, 200)).toBeLessThan(0.2);
  });

  it('aligns a page whose margin was cropped', async () => {
    const map: Affine = [1, 0, 0, 1, -25, -30];
    const found = await identify(domanda?.print ?? '', { map, widthMm: 180, heightMm: 240 });
    if (found.kind !== 'aligned') throw new Error(found.kind);
    expect(worstErrorMm(found.toImage, map, 200)).toBeLessThan(0.3);
  });

  it('is not misled by a file that states the wrong resolution', async () => {
    const image = await scanPage(denuncia?.print ?? '', { dpi: 200, map: still });
    const found = identifyPage(preparedOf(image, 72), catalogue);
    if (found.kind !== 'aligned') throw new Error(found.kind);
    expect(worstErrorMm(found.toImage, still, 200)).toBeLessThan(0.1);
  });

  it('finds no form on blank and on foreign pages', async () => {
    expect(await identify('')).toEqual({ kind: 'none' });
    expect(await identify(drawForm(77).print)).toEqual({ kind: 'none' });
    expect(await identify(drawForm(78).print, { map: upsideDown })).toEqual({ kind: 'none' });
    const image = await scanPage(domanda?.print ?? '', { dpi: 100, map: still });
    expect(identifyPage({ ...preparedOf(image, 100), blank: true }, catalogue)).toEqual({ kind: 'none' });
  });

  it('finds no form when none is installed', async () => {
    const none = await catalogueDrawn({});
    const image = await scanPage(domanda?.print ?? '', { dpi: 100, map: still });
    expect(identifyPage(preparedOf(image, 100), none)).toEqual({ kind: 'none' });
  });

  it('survives images of a few pixels', () => {
    for (const side of [1, 7, 40]) {
      const image = { data: new Uint8Array(side * side), widthPx: side, heightPx: side };
      expect(identifyPage(preparedOf(image, 300), catalogue)).toEqual({ kind: 'none' });
    }
  });

  it('refuses to read a page that is too warped, and names the form', async () => {
    const image = wave(await scanPage(denuncia?.print ?? '', { dpi: 200, map: still }), 200, 2);
    const found = identifyPage(preparedOf(image, 200), catalogue);
    if (found.kind !== 'not-aligned') throw new Error(found.kind);
    expect(found).toMatchObject({ formKey: 'denuncia@1.0.0', edition: 'prima', layoutPage: 0 });
    expect(found.residualMm).toBeGreaterThan(0.8);
  });

  it('refuses to read a form of which only a corner is there', async () => {
    const found = await identify(`<clipPath id="c"><rect width="210" height="95"/></clipPath>
      <g clip-path="url(#c)">${denuncia?.print}</g>`);
    expect(['none', 'not-aligned']).toContain(found.kind);
  });
});

/** Bends an image's rows sideways in a wave of the given height in millimetres, as a slipping feeder does. */
function wave(
  { data, widthPx, heightPx }: { data: Uint8Array; widthPx: number; heightPx: number },
  dpi: number,
  heightMm: number,
): { data: Uint8Array; widthPx: number; heightPx: number } {
  const bent = new Uint8Array(data.length).fill(255);
  for (let y = 0; y < heightPx; y++) {
    const shift = Math.round((heightMm / 25.4) * dpi * Math.sin((y / heightPx) * Math.PI * 4));
    for (let x = Math.max(0, -shift); x < Math.min(widthPx, widthPx - shift); x++) {
      bent[y * widthPx + x + shift] = data[y * widthPx + x] ?? 255;
    }
  }
  return { data: bent, widthPx, heightPx };
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractFields } from '../../../ocr/extract/extract.ts';
import { checkFormPackage } from '../../../ocr/forms/check.ts';
import { loadFormPackage } from '../../../ocr/forms/load.ts';
import type { ExtractedFields } from '../../../ocr/model/field.ts';
import type { Affine } from '../../../ocr/model/geometry.ts';
import { createPagePool } from '../../../ocr/worker/pool.ts';
import { calibration } from '../../fixtures/extract/calibration.ts';
import { tables } from '../../fixtures/extract/tables.ts';
import { drawForm, scanPage } from '../../fixtures/identify/drawn-form.ts';

const title = { it: 'Richiesta', en: 'Request' };
const upper = drawForm(47);
/** Day, month and year: in millimetres from the left edge of the date. */
const parts = [
  { x: 0, width: 12 },
  { x: 15, width: 12 },
  { x: 30, width: 22 },
];
const yearFirst = [
  { x: 0, width: 22 },
  { x: 25, width: 12 },
  { x: 40, width: 12 },
];

interface PrintedDate {
  readonly field: string;
  readonly y: number;
  readonly order: 'dmy' | 'ymd';
  readonly parts: readonly { readonly x: number; readonly width: number }[];
  readonly print: 'boxes' | 'lines';
  /** What is typed into each part. */
  readonly written: readonly string[];
}

const left = 60;
const dates: readonly PrintedDate[] = [
  { field: 'nascita', y: 195, order: 'dmy', parts, print: 'boxes', written: ['11', '07', '1984'] },
  { field: 'rilascio', y: 210, order: 'dmy', parts, print: 'lines', written: ['30', '12', '2021'] },
  { field: 'scadenza', y: 225, order: 'ymd', parts: yearFirst, print: 'boxes', written: ['2031', '02', '18'] },
  { field: 'incontro', y: 240, order: 'dmy', parts, print: 'lines', written: ['7', '11', '2026'] },
  { field: 'firma', y: 255, order: 'dmy', parts, print: 'boxes', written: ['', '', ''] },
];
const heightMm = 8;

const manifest = {
  id: 'richiesta-date',
  version: '1.0.0',
  title,
  service: { id: 'anagrafe', title },
  retention: { years: 5, basis: title },
  layouts: ['prima'],
};
const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: Object.fromEntries(dates.map(({ field }) => [field, { type: 'string', format: 'date' }])),
};
const zones = dates.map(({ field, y, order, parts }) => ({
  id: field,
  field: `/${field}`,
  kind: 'date',
  order,
  parts,
  rectMm: { x: left, y, width: 52, height: heightMm },
}));
const layout = {
  edition: 'prima',
  title,
  pages: [{ widthMm: 210, heightMm: 297, reference: 'prima-1.png', zones, printed: [] }],
};

function printDate({ y, parts, print }: PrintedDate): string {
  const strokes = parts.map(({ x, width }) =>
    print === 'boxes'
      ? `M${left + x} ${y}h${width}v${heightMm}h${-width}z`
      : `M${left + x} ${y + heightMm - 1}h${width}`,
  );
  const slashes = parts.slice(1).map(({ x }) => text(left + x - 2.4, y + 6, '/'));
  return `<path d="${strokes.join('')}" fill="none" stroke="#000" stroke-width="0.25"/>${print === 'lines' ? slashes.join('') : ''}`;
}

function writeDate({ y, parts, written }: PrintedDate): string {
  return written.map((digits, index) => text(left + (parts[index]?.x ?? 0) + 1.5, y + 6, digits)).join('');
}

function text(x: number, y: number, words: string): string {
  return `<text x="${x}" y="${y}" font-size="5.2" font-family="sans-serif">${words}</text>`;
}

async function savePage(path: string, elements: string, map: Affine, noise: number): Promise<void> {
  const { data, widthPx, heightPx } = await scanPage(elements, { dpi: 200, map, noise });
  await sharp(data, { raw: { width: widthPx, height: heightPx, channels: 1 } })
    .withMetadata({ density: 200 })
    .png()
    .toFile(path);
}

describe('dates in three parts', () => {
  let folder: string;
  let fields: ExtractedFields;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dates-'));
    const form = join(folder, 'richiesta-date');
    await mkdir(join(form, 'layouts'), { recursive: true });
    const files = { 'form.json': manifest, 'schema.json': schema, 'layouts/prima.json': layout };
    await Promise.all(Object.entries(files).map(([name, part]) => writeFile(join(form, name), JSON.stringify(part))));
    const empty = `<clipPath id="upper"><rect width="210" height="180"/></clipPath><g clip-path="url(#upper)">${upper.print}</g>${dates.map(printDate).join('')}`;
    await savePage(join(form, 'layouts/prima-1.png'), empty, [1, 0, 0, 1, 0, 0], 0);
    expect(await checkFormPackage(form)).toEqual([]);
    const sheet = join(folder, 'sheet.png');
    await savePage(sheet, empty + dates.map(writeDate).join(''), [1, 0.004, -0.004, 1, 1, 1], 5);
    const pool = createPagePool({ workers: 1 });
    try {
      const settings = { language: 'ita', mode: 'auto' } as const;
      const response = await pool.run({
        kind: 'read',
        path: sheet,
        name: 'sheet.png',
        index: 0,
        forms: [form],
        settings,
      });
      if (response.kind !== 'read') throw new Error(JSON.stringify(response));
      fields = extractFields(await loadFormPackage(form), [response.reading], tables, calibration);
    } finally {
      await pool.close();
    }
  });

  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    ['boxes', '/nascita', '1984-07-11'],
    ['places parted by printed strokes', '/rilascio', '2021-12-30'],
    ['boxes with the year first', '/scadenza', '2031-02-18'],
    ['a day without its zero', '/incontro', '2026-11-07'],
    ['boxes left empty', '/firma', null],
  ])('are read as one date: %s', (_, pointer, value) => {
    expect(fields[pointer]?.value).toBe(value);
  });

  it('leave a digit that stands alone to a person', () => {
    expect(fields['/incontro']?.status).toBe('doubtful');
  });
});

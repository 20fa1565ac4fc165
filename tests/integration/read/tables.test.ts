import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractFields } from '../../../ocr/extract/extract.ts';
import { buildRecord } from '../../../ocr/extract/record.ts';
import { loadTables } from '../../../ocr/extract/tables/tables.ts';
import { checkFormPackage } from '../../../ocr/forms/check.ts';
import { loadFormPackage } from '../../../ocr/forms/load.ts';
import type { ExtractedFields } from '../../../ocr/model/field.ts';
import type { Affine } from '../../../ocr/model/geometry.ts';
import type { PageReading } from '../../../ocr/model/result.ts';
import { createPagePool } from '../../../ocr/worker/pool.ts';
import { calibration } from '../../fixtures/extract/calibration.ts';
import { drawForm, scanPage } from '../../fixtures/identify/drawn-form.ts';

const tablesFolder = join(import.meta.dirname, '../../../resources/tables');
const title = { it: 'Elenco dei soci', en: 'List of members' };
const upper = drawForm(31);
const rect = { x: 20, y: 190, width: 165, height: 54 };
const rows = 6;
const columns = [
  { field: 'cognome', x: 0, width: 60 },
  { field: 'nascita', x: 60, width: 45, charset: '0123456789/' },
  { field: 'incarico', x: 105, width: 60 },
];
/** What is typed into the table, row by row; the second row is left empty, and all below the fourth. */
const entries = [
  ['Bertolazzi', '12/03/1961', 'Presidente'],
  [],
  ['Quaglierini', '', 'Segretario'],
  ['Montefusco', '28/11/1974', 'Consigliere'],
];

const member = (kind: string) => ({ type: 'string', 'x-tabularium-kind': kind });
const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: {
    soci: {
      type: 'array',
      maxItems: rows,
      items: {
        type: 'object',
        properties: {
          cognome: member('surname'),
          nascita: { type: 'string', format: 'date' },
          incarico: member('text'),
        },
        required: ['cognome', 'nascita'],
      },
    },
  },
};
const manifest = {
  id: 'elenco-soci',
  version: '1.0.0',
  title,
  service: { id: 'associazioni', title },
  retention: { years: 5, basis: title },
  layouts: ['prima'],
};
const table = { id: 'soci', field: '/soci', kind: 'table', rows, rectMm: rect, columns };
const layout = {
  edition: 'prima',
  title,
  pages: [{ widthMm: 210, heightMm: 297, reference: 'prima-1.png', zones: [table], printed: [] }],
};

function drawTable(): string {
  const heads = columns.map(({ field, x }) => text(rect.x + x + 2, rect.y - 2, 3, field));
  const across = Array.from({ length: rows + 1 }, (_, row) => `M${rect.x} ${rect.y + row * 9}h${rect.width}`);
  const down = [...columns.map(({ x }) => x), rect.width].map((x) => `M${rect.x + x} ${rect.y}v${rect.height}`);
  return `${heads.join('')}<path d="${[...across, ...down].join('')}" stroke="#000" stroke-width="0.25"/>`;
}

function writeEntries(): string {
  return entries
    .flatMap((row, index) =>
      row.map((entry, at) => text(rect.x + (columns[at]?.x ?? 0) + 3, rect.y + index * 9 + 6.4, 4.6, entry)),
    )
    .join('');
}

function text(x: number, y: number, size: number, words: string): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-family="sans-serif">${words}</text>`;
}

const empty = `<clipPath id="upper"><rect width="210" height="180"/></clipPath><g clip-path="url(#upper)">${upper.print}</g>${drawTable()}`;

async function savePage(path: string, elements: string, map: Affine, noise: number): Promise<void> {
  const { data, widthPx, heightPx } = await scanPage(elements, { dpi: 200, map, noise });
  await sharp(data, { raw: { width: widthPx, height: heightPx, channels: 1 } })
    .withMetadata({ density: 200 })
    .png()
    .toFile(path);
}

async function writePackage(folder: string): Promise<void> {
  await mkdir(join(folder, 'layouts'), { recursive: true });
  const files = { 'form.json': manifest, 'schema.json': schema, 'layouts/prima.json': layout };
  await Promise.all(Object.entries(files).map(([name, part]) => writeFile(join(folder, name), JSON.stringify(part))));
  await savePage(join(folder, 'layouts/prima-1.png'), empty, [1, 0, 0, 1, 0, 0], 0);
}

async function readSheet(path: string, form: string): Promise<PageReading> {
  const pool = createPagePool({ workers: 1 });
  try {
    const settings = { language: 'ita', mode: 'auto' } as const;
    const response = await pool.run({ kind: 'read', path, name: 'sheet.png', index: 0, forms: [form], settings });
    if (response.kind !== 'read') throw new Error(JSON.stringify(response));
    return response.reading;
  } finally {
    await pool.close();
  }
}

describe('a sheet with a table', () => {
  let folder: string;
  let reading: PageReading;
  let fields: ExtractedFields;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tables-'));
    const form = join(folder, 'elenco-soci');
    await writePackage(form);
    expect(await checkFormPackage(form)).toEqual([]);
    const sheet = join(folder, 'sheet.png');
    await savePage(sheet, empty + writeEntries(), [1, 0.004, -0.004, 1, 1, 1], 5);
    reading = await readSheet(sheet, form);
    fields = extractFields(await loadFormPackage(form), [reading], await loadTables(tablesFolder), calibration);
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('is read cell by cell, and its empty rows are not', () => {
    expect(reading.registration?.form).toBe('elenco-soci@1.0.0');
    const texts = reading.zones.map((zone) => (zone.kind === 'text' ? [zone.zone, zone.reading.text] : []));
    expect(texts).toHaveLength(rows * columns.length);
    expect(texts.filter(([, words]) => words !== '')).toEqual(
      entries.flatMap((row, index) =>
        row.flatMap((entry, at) => (entry === '' ? [] : [[`soci/${index}/${columns[at]?.field}`, entry]])),
      ),
    );
  });

  it('becomes an array of objects without the empty rows', () => {
    const values = Object.fromEntries(Object.entries(fields).map(([pointer, { value }]) => [pointer, value]));
    expect(buildRecord(values)).toEqual({
      soci: [
        { cognome: 'Bertolazzi', nascita: '1961-03-12', incarico: 'Presidente' },
        { cognome: 'Quaglierini', incarico: 'Segretario' },
        { cognome: 'Montefusco', nascita: '1974-11-28', incarico: 'Consigliere' },
      ],
    });
  });

  it('asks for what is missing only in rows that have something', () => {
    const missing = Object.keys(fields).filter((pointer) => fields[pointer]?.status === 'missing');
    expect(missing).toEqual(['/soci/2/nascita']);
  });
});

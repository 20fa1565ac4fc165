import { rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { checkFormPackage } from '../../../ocr/forms/check.ts';
import { zonesOf } from '../../../ocr/forms/expand-tables.ts';
import { loadFormPackage } from '../../../ocr/forms/load.ts';
import { describedZoneSchema } from '../../../ocr/model/form.ts';
import { manualPackage, type PackageTexts, writePackage } from './small-package.ts';

const layoutFile = 'layouts/2026-01.json';
const soci = {
  type: 'array',
  maxItems: 4,
  items: {
    type: 'object',
    properties: {
      nome: { type: 'string' },
      quota: { type: 'number' },
      presente: { type: 'boolean' },
    },
  },
};
const table = {
  id: 'soci',
  field: '/soci',
  kind: 'table',
  rows: 2,
  rectMm: { x: 20, y: 120, width: 170, height: 16 },
  columns: [
    { field: 'nome', x: 0, width: 100 },
    { field: 'quota', x: 100, width: 70, charset: '0123456789,' },
  ],
};

/** The package of the manual with an array of members and these zones beside its own. */
async function withZones(...zones: readonly object[]): Promise<PackageTexts> {
  const texts = await manualPackage();
  return {
    ...texts,
    'schema.json': texts['schema.json'].replace('"firma": {', `"soci": ${JSON.stringify(soci)}, "firma": {`),
    [layoutFile]: texts[layoutFile].replace(
      '"zones": [',
      `"zones": [${zones.map((zone) => JSON.stringify(zone)).join()},`,
    ),
  };
}

async function withPackage<Answer>(texts: PackageTexts, use: (folder: string) => Promise<Answer>): Promise<Answer> {
  const folder = await writePackage(texts);
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('a table of a layout', () => {
  it('stands for the text zones of its cells, row by row', () => {
    const zones = zonesOf(describedZoneSchema.parse({ ...table, hand: 'block', policy: 'confirm' }));
    const common = { kind: 'text', hand: 'block', lines: 1, policy: 'confirm' };
    const left = { x: 20, width: 100, height: 8 };
    const right = { x: 120, width: 70, height: 8 };
    const charset = '0123456789,';
    expect(zones).toEqual([
      { ...common, id: 'soci/0/nome', field: '/soci/0/nome', rectMm: { ...left, y: 120 } },
      { ...common, id: 'soci/0/quota', field: '/soci/0/quota', rectMm: { ...right, y: 120 }, charset },
      { ...common, id: 'soci/1/nome', field: '/soci/1/nome', rectMm: { ...left, y: 128 } },
      { ...common, id: 'soci/1/quota', field: '/soci/1/quota', rectMm: { ...right, y: 128 }, charset },
    ]);
  });

  it('goes on where another one ended', () => {
    const fields = zonesOf(describedZoneSchema.parse({ ...table, firstRow: 2 })).map(({ field }) => field);
    expect(fields).toEqual(['/soci/2/nome', '/soci/2/quota', '/soci/3/nome', '/soci/3/quota']);
  });

  it('is gone once the form is loaded, and every other zone is as it was', async () => {
    const form = await withPackage(await withZones(table), loadFormPackage);
    const plain = await withPackage(await manualPackage(), loadFormPackage);
    const zones = form.layouts[0]?.pages[0]?.zones ?? [];
    expect(zones.slice(0, 4).map(({ id }) => id)).toEqual([
      'soci/0/nome',
      'soci/0/quota',
      'soci/1/nome',
      'soci/1/quota',
    ]);
    expect(zones.slice(4)).toEqual(plain.layouts[0]?.pages[0]?.zones);
  });
});

describe('checking a table', () => {
  const [name, share] = table.columns;

  it('finds nothing wrong with one that fits its array, in two parts', async () => {
    const second = { ...table, id: 'soci-segue', firstRow: 2, rectMm: { ...table.rectMm, y: 150 } };
    expect(await withPackage(await withZones(table, second), checkFormPackage)).toEqual([]);
  });

  it.each([
    ['a field that is no array', { field: '/cognome' }, 'kind'],
    ['more rows than the array holds', { rows: 5 }, 'rows'],
    ['rows beyond the last of the array', { firstRow: 3 }, 'rows'],
    ['a column that the rows have not', { columns: [name, { ...share, field: 'data' }] }, 'columns/1/field'],
    ['a column that is no text', { columns: [name, { ...share, field: 'presente' }] }, 'columns/1/field'],
    ['a column that leaves the table', { columns: [name, { ...share, width: 71 }] }, 'columns/1/width'],
    ['a pattern that is none', { columns: [{ ...name, pattern: '(' }] }, 'columns/0/pattern'],
    ['two columns of one field', { columns: [name, name] }, 'columns/1/field'],
  ])('points at %s', async (_, change, place) => {
    const findings = await withPackage(await withZones({ ...table, ...change }), checkFormPackage);
    expect(findings.map(({ path, severity }) => ({ path, severity }))).toEqual([
      { path: `${layoutFile}#/pages/0/zones/0/${place}`, severity: 'error' },
    ]);
  });

  it('points at a zone that has the id of a cell', async () => {
    const cell = { id: 'soci/1/nome', field: '/cognome', kind: 'text', rectMm: table.rectMm };
    const findings = await withPackage(await withZones(table, cell), checkFormPackage);
    expect(findings).toMatchObject([{ path: `${layoutFile}#/pages/0/zones/1/id`, severity: 'error' }]);
  });
});

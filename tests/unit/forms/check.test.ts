import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFormPackage } from '../../../ocr/forms/check.ts';
import { FormPackageError, loadFormPackage } from '../../../ocr/forms/load.ts';
import { formDrawings } from '../../../tools/forms/drawings/all.ts';
import { manualPackage, type PackageTexts, writePackage } from './small-package.ts';

const forms = join(import.meta.dirname, '../../../resources/forms');
const layoutFile = 'layouts/2026-01.json';

/** Each: what is wrong, in which file, what is replaced by what, and where the finding points. */
const faults: readonly [string, keyof PackageTexts, string, string, string][] = [
  ['an id with capitals', 'form.json', '"richiesta-chiavi"', '"Richiesta Chiavi"', 'form.json#/id'],
  ['a version of two numbers', 'form.json', '"1.0.0"', '"1.0"', 'form.json#/version'],
  ['a title in one language', 'form.json', '"it": "Patrimonio", ', '', 'form.json#/service/title/it'],
  ['a layout that is not there', 'form.json', '["2026-01"]', '["2026-01", "2027-01"]', 'layouts/2027-01.json'],
  ['broken JSON', 'schema.json', '"properties": {', '"properties": ', 'schema.json'],
  ['an older JSON Schema', 'schema.json', '2020-12/schema', '2019-09/schema', 'schema.json#/$schema'],
  [
    'a type that JSON Schema has not',
    'schema.json',
    '"type": "boolean"',
    '"type": "bool"',
    'schema.json#/properties/firma/type',
  ],
  ['a misspelt annotation', 'schema.json', 'x-tabularium-kind', 'x-tabularium-sort', 'schema.json'],
  [
    'a kind that nobody knows',
    'schema.json',
    '"x-tabularium-kind": "surname"',
    '"x-tabularium-kind": "name"',
    'schema.json',
  ],
  [
    'an order that names no field',
    'schema.json',
    '"/cognome", "/codice',
    '"/nome", "/codice',
    'schema.json#/x-tabularium-order/0',
  ],
  [
    'a check that names no field',
    'schema.json',
    '"surname": "/cognome"',
    '"surname": "/nome"',
    'schema.json#/x-tabularium-checks/0/surname',
  ],
  [
    'an order of dates that names no field',
    'schema.json',
    '"surname": "/cognome" }',
    '"surname": "/cognome" }, { "kind": "dates-in-order", "dates": ["/data", "/nascita"] }',
    'schema.json#/x-tabularium-checks/1/dates/1',
  ],
  ['an edition unlike the file', layoutFile, '"edition": "2026-01"', '"edition": "2026-02"', `${layoutFile}#/edition`],
  [
    'a field that the schema lacks',
    layoutFile,
    '"field": "/cognome"',
    '"field": "/nome"',
    `${layoutFile}#/pages/0/zones/0/field`,
  ],
  [
    'a zone kind that is unknown',
    layoutFile,
    '"kind": "text"',
    '"kind": "line"',
    `${layoutFile}#/pages/0/zones/0/kind`,
  ],
  [
    'a zone outside the page',
    layoutFile,
    '"x": 110, "y": 85',
    '"x": 150, "y": 85',
    `${layoutFile}#/pages/0/zones/5/rectMm`,
  ],
  ['two zones of one id', layoutFile, '"id": "cf"', '"id": "cognome"', `${layoutFile}#/pages/0/zones/1/id`],
  ['a comb with too few cells', layoutFile, '"cells": 16', '"cells": 11', `${layoutFile}#/pages/0/zones/1/cells`],
  ['a comb with too many cells', layoutFile, '"cells": 16', '"cells": 17', `${layoutFile}#/pages/0/zones/1/cells`],
  [
    'a box for a code that is none',
    layoutFile,
    '"value": "palestra"',
    '"value": "cantina"',
    `${layoutFile}#/pages/0/zones/3/value`,
  ],
  [
    'a yes box on a field that is no boolean',
    layoutFile,
    '"value": "palestra"',
    '"value": true',
    `${layoutFile}#/pages/0/zones/3/value`,
  ],
  [
    'a date zone on a text field',
    layoutFile,
    '"field": "/data"',
    '"field": "/cognome"',
    `${layoutFile}#/pages/0/zones/4/kind`,
  ],
  [
    'a signature that is no boolean',
    layoutFile,
    '"field": "/firma"',
    '"field": "/cognome"',
    `${layoutFile}#/pages/0/zones/5/kind`,
  ],
  [
    'a pattern that is none',
    layoutFile,
    '"kind": "text"',
    '"kind": "text", "pattern": "("',
    `${layoutFile}#/pages/0/zones/0/pattern`,
  ],
  ['an image that is not there', layoutFile, '2026-01-1.png', '2026-01-9.png', `${layoutFile}#/pages/0/reference`],
  [
    'a required field without a zone',
    layoutFile,
    '"field": "/cognome"',
    '"field": "/codiceFiscale"',
    `${layoutFile}#/pages`,
  ],
];

async function findingsOf(texts: Partial<PackageTexts>, image?: { widthPx: number; heightPx: number }) {
  const folder = await writePackage(texts, image);
  try {
    return await checkFormPackage(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('checking a form package', () => {
  it.each(formDrawings.map(({ id }) => id))('finds nothing wrong with our own %s', async (id) => {
    expect(await checkFormPackage(join(forms, id))).toEqual([]);
  });

  it('finds nothing wrong with the example of the manual', async () => {
    expect(await findingsOf(await manualPackage())).toEqual([]);
  });

  it.each(faults)('points at %s', async (_, file, sound, unsound, path) => {
    const texts = await manualPackage();
    expect(texts[file]).toContain(sound);
    const findings = await findingsOf({ ...texts, [file]: texts[file].replace(sound, unsound) });
    expect(findings.map((finding) => finding.path)).toContain(path);
    for (const { message } of findings) {
      expect(message.it.length).toBeGreaterThan(10);
      expect(message.en).not.toBe(message.it);
    }
  });

  it('says what a version must be in both languages', async () => {
    const texts = await manualPackage();
    const [finding] = await findingsOf({ ...texts, 'form.json': texts['form.json'].replace('"1.0.0"', '"nuova"') });
    const message = { it: 'servono tre numeri, come 1.0.0', en: 'must be three numbers such as 1.0.0' };
    expect(finding).toMatchObject({ path: 'form.json#/version', message });
  });

  it('points at an image that is not cropped to the sheet', async () => {
    const findings = await findingsOf(await manualPackage(), { widthPx: 1654, heightPx: 2400 });
    expect(findings).toMatchObject([{ path: `${layoutFile}#/pages/0/reference`, severity: 'error' }]);
  });

  it('only warns of a coarse image', async () => {
    const findings = await findingsOf(await manualPackage(), { widthPx: 827, heightPx: 1170 });
    expect(findings).toMatchObject([{ path: `${layoutFile}#/pages/0/reference`, severity: 'warning' }]);
  });

  it('leaves alone what others annotate', async () => {
    const texts = await manualPackage();
    const schema = texts['schema.json'].replace('"type": "boolean"', '"type": "boolean", "x-anpr-code": 7');
    expect(await findingsOf({ ...texts, 'schema.json': schema })).toEqual([]);
  });
});

describe('a form package without a layout', () => {
  it('may be used, with a word on what it lacks', async () => {
    const texts = await manualPackage();
    const form = texts['form.json'].replace('["2026-01"]', '[]');
    expect(await findingsOf({ ...texts, 'form.json': form })).toMatchObject([
      { severity: 'warning', path: 'form.json#/layouts' },
    ]);
  });
});

describe('loading a form package', () => {
  it('gives manifest, schema and layouts with their defaults filled in', async () => {
    const folder = await writePackage(await manualPackage());
    const form = await loadFormPackage(folder);
    await rm(folder, { recursive: true });
    expect(form).toMatchObject({ manifest: { id: 'richiesta-chiavi' }, layouts: [{ maxResidualMm: 0.8 }], folder });
    expect(form.layouts[0]?.pages[0]?.zones[0]).toMatchObject({ kind: 'text', hand: 'any', lines: 1 });
  });

  it('names the file and the place when it cannot', async () => {
    const texts = await manualPackage();
    const folder = await writePackage({ ...texts, 'form.json': texts['form.json'].replace('1.0.0', 'one') });
    await expect(loadFormPackage(folder)).rejects.toThrow(/form\.json: \/version/);
    await expect(loadFormPackage(join(folder, 'nowhere'))).rejects.toThrow(FormPackageError);
    await rm(folder, { recursive: true });
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageReading } from '../../../ocr/model/result.ts';
import { createPagePool, type PagePool } from '../../../ocr/worker/pool.ts';
import { makePile } from '../../../tools/samples/pile.ts';
import type { PlannedDocument } from '../../../tools/samples/plan.ts';
import type { TruthDocument } from '../../../tools/samples/truth.ts';
import { openWorkshop } from '../../../tools/samples/workshop.ts';

const resources = join(import.meta.dirname, '../../../resources');
const plans = (['typed', 'handwritten'] as const).map(
  (hand): PlannedDocument => ({ kind: 'form', formId: 'accesso-atti', hand, damage: 'light', upsideDown: false }),
);
const combs = ['/richiedente/codiceFiscale', '/richiedente/dataNascita', '/richiedente/residenza/cap', '/data'];

let folder: string;
let pool: PagePool;
let documents: readonly TruthDocument[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-loose-combs-'));
  const options = { seed: 'loose combs', format: 'png', face: undefined, dpi: 200 } as const;
  documents = (await makePile(await openWorkshop(resources), plans, folder, options)).documents;
  pool = createPagePool({ workers: 1 });
});

afterAll(async () => {
  await pool.close();
  await rm(folder, { recursive: true });
});

describe('a page of a form that nobody drew', () => {
  it('gives what stands in its combs as one word each, paired with its label', async () => {
    const { words, pairs, text } = await read(documents[0]);
    const wanted = written(documents[0]);
    expect(wanted.length).toBe(combs.length);
    expect(wanted.filter((value) => !words.some((word) => word.text === value))).toEqual([]);
    expect(wanted.filter((value) => !text.includes(value))).toEqual([]);
    const [codiceFiscale] = wanted;
    const pair = pairs.find(({ value }) => value.text === codiceFiscale);
    expect(pair?.label.text).toMatch(/codice fiscale/i);
  });

  it('gives most of what a hand wrote in its combs', async () => {
    const { words } = await read(documents[1]);
    const wanted = written(documents[1]);
    const found = wanted.filter((value) => words.some((word) => word.text === value));
    expect(found.length).toBeGreaterThanOrEqual(wanted.length - 1);
  });
});

function written(document: TruthDocument | undefined): string[] {
  return combs.map((pointer) => document?.fields[pointer]?.text ?? '').filter((text) => text !== '');
}

/** Reads the first page as a station does that has none of the forms. */
async function read(document: TruthDocument | undefined): Promise<PageReading> {
  const name = document?.pages[0]?.file ?? '';
  const settings = { language: 'ita', mode: 'auto' } as const;
  const response = await pool.run({ kind: 'read', path: join(folder, name), name, index: 0, forms: [], settings });
  if (response.kind !== 'read') throw new Error(JSON.stringify(response));
  return response.reading;
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCalibration } from '../../../ocr/extract/calibrate/load.ts';
import { extractFields } from '../../../ocr/extract/extract.ts';
import { sameValue } from '../../../ocr/extract/same-value.ts';
import { loadTables } from '../../../ocr/extract/tables/tables.ts';
import { loadFormPackage } from '../../../ocr/forms/load.ts';
import type { ExtractedField } from '../../../ocr/model/field.ts';
import { createPagePool, type PagePool } from '../../../ocr/worker/pool.ts';
import { makePile } from '../../../tools/samples/pile.ts';
import type { PlannedDocument } from '../../../tools/samples/plan.ts';
import type { TruthDocument } from '../../../tools/samples/truth.ts';
import { openWorkshop, type Workshop } from '../../../tools/samples/workshop.ts';
import type { Manners } from '../../../tools/samples/write/page.ts';

const resources = join(import.meta.dirname, '../../../resources');
const formFolder = join(resources, 'forms', 'accesso-atti');
const typed: PlannedDocument = {
  kind: 'form',
  formId: 'accesso-atti',
  hand: 'typed',
  damage: 'light',
  upsideDown: false,
};

let folder: string;
let workshop: Workshop;
let pool: PagePool;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-beside-'));
  workshop = await openWorkshop(resources);
  pool = createPagePool({ workers: 1 });
});

afterAll(async () => {
  await pool.close();
  await rm(folder, { recursive: true });
});

interface ReadField extends ExtractedField {
  readonly isRight: boolean;
  readonly isByPen: boolean;
}

/** The fields of three typed pages that are filled in so, each held against its truth. */
async function readFields(seed: string, manners: Manners): Promise<ReadField[]> {
  const { documents } = await makePile(workshop, [typed, typed, typed], join(folder, seed), {
    seed,
    format: 'png',
    dpi: 200,
    manners,
  });
  const fields: ReadField[] = [];
  for (const document of documents) fields.push(...(await readDocument(document, join(folder, seed))));
  return fields;
}

async function readDocument({ pages, fields: truth }: TruthDocument, pile: string): Promise<ReadField[]> {
  const form = await loadFormPackage(formFolder);
  const name = pages[0]?.file ?? '';
  const settings = { language: 'ita', mode: 'auto' } as const;
  const response = await pool.run({
    kind: 'read',
    path: join(pile, name),
    name,
    index: 0,
    forms: [formFolder],
    settings,
  });
  if (response.kind !== 'read') throw new Error(`${name} was not read`);
  const calibration = await loadCalibration(join(resources, 'calibration', 'fields.json'));
  const fields = extractFields(form, [response.reading], await loadTables(join(resources, 'tables')), calibration);
  return Object.entries(fields).map(([pointer, field]) => ({
    ...field,
    isRight: sameValue(field.value, truth[pointer]?.value ?? null),
    isByPen: truth[pointer]?.byHand === true,
  }));
}

const acceptedWrong = (fields: readonly ReadField[]) =>
  fields.filter(({ status, isRight }) => status === 'accepted' && !isRight);

describe('a page that a machine wrote 4 mm beside its place', () => {
  it('is read where it was written, and asked about where letters lie on print', async () => {
    const fields = await readFields('misplaced', { misplacedMm: 5 });
    expect(fields.filter(({ isRight }) => isRight).length / fields.length).toBeGreaterThan(0.85);
    expect(fields.some(({ reason }) => reason === 'overrun')).toBe(true);
    expect(acceptedWrong(fields)).toEqual([]);
  });
});

describe('lines that leave their fields', () => {
  it('are read as far as they go, and no part of one is taken for all of it', async () => {
    const fields = await readFields('overrun', { overrun: 1 });
    expect(fields.filter(({ isRight }) => isRight).length / fields.length).toBeGreaterThan(0.9);
    expect(fields.some(({ reason }) => reason === 'overrun')).toBe(true);
    expect(acceptedWrong(fields)).toEqual([]);
  });
});

describe('a typed page on which a pen filled in some fields', () => {
  it('has these go to a person, and the others not', async () => {
    const fields = await readFields('mixed', { mixed: 0.25 });
    const [byPen, typed] = [fields.filter(({ isByPen }) => isByPen), fields.filter(({ isByPen }) => !isByPen)];
    expect(byPen.some(({ reason }) => reason === 'handwritten')).toBe(true);
    expect(typed.filter(({ status }) => status === 'accepted').length / typed.length).toBeGreaterThan(0.85);
    expect(acceptedWrong(fields)).toEqual([]);
  });
});

describe('notes of an office that reach into fields', () => {
  it('are never taken for what stands in them', async () => {
    const fields = await readFields('notes', { notes: 1 });
    expect(fields.some(({ reason }) => reason === 'foreign-writing')).toBe(true);
    expect(acceptedWrong(fields)).toEqual([]);
  });
});

describe('fields that were put right, and fields that say there is nothing to say', () => {
  it('are asked about, or told as empty, and nothing that was struck out is taken for what was meant', async () => {
    const fields = await readFields('corrections', { corrections: 0.4, nothing: 1 });
    expect(fields.some(({ reason }) => reason === 'struck-out')).toBe(true);
    expect(fields.some(({ reason }) => reason === 'nothing-said')).toBe(true);
    expect(acceptedWrong(fields)).toEqual([]);
  });
});

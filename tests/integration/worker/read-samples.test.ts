import { mkdtemp, readdir, rm } from 'node:fs/promises';
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
const forms = ['accesso-atti', 'dichiarazione-residenza'].map((id) => join(resources, 'forms', id));
const plans: PlannedDocument[] = [
  { kind: 'form', formId: 'accesso-atti', hand: 'typed', damage: 'light', upsideDown: true },
  { kind: 'form', formId: 'dichiarazione-residenza', hand: 'handwritten', damage: 'light', upsideDown: false },
  { kind: 'blank', damage: 'light' },
  { kind: 'foreign', damage: 'light' },
];

let folder: string;
let layoutCache: string;
let pool: PagePool;
let documents: readonly TruthDocument[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-samples-'));
  layoutCache = join(folder, 'layouts');
  const options = { seed: 'reading', format: 'png', face: undefined, dpi: 200 } as const;
  documents = (await makePile(await openWorkshop(resources), plans, folder, options)).documents;
  pool = createPagePool({ workers: 1 });
});

afterAll(async () => {
  await pool.close();
  await rm(folder, { recursive: true });
});

describe('a page that goes through the pool', () => {
  it('is read by its zones where it is a form, upside down or not', async () => {
    const [typed] = documents;
    const reading = await read(typed);
    expect(reading.registration?.form).toBe('accesso-atti@1.0.0');
    expect(reading.preparation.rotationDeg).toBe(180);
    const texts = writtenTexts(reading);
    const wanted = Object.values(typed?.fields ?? {})
      .map((field) => field.text.split('\n').join(' '))
      .filter((text) => text !== '');
    const found = wanted.filter((text) => texts.some((zone) => zone.text.split('\n').join(' ') === text));
    expect(found.length / wanted.length).toBeGreaterThanOrEqual(0.8);
    // What the engines dispute counts as by hand, being in doubt.
    expect(texts.filter((zone) => zone.handwritten).length / texts.length).toBeLessThan(0.25);
  });

  it('says of handwriting that it is by hand', async () => {
    const reading = await read(documents[1]);
    const texts = writtenTexts(reading);
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.every((zone) => zone.handwritten)).toBe(true);
  });

  it('places everything it read on the captured page', async () => {
    const reading = await read(documents[0]);
    const { widthPx, heightPx } = reading.captured;
    const boxes = [
      ...reading.words.map((word) => word.box),
      ...reading.zones.map((zone) => ('reading' in zone ? zone.reading.box : zone.box)),
    ];
    expect(boxes.length).toBeGreaterThan(10);
    const outside = boxes.filter(
      ([x0, y0, x1, y1]) => x0 < 0 || y0 < 0 || x1 > widthPx || y1 > heightPx || x0 >= x1 || y0 >= y1,
    );
    expect(outside).toEqual([]);
  });

  it('is read whole where the settings ask for it', async () => {
    const reading = await read(documents[0], 'page');
    expect(reading.zones.length).toBeGreaterThan(5);
    expect(reading.text).toMatch(/accesso/i);
  });

  it('is empty when it is blank', async () => {
    expect(await read(documents[2])).toMatchObject({
      text: '',
      words: [],
      zones: [],
      registration: null,
      preparation: { blank: true },
    });
  });

  it('is read whole when no form knows it', async () => {
    const reading = await read(documents[3]);
    expect(reading.registration).toBeNull();
    expect(reading.words.length).toBeGreaterThan(30);
  });

  it('leaves what was measured on the empty forms to the workers after its own', async () => {
    await read(documents[2]);
    expect((await readdir(layoutCache)).length).toBeGreaterThanOrEqual(forms.length);
  });

  it('fails by name when its file is no picture', async () => {
    const path = join(folder, 'truth.json');
    const response = await pool.run({ kind: 'inspect', path, name: 'truth.json' });
    expect(response).toMatchObject({ kind: 'failed', failure: { code: 'unsupported-format' } });
  });
});

async function read(document: TruthDocument | undefined, mode: 'auto' | 'page' = 'auto'): Promise<PageReading> {
  const name = document?.pages[0]?.file ?? '';
  const settings = { language: 'ita', mode } as const;
  const path = join(folder, name);
  const response = await pool.run({ kind: 'read', path, name, index: 0, forms, layoutCache, settings });
  if (response.kind !== 'read') throw new Error(JSON.stringify(response));
  return response.reading;
}

function writtenTexts(reading: PageReading): { text: string; handwritten: boolean }[] {
  return reading.zones.flatMap((zone) =>
    zone.kind === 'text' && zone.reading.text !== ''
      ? [{ text: zone.reading.text, handwritten: zone.handwritten }]
      : [],
  );
}

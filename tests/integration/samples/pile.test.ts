import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boxOfRect, mapBox } from '../../../ocr/model/geometry.ts';
import { makePile } from '../../../tools/samples/pile.ts';
import type { PlannedDocument } from '../../../tools/samples/plan.ts';
import { readTruth, type TruthPage } from '../../../tools/samples/truth.ts';
import { openWorkshop, type Workshop } from '../../../tools/samples/workshop.ts';

const form = (formId: string, hand: 'typed' | 'typewriter' | 'handwritten', upsideDown = false): PlannedDocument => ({
  kind: 'form',
  formId,
  hand,
  damage: 'light',
  upsideDown,
});
const plans: PlannedDocument[] = [
  form('dichiarazione-residenza', 'typed'),
  { kind: 'blank', damage: 'heavy' },
  form('accesso-atti', 'handwritten', true),
  { kind: 'foreign', damage: 'light' },
];

let workshop: Workshop;
let folder: string;

beforeAll(async () => {
  workshop = await openWorkshop(join(import.meta.dirname, '../../../resources'));
  folder = await mkdtemp(join(tmpdir(), 'samples-'));
  await makePile(workshop, plans, join(folder, 'a'), { seed: 'pile', format: 'jpg', dpi: 200 });
});
afterAll(() => rm(folder, { recursive: true }));

describe('a pile of samples', () => {
  it('lies in the folder in the order of its pages, with the truth beside it', async () => {
    const files = (await readdir(join(folder, 'a'))).toSorted();
    expect(files).toEqual([
      '0001-dichiarazione-residenza.jpg',
      '0002-dichiarazione-residenza.jpg',
      '0003-blank.jpg',
      '0004-accesso-atti.jpg',
      '0005-foreign.jpg',
      'truth.json',
    ]);
    const { documents } = await readTruth(join(folder, 'a'));
    expect(documents.flatMap(({ pages }) => pages.map(({ file }) => file))).toEqual(files.slice(0, 5));
    expect(documents.map((document) => document.form)).toEqual([
      'dichiarazione-residenza@1.0.0',
      null,
      'accesso-atti@1.0.0',
      null,
    ]);
  });

  it('is the same to the byte when made again', async () => {
    await makePile(workshop, plans, join(folder, 'b'), { seed: 'pile', format: 'jpg', dpi: 200 });
    for (const file of await readdir(join(folder, 'a'))) {
      const [first, second] = await Promise.all(['a', 'b'].map((name) => readFile(join(folder, name, file))));
      expect(first?.equals(second ?? Buffer.of()), file).toBe(true);
    }
  });

  it('holds pictures of the stated size and resolution, in grey', async () => {
    const { documents } = await readTruth(join(folder, 'a'));
    for (const page of documents.flatMap(({ pages }) => pages)) {
      const { width, height, density, channels } = await sharp(join(folder, 'a', page.file)).metadata();
      expect({ width, height, density, channels }).toEqual({
        width: page.widthPx,
        height: page.heightPx,
        density: page.damage.dpi,
        channels: 1,
      });
    }
  });

  it('has ink where the truth says that something is marked or written, and none where it says empty', async () => {
    const { documents } = await readTruth(join(folder, 'a'));
    for (const document of documents) {
      const fillable = document.form === null ? undefined : workshop.forms.get(document.form.replace(/@.*/, ''));
      for (const page of document.pages) {
        const zones = fillable?.drawn.layout.pages[page.layoutPage ?? -1]?.zones ?? [];
        for (const zone of zones.filter(({ kind }) => kind === 'text' || kind === 'mark')) {
          const value = document.fields[zone.field]?.value ?? null;
          const filled = zone.kind === 'mark' ? [value].flat().includes(zone.value) : value !== null;
          const darkest = await darkestIn(page, zone.rectMm);
          expect(darkest < 140, `${document.id} ${zone.id}`).toBe(filled);
        }
      }
    }
  });

  it('leaves the blank page without print', async () => {
    const { documents } = await readTruth(join(folder, 'a'));
    const [page] = documents[1]?.pages ?? [];
    expect(page).toMatchObject({ kind: 'blank', layoutPage: null });
    const { channels } = await sharp(join(folder, 'a', page?.file ?? '')).stats();
    expect(channels[0]?.mean).toBeGreaterThan(180);
  });

  it('can be written as PNG and TIFF too', async () => {
    for (const format of ['png', 'tiff'] as const) {
      const truth = await makePile(workshop, [{ kind: 'blank', damage: 'none' }], join(folder, format), {
        seed: 'x',
        format,
        dpi: 200,
      });
      const file = join(folder, format, truth.documents[0]?.pages[0]?.file ?? '');
      expect(await sharp(file).metadata()).toMatchObject({ format, width: 1654, height: 2339 });
    }
  });
});

/** Darkest tenth of a percent of the grey well inside a zone, off the lines around and between. */
async function darkestIn(
  page: TruthPage,
  rectMm: { x: number; y: number; width: number; height: number },
): Promise<number> {
  const inset = Math.min(1, rectMm.height * 0.22);
  const inner = {
    x: rectMm.x + inset,
    y: rectMm.y + inset,
    width: rectMm.width - 2 * inset,
    height: Math.min(rectMm.height, 8) - 2 * inset,
  };
  const [x0, y0, x1, y1] = mapBox(page.toCaptured, boxOfRect(inner)).map(Math.round);
  const region = { left: x0 ?? 0, top: y0 ?? 0, width: (x1 ?? 0) - (x0 ?? 0), height: (y1 ?? 0) - (y0 ?? 0) };
  const { data } = await sharp(join(folder, 'a', page.file))
    .extract(region)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data.toSorted()[Math.floor(data.length * 0.001)] ?? 255;
}

import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../../../ocr/model/page.ts';
import { wearPaper, wornQuality } from '../../../tools/samples/degrade/wear/apply.ts';
import { inColour } from '../../../tools/samples/degrade/wear/coloured.ts';
import { dirtyDrum } from '../../../tools/samples/degrade/wear/drum.ts';
import { sendByFax } from '../../../tools/samples/degrade/wear/fax.ts';
import { fold } from '../../../tools/samples/degrade/wear/fold.ts';
import { wearSchema } from '../../../tools/samples/degrade/wear/kinds.ts';
import { photograph, photographMap } from '../../../tools/samples/degrade/wear/phone.ts';
import { createRandom } from '../../../tools/samples/random.ts';

const random = () => createRandom('wear');
const ink = '<path d="M10 10H20" fill="rgb(20,20,20)"/>';
const sheet = {
  size: { widthMm: 210, heightMm: 297 },
  places: [{ x: 50, y: 100, width: 60, height: 8 }],
  back: '<path d="M30 30H60"/>',
};
const blank = (level = 250): GreyImage => ({
  data: new Uint8Array(300 * 400).fill(level),
  widthPx: 300,
  heightPx: 400,
});
const isDark = (level: number | undefined) => (level ?? 255) < 200;

describe('worn paper', () => {
  it('is what it was where nothing is asked for', () => {
    expect(wearPaper(ink, sheet, new Set(), random())).toBe(ink);
    expect(wornQuality(80, new Set(), random())).toBe(80);
  });

  it.each(['show-through', 'highlighter', 'coloured-paper', 'coffee'] as const)('has %s under its ink', (kind) => {
    const worn = wearPaper(ink, sheet, new Set([kind]), random());
    expect(worn.endsWith(ink)).toBe(true);
    expect(worn.length).toBeGreaterThan(ink.length);
  });

  it.each(['pencil', 'note', 'corner'] as const)('has %s over its ink', (kind) => {
    const worn = wearPaper(ink, sheet, new Set([kind]), random());
    expect(worn.startsWith(ink)).toBe(true);
    expect(worn.length).toBeGreaterThan(ink.length);
  });

  it.each(wearSchema.options)('is worn alike by the same seed: %s', (kind) => {
    const wear = new Set([kind]);
    expect(wearPaper(ink, sheet, wear, random())).toBe(wearPaper(ink, sheet, wear, random()));
  });

  it('is written on in colour where it was in grey, as darkly', () => {
    expect(inColour(random(), ink)).not.toContain('rgb(20,20,20)');
    expect(inColour(random(), '<path fill="rgb(10,20,30)"/>')).toContain('rgb(10,20,30)');
  });
});

describe('a picture', () => {
  it('has lines of a drum from its first row to its last', () => {
    const image = blank();
    dirtyDrum(image, createRandom('whole'), 4);
    const rows = Array.from({ length: 400 }, (_, y) => image.data.subarray(y * 300, (y + 1) * 300).some(isDark));
    expect(rows.filter(Boolean).length).toBeGreaterThan(200);
  });

  it('is black and white after a fax', () => {
    const image = blank();
    image.data.set(new Uint8Array(3000).fill(40), 9000);
    sendByFax(image, random());
    expect(new Set(image.data)).toEqual(new Set([0, 255]));
  });

  it('is creased across where it was folded', () => {
    const image = blank(200);
    fold(image, random(), 8);
    const changed = image.data.filter((level) => level !== 200).length;
    expect(changed).toBeGreaterThan(300);
    expect(image.data.subarray(0, 300 * 40).every((level) => level === 200)).toBe(true);
  });

  it('shows the desk around a photographed sheet, whose middle lies where the map says', () => {
    const image = blank();
    const photo = photograph(image, random());
    const [a, , , d, e] = photographMap(random(), image);
    expect(a).toBeLessThan(1);
    expect(photo.data[0]).toBeLessThan(130);
    expect(a * 150 + 200 * (photographMap(random(), image)[2] ?? 0) + e).toBeCloseTo(150, 6);
    expect(d).toBeCloseTo(a, 9);
  });
});

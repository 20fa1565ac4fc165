import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyAffine } from '../../../ocr/model/geometry.ts';
import type { GreyImage } from '../../../ocr/model/page.ts';
import { shadeBackground } from '../../../tools/samples/degrade/background.ts';
import { drawDamage } from '../../../tools/samples/degrade/damage.ts';
import { darkenEdge } from '../../../tools/samples/degrade/dark-edge.ts';
import { fadeToner } from '../../../tools/samples/degrade/faint-toner.ts';
import { captureMap } from '../../../tools/samples/degrade/geometry.ts';
import { addNoise } from '../../../tools/samples/degrade/noise.ts';
import { addSaltAndPepper } from '../../../tools/samples/degrade/salt-and-pepper.ts';
import { createRandom } from '../../../tools/samples/random.ts';
import { damageLevelSchema, damageSchema } from '../../../tools/samples/truth.ts';

const a4 = { widthMm: 210, heightMm: 297 };
const random = () => createRandom('degrade');
const sheet = (grey: number): GreyImage => ({
  data: new Uint8Array(200 * 300).fill(grey),
  widthPx: 200,
  heightPx: 300,
});
const mean = ({ data }: GreyImage) => data.reduce((sum, grey) => sum + grey, 0) / data.length;

describe('drawn damage', () => {
  it.each(damageLevelSchema.options)('is well formed and stays within its limits: %s', (level) => {
    const most = { none: 0, light: 0.6, medium: 1.6, heavy: 3 }[level];
    for (let index = 0; index < 50; index += 1) {
      const damage = damageSchema.parse(drawDamage(createRandom(`${level} ${index}`), { level }));
      expect(Math.abs(damage.skewDeg)).toBeLessThanOrEqual(most);
    }
  });
});

describe('where the sheet lies on the capture', () => {
  const base = drawDamage(random(), { level: 'none' });

  it('turns lines so that they descend to the right by the skew', () => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (skewDeg) => {
        const map = captureMap({ ...base, skewDeg }, a4, 2480, 3508);
        const [left, right] = [applyAffine(map, { x: 20, y: 100 }), applyAffine(map, { x: 190, y: 100 })];
        const descentDeg = (Math.atan2(right.y - left.y, right.x - left.x) * 180) / Math.PI;
        expect(descentDeg).toBeCloseTo(skewDeg, 1);
      }),
    );
  });

  it('puts the top left corner at the bottom right when fed upside down', () => {
    const corner = applyAffine(captureMap({ ...base, upsideDown: true }, a4, 2480, 3508), { x: 0, y: 0 });
    expect(corner).toEqual({ x: expect.closeTo(2480, 6), y: expect.closeTo(3508, 6) });
  });

  it('keeps the middle in the middle but for the offset', () => {
    const map = captureMap({ ...base, skewDeg: 2, scale: 0.98, offsetMm: [2.1, 0] }, a4, 2100, 2970);
    expect(applyAffine(map, { x: 105, y: 148.5 })).toEqual({ x: expect.closeTo(1071, 6), y: expect.closeTo(1485, 6) });
  });
});

describe('each effect', () => {
  it('noise spreads by its deviation and keeps the mean', () => {
    const image = sheet(128);
    addNoise(image, random(), 8);
    const spread = Math.sqrt(image.data.reduce((sum, grey) => sum + (grey - 128) ** 2, 0) / image.data.length);
    expect(mean(image)).toBeCloseTo(128, 0);
    expect(spread).toBeGreaterThan(7);
    expect(spread).toBeLessThan(9);
  });

  it('dust turns about its share of the pixels', () => {
    const image = sheet(255);
    addSaltAndPepper(image, random(), 0.01);
    const share = image.data.filter((grey) => grey < 200).length / image.data.length;
    expect(share).toBeGreaterThan(0.003);
    expect(share).toBeLessThan(0.02);
  });

  it('faint toner lightens ink and leaves paper alone', () => {
    const [ink, paper] = [sheet(20), sheet(255)];
    fadeToner(ink, random(), 0.4);
    fadeToner(paper, random(), 0.4);
    expect(mean(ink)).toBeGreaterThan(90);
    expect(mean(paper)).toBe(255);
  });

  it('an uneven background keeps between its two greys', () => {
    const image = sheet(255);
    shadeBackground(image, random(), 240, 40);
    expect(Math.min(...image.data)).toBeGreaterThanOrEqual(199);
    expect(Math.max(...image.data)).toBeLessThanOrEqual(240);
    expect(new Set(image.data).size).toBeGreaterThan(5);
  });

  it.each(['left', 'right', 'top', 'bottom'] as const)('a dark edge lies on the %s only', (edge) => {
    const image = sheet(255);
    darkenEdge(image, random(), edge);
    const at = (x: number, y: number) => image.data[y * 200 + x];
    const greys = { left: at(0, 150), right: at(199, 150), top: at(100, 0), bottom: at(100, 299) };
    const dark = Object.entries(greys).filter(([, grey]) => (grey ?? 0) < 128);
    expect(dark.map(([name]) => name)).toEqual([edge]);
  });
});

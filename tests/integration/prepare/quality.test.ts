import { describe, expect, it } from 'vitest';
import type { CapturedPage } from '../../../ocr/model/page.ts';
import type { CaptureDemands, CaptureOrder, QualityFinding } from '../../../ocr/model/quality.ts';
import { assessPicture } from '../../../ocr/prepare/quality/assess.ts';
import { confirmStreaks } from '../../../ocr/prepare/quality/streaks.ts';
import { damages, withStreak } from '../../fixtures/prepare/damaged-picture.ts';
import { drawTextPage } from '../../fixtures/prepare/text-page.ts';

const dpi = 200;
const demands: CaptureDemands = {
  ...{ leastDpi: null, grey: false, lossless: false },
  ...{ mostSkewDeg: 3, mostClippedShare: null },
};
const a4: CaptureOrder = { resolutionDpi: dpi, paperMm: [210, 297] };

async function goodPage(): Promise<CapturedPage> {
  return { image: await drawTextPage({ dpi, paper: '#f4f2ec' }), dpi };
}

interface Wish {
  readonly demands?: Partial<CaptureDemands>;
  readonly order?: CaptureOrder | null;
  readonly lossless?: boolean;
}

function findingsOf(
  page: CapturedPage,
  { order = a4, lossless = true, ...wish }: Wish = {},
): readonly QualityFinding[] {
  return assessPicture(page, { demands: { ...demands, ...wish.demands }, order, lossless }).findings;
}

function codesOf(page: CapturedPage, wish?: Wish): string[] {
  return findingsOf(page, wish).map(({ code }) => code);
}

describe('the first look at a page', () => {
  it('says nothing of a good one', async () => {
    expect(codesOf(await goodPage())).toEqual([]);
  });

  it.each(damages)('finds what was done to it: $name', async ({ code, apply }) => {
    expect(codesOf(apply(await goodPage()))).toContain(code);
  });

  it('says where a corner is folded', async () => {
    const fold = damages.find(({ code }) => code === 'folded-corner');
    const { image } = await goodPage();
    const [finding] = findingsOf(fold?.apply({ image, dpi }) ?? { image, dpi });
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = finding?.boxPx ?? [];
    expect(finding?.value).toBeCloseTo(25, -1);
    expect(Math.max(Math.abs(x1 - image.widthPx), Math.abs(y1 - image.heightPx))).toBeLessThan(5);
    expect(Math.min(x1 - x0, y1 - y0)).toBeGreaterThan(100);
  });

  it('takes an empty page for empty, not for faint', async () => {
    const image = await drawTextPage({ dpi, lines: [] });
    expect(codesOf({ image, dpi })).toEqual(['nearly-blank']);
  });

  it('holds the resolution to what is demanded, by the pixels on the paper', async () => {
    const page = await goodPage();
    expect(findingsOf(page, { demands: { leastDpi: 300 } })).toEqual([
      { code: 'resolution-too-low', value: 200, limit: 300, unit: 'ppi', boxPx: null },
    ]);
    expect(codesOf({ ...page, dpi: 300 }, { demands: { leastDpi: 300 } })).toEqual([
      ...['resolution-too-low', 'resolution-misstated'],
    ]);
  });

  it('believes a sheet of half the size at the resolution that was asked for', async () => {
    const page = await goodPage();
    const asA5 = { image: page.image, dpi: Math.round(dpi * Math.SQRT2) };
    expect(codesOf(asA5, { order: { resolutionDpi: asA5.dpi, paperMm: [210, 297] } })).toEqual([]);
  });

  it('holds grey and losslessness to what is demanded', async () => {
    const { image } = await goodPage();
    const bilevel = { dpi, image: { ...image, data: image.data.map((level) => (level < 128 ? 0 : 255)) } };
    expect(codesOf(bilevel, { demands: { grey: true, lossless: true }, lossless: false })).toEqual([
      ...['black-and-white', 'lossy-format'],
    ]);
    expect(codesOf(bilevel, { lossless: false })).toEqual([]);
  });

  it('tells tones at the end of the scale only where they have to be kept', async () => {
    const image = await drawTextPage({ dpi, paper: '#ffffff' });
    expect(codesOf({ image, dpi }, { demands: { mostClippedShare: 0.05 } })).toEqual(['clipped-highlights']);
    expect(codesOf({ image, dpi })).toEqual([]);
  });

  it('finds dirt that three pages have in the same place', async () => {
    const page = await goodPage();
    const pages = [0, 1, 2].map(() => ({
      quality: assessPicture(withStreak(page, 0.37, 12), { demands, order: a4, lossless: true }),
    }));
    const [newest] = confirmStreaks(pages);
    expect(newest?.quality.findings).toMatchObject([{ code: 'streaks', value: 1 }]);
    const x0 = newest?.quality.findings[0]?.boxPx?.[0] ?? 0;
    expect(Math.abs(x0 - 0.37 * page.image.widthPx)).toBeLessThan(4);
  });
});

import { describe, expect, it } from 'vitest';
import { applyAffine, identityAffine, type Point, type RectMm } from '../../../../ocr/model/geometry.ts';
import type { GreyImage, PreparedPage } from '../../../../ocr/model/page.ts';
import { applyWarp, flatWarp, tabulateShifts, type Warp } from '../../../../ocr/model/warp.ts';
import { seenThrough, viewZone } from '../../../../ocr/read/ink/zone-view.ts';

const pxPerMm = 8;
const large: RectMm = { x: 20, y: 40, width: 100, height: 30 };
const dots: readonly Point[] = [20, 70, 120].flatMap((x) => [40, 70].map((y) => ({ x, y })));
const size = { widthMm: 140, heightMm: 110 };
/** Sags by two millimetres between its ends. */
const bent: Warp = {
  affine: [pxPerMm, 0, 0, pxPerMm, 0, 0],
  grid: tabulateShifts(size, 10, ({ x }) => ({ x: 0, y: 2 * pxPerMm * Math.sin((Math.PI * x) / 140) })),
};

function pageWithDots(warp: Warp): PreparedPage {
  const [widthPx, heightPx] = [size.widthMm * pxPerMm, size.heightMm * pxPerMm];
  const image: GreyImage = { data: new Uint8Array(widthPx * heightPx).fill(255), widthPx, heightPx };
  for (const dot of dots) {
    const { x, y } = applyWarp(warp, dot);
    for (let row = -3; row < 3; row += 1) {
      const start = (Math.round(y) + row) * widthPx + Math.round(x);
      image.data.fill(0, start - 3, start + 3);
    }
  }
  const untouched = { toCaptured: identityAffine, rotationDeg: 0, skewDeg: 0, blank: false, steps: [] } as const;
  return { ...untouched, image, dpi: pxPerMm * 25.4 };
}

const darknessAt = ({ data, widthPx }: GreyImage, { x, y }: Point) =>
  255 - (data[Math.round(y) * widthPx + Math.round(x)] ?? 255);

describe('the view of a zone', () => {
  const page = pageWithDots(bent);
  const reference = { image: page.image, dpi: page.dpi };

  it('lays a large zone of a bent page flat', () => {
    const view = viewZone(page, bent, reference, large);
    for (const dot of dots) {
      expect(darknessAt(view.page.image, applyAffine(view.toImage, dot))).toBeGreaterThan(200);
      expect(seenThrough(bent, large)(dot)).toEqual(applyWarp(bent, dot));
    }
  });

  it('leaves the page as it is where a zone is small or the page is flat', () => {
    expect(viewZone(page, bent, reference, { x: 20, y: 40, width: 4, height: 4 }).page).toBe(page);
    expect(viewZone(page, flatWarp(bent.affine), reference, large).page).toBe(page);
  });
});

import type { RectMm } from '../../model/geometry.ts';
import { cutRegion, type FormView, imageBox, regionAround } from '../ink/form-view.ts';
import { greyOf, isSideOfFrame } from '../ink/stamps.ts';
import { grow, toRegion } from './boxes.ts';
import { separateInk, strokesOf } from './separate-ink.ts';
import { isTail } from './tail.ts';

/** Around a box that a stamp's letters reach, a side of its frame lies within this. */
const aroundMm = 10;
/** Marks are darker than a stamp by more than its ink varies. */
const contrast = 30;
/** What is as dark as this is no stamp's, but a pen's line. */
const darkestStamp = 110;
/** A tail begins on the frame of its box or inside. */
const frameMm = 0.6;

/**
 * The level that only ink darker than a stamp near the box falls below, 0 to 255; null where there is no stamp. One is known by
 * a side of its frame: long, straight, askew, and paler than writing. A tick's tail may be all that too, but ends in the box.
 */
export function levelUnderStamp(view: FormView, rectMm: RectMm): number | null {
  const expected = imageBox(view, rectMm);
  const region = regionAround(view.page.image, expected, Math.round(aroundMm * view.pxPerMm));
  if (region === null) return null;
  const grey = cutRegion(view.page.image, region);
  const framed = grow(toRegion(expected, region), Math.round(frameMm * view.pxPerMm));
  const { written, joined } = separateInk(view, region);
  const greys = strokesOf(written, joined, region)
    .filter((stroke) => !isTail(stroke, framed, region.widthPx))
    .flat()
    .filter((piece) => isSideOfFrame(piece, region.widthPx, view.pxPerMm))
    .map((side) => greyOf(side, grey))
    .filter((level) => level >= darkestStamp);
  return greys.length === 0 ? null : Math.min(...greys) - contrast;
}

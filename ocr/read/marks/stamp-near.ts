import type { RectMm } from '../../model/geometry.ts';
import { cutRegion, type FormView, imageBox, regionAround } from '../ink/form-view.ts';
import { greyOf, isSideOfFrame } from '../ink/stamps.ts';
import { separateInk } from './separate-ink.ts';

/** Around a box that a stamp's letters reach, a side of its frame lies within this. */
const aroundMm = 10;
/** Marks are darker than a stamp by more than its ink varies. */
const contrast = 30;
/** What is as dark as this is no stamp's, but a pen's line. */
const darkestStamp = 110;

/**
 * The level that only ink darker than a stamp near the box falls below, 0 to 255; null where there is no stamp. One is known by
 * a side of its frame: long, straight, askew, and paler than writing.
 */
export function levelUnderStamp(view: FormView, rectMm: RectMm): number | null {
  const region = regionAround(view.page.image, imageBox(view, rectMm), Math.round(aroundMm * view.pxPerMm));
  if (region === null) return null;
  const grey = cutRegion(view.page.image, region);
  const greys = separateInk(view, region)
    .written.filter((piece) => isSideOfFrame(piece, region.widthPx, view.pxPerMm))
    .map((side) => greyOf(side, grey))
    .filter((level) => level >= darkestStamp);
  return greys.length === 0 ? null : Math.min(...greys) - contrast;
}

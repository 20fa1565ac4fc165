import type { Box } from '../../model/geometry.ts';
import type { CapturedPage, GreyImage } from '../../model/page.ts';
import { estimateBackground } from '../background.ts';
import { medianLevelOf } from '../blank.ts';
import type { Kernel, Plane } from '../kernel/kernel.ts';
import { isBilevel } from '../levels.ts';

/** Longer side of the small picture that most is measured on: about 100 dpi of an A4 page. */
const SMALL_SIDE_PX = 1100;
/** Longer side of an A4 page in inches, for pages of which no resolution is known. */
const A4_HEIGHT_IN = 11.69;
const MM_PER_IN = 25.4;

/** A page as the first look sees it: whole, and small enough to be gone over many times. */
export interface PageView {
  readonly image: GreyImage;
  /** Black and white without greys between. */
  readonly bilevel: boolean;
  /** Counts of the 256 grey levels over the whole page. */
  readonly histogram: Uint32Array;
  readonly medianLevel: number;
  readonly small: Plane;
  /** The small picture with its background divided out. */
  readonly smallWhite: Plane;
  /** Pixels of the page to one of the small picture. */
  readonly factor: number;
  /** Pixels of the page to a millimetre of paper. */
  readonly pxPerMm: number;
}

/** Prepares the view of a page; its planes live as long as the kernel's scope. `dpi` null stands for an A4 page. */
export function viewPage(kernel: Kernel, { image }: CapturedPage, dpi: number | null): PageView {
  const longerPx = Math.max(image.widthPx, image.heightPx);
  const factor = Math.max(1, Math.round(longerPx / SMALL_SIDE_PX));
  const full = kernel.load(image);
  const histogram = kernel.histogram(full);
  const small = factor === 1 ? full : kernel.boxDown(full, factor);
  const bilevel = isBilevel(histogram);
  return {
    ...{ image, bilevel, histogram, small, factor },
    medianLevel: medianLevelOf(histogram),
    smallWhite: bilevel ? small : whiten(kernel, small),
    pxPerMm: (dpi ?? longerPx / A4_HEIGHT_IN) / MM_PER_IN,
  };
}

function whiten(kernel: Kernel, small: Plane): Plane {
  const background = estimateBackground(kernel, small);
  return kernel.divideByBackground(small, background, kernel.make(small.widthPx, small.heightPx));
}

/** A box of the small picture in pixels of the page. */
export function toPage([x0, y0, x1, y1]: Box, { factor, image }: PageView): Box {
  const { widthPx, heightPx } = image;
  return [x0 * factor, y0 * factor, Math.min(widthPx, x1 * factor), Math.min(heightPx, y1 * factor)];
}

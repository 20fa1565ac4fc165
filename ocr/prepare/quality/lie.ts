import type { QualityFinding } from '../../model/quality.ts';
import type { Kernel, Plane } from '../kernel/kernel.ts';
import { findSkew } from '../skew.ts';

/** The halves of a page tell the same angle to within this, or its lines tell none. */
const AGREEMENT_DEG = 0.5;
const LID_THRESHOLD = 160;
const LID_THICKNESS_PX = 12;

/**
 * Finds a page that lies askew. Lines of text may run across or up; both halves of the page have to tell the same.
 *
 * @param smallWhite the page with its background divided out, about 1000 pixels on its longer side
 */
export function judgeSkew(kernel: Kernel, smallWhite: Plane, mostSkewDeg: number): QualityFinding[] {
  const skewDeg = kernel.scope(() => {
    const page = kernel.turn(kernel.turn(smallWhite, 2), 2);
    kernel.whitenMasses(page, LID_THRESHOLD, LID_THICKNESS_PX);
    const turned = kernel.turn(page, 1);
    const [level, upright] = [findSkew(kernel, page), findSkew(kernel, turned)];
    const lines = level.sharpness >= upright.sharpness ? page : turned;
    const found = lines === page ? level : upright;
    if (Math.abs(found.skewDeg) <= mostSkewDeg) return 0;
    const halves = [halfOf(kernel, lines, 0), halfOf(kernel, lines, 1)].map((half) => findSkew(kernel, half).skewDeg);
    return halves.every((halfDeg) => Math.abs(halfDeg - found.skewDeg) <= AGREEMENT_DEG) ? found.skewDeg : 0;
  });
  if (Math.abs(skewDeg) <= mostSkewDeg) return [];
  return [{ code: 'skewed', value: Math.abs(skewDeg), limit: mostSkewDeg, unit: 'deg', boxPx: null }];
}

/** The upper (0) or the lower (1) half. */
function halfOf(kernel: Kernel, page: Plane, half: 0 | 1): Plane {
  const heightPx = Math.floor(page.heightPx / 2);
  const target = kernel.make(page.widthPx, heightPx);
  return kernel.warp(page, target, [1, 0, 0, 1, 0, half * heightPx], 255, 'nearest');
}

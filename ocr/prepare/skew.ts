import type { Kernel, Plane } from './kernel/kernel.ts';

/** What a search for level lines found: the angle at which they descend to the right, and how sharp they are there. */
export interface SkewFinding {
  readonly skewDeg: number;
  readonly sharpness: number;
}

const MAX_SKEW_DEG = 18;
const STRIP_PX = 8;
/** Steps of the search, each around the best angle of the one before. */
const STEPS_DEG = [0.3, 0.1, 0.03] as const;
/** Share of the page's sides that is left out: scanner lids and torn edges lie there, at angles of their own. */
const MARGIN_SHARE = 0.03;

/**
 * Finds the angle of the text lines by shearing the page until its rows fall most sharply into ink and gaps (Postl's
 * method of projection profiles, 1986). `page` is a small picture of an upright page, about 1000 pixels high.
 */
export function findSkew(kernel: Kernel, page: Plane): SkewFinding {
  return kernel.scope(() => {
    const maxSlope = Math.tan(degreesToRadians(MAX_SKEW_DEG + 1));
    const sums = kernel.stripSums(withoutMargins(kernel, page), STRIP_PX, maxSlope);
    const score = (angleDeg: number): number => sums.score(-Math.tan(degreesToRadians(angleDeg)));
    let best = { angleDeg: 0, score: score(0) };
    let reach = MAX_SKEW_DEG;
    for (const step of STEPS_DEG) {
      const centre = best.angleDeg;
      for (let index = -Math.round(reach / step); index <= Math.round(reach / step); index++) {
        const angleDeg = centre + index * step;
        if (Math.abs(angleDeg) > MAX_SKEW_DEG) continue;
        const found = score(angleDeg);
        if (found > best.score) best = { angleDeg, score: found };
      }
      reach = step * 1.5;
    }
    const last = STEPS_DEG[2];
    return {
      skewDeg: best.angleDeg + last * peakOffset(score(best.angleDeg - last), best.score, score(best.angleDeg + last)),
      sharpness: best.score,
    };
  });
}

/** Offset of a parabola's peak from the middle of three equally spaced samples, in steps. */
function peakOffset(before: number, at: number, after: number): number {
  const curvature = before - 2 * at + after;
  return curvature < 0 ? Math.max(-0.5, Math.min(0.5, (0.5 * (before - after)) / curvature)) : 0;
}

function withoutMargins(kernel: Kernel, page: Plane): Plane {
  const left = Math.round(page.widthPx * MARGIN_SHARE);
  const top = Math.round(page.heightPx * MARGIN_SHARE);
  const target = kernel.make(page.widthPx - 2 * left, page.heightPx - 2 * top);
  return kernel.warp(page, target, [1, 0, 0, 1, left, top], 255, 'bilinear');
}

function degreesToRadians(angleDeg: number): number {
  return (angleDeg * Math.PI) / 180;
}

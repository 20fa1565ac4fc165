import type { Kernel, Plane } from './kernel/kernel.ts';

/** What a search for level lines found: the angle at which they descend to the right, and how sharp they are there. */
export interface SkewFinding {
  readonly skewDeg: number;
  readonly sharpness: number;
}

const MAX_SKEW_DEG = 18;
const STRIP_PX = 8;
/** Pictures of more rows than this are searched at half their size first: lines of text are still several rows apart there. */
const LEAST_HALVED_PX = 700;
/** Steps of the search, each around the best angle of the one before. */
const FIRST_STEP_DEG = 0.3;
const FINER_STEPS_DEG = [0.1, 0.03] as const;
/** Share of the page's sides that is left out: scanner lids and torn edges lie there, at angles of their own. */
const MARGIN_SHARE = 0.03;

/**
 * Finds the angle of the text lines by shearing the page until its rows fall most sharply into ink and gaps (Postl's
 * method of projection profiles, 1986). `page` is a small picture of an upright page, about 1000 pixels high.
 */
export function findSkew(kernel: Kernel, page: Plane): SkewFinding {
  return kernel.scope(() => {
    const inner = withoutMargins(kernel, page);
    const score = scorer(kernel, inner);
    const roughly = inner.heightPx > LEAST_HALVED_PX ? scorer(kernel, kernel.boxDown(inner, 2)) : score;
    let skewDeg = sharpest(roughly, 0, MAX_SKEW_DEG, FIRST_STEP_DEG);
    let reach = FIRST_STEP_DEG * 1.5;
    for (const step of FINER_STEPS_DEG) {
      skewDeg = sharpest(score, skewDeg, reach, step);
      reach = step * 1.5;
    }
    const last = FINER_STEPS_DEG[1];
    const sharpness = score(skewDeg);
    return { skewDeg: skewDeg + last * peakOffset(score(skewDeg - last), sharpness, score(skewDeg + last)), sharpness };
  });
}

/** Tells how sharp a picture is when its lines descend to the right at an angle. */
type Scorer = (angleDeg: number) => number;

function scorer(kernel: Kernel, page: Plane): Scorer {
  const sums = kernel.stripSums(page, STRIP_PX, Math.tan(degreesToRadians(MAX_SKEW_DEG + 1)));
  return (angleDeg) => sums.score(-Math.tan(degreesToRadians(angleDeg)));
}

/** The sharpest of the angles around `centreDeg`; this one where none is sharper. */
function sharpest(score: Scorer, centreDeg: number, reachDeg: number, stepDeg: number): number {
  let best = { angleDeg: centreDeg, score: score(centreDeg) };
  const most = Math.round(reachDeg / stepDeg);
  for (let index = -most; index <= most; index++) {
    const angleDeg = centreDeg + index * stepDeg;
    if (index === 0 || Math.abs(angleDeg) > MAX_SKEW_DEG) continue;
    const found = score(angleDeg);
    if (found > best.score) best = { angleDeg, score: found };
  }
  return best.angleDeg;
}

/** Offset of a parabola's peak from the middle of three equally spaced samples, in steps. */
function peakOffset(before: number, at: number, after: number): number {
  const curvature = before - 2 * at + after;
  return curvature < 0 ? Math.max(-0.5, Math.min(0.5, (0.5 * (before - after)) / curvature)) : 0;
}

function withoutMargins(kernel: Kernel, page: Plane): Plane {
  const left = Math.round(page.widthPx * MARGIN_SHARE);
  const top = Math.round(page.heightPx * MARGIN_SHARE);
  return kernel.crop(page, { left, top, widthPx: page.widthPx - 2 * left, heightPx: page.heightPx - 2 * top });
}

function degreesToRadians(angleDeg: number): number {
  return (angleDeg * Math.PI) / 180;
}

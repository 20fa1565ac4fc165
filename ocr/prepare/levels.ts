/** Share of a page's pixels that may be black on a nearly empty page; ink is looked for among these. */
const INK_SHARE = 0.003;
const LIGHTEST_INK = 140;
const LEAST_RANGE = 40;
const DARKEST_PAPER = 160;
/** Paper is whitened from this far below its most frequent level. */
const PAPER_MARGIN = 14;
const WHITEST = 242;
/** A picture of two levels has no more than this share of others. */
const OTHER_SHARE = 0.001;

export interface Levels {
  readonly blackLevel: number;
  readonly whiteLevel: number;
}

/** Chooses the levels that become black and white on a page whose background is divided out. */
export function chooseLevels(histogram: Uint32Array): Levels {
  const total = sum(histogram);
  let below = 0;
  let black = 0;
  while (black < LIGHTEST_INK) {
    below += histogram[black] ?? 0;
    if (below > total * INK_SHARE) break;
    black += 1;
  }
  let paper = 255;
  for (let level = DARKEST_PAPER; level < 256; level++) {
    if ((histogram[level] ?? 0) > (histogram[paper] ?? 0)) paper = level;
  }
  return { blackLevel: black, whiteLevel: Math.max(black + LEAST_RANGE, Math.min(WHITEST, paper - PAPER_MARGIN)) };
}

/** Whether a picture is black and white without greys between. */
export function isBilevel(histogram: Uint32Array): boolean {
  const outer = (histogram[0] ?? 0) + (histogram[255] ?? 0);
  return outer >= sum(histogram) * (1 - OTHER_SHARE);
}

function sum(histogram: Uint32Array): number {
  return histogram.reduce((total, count) => total + count, 0);
}

import { fitAffine, type PointPair } from '../../../../ocr/identify/fit.ts';
import { type Affine, applyAffine, type Point } from '../../../../ocr/model/geometry.ts';

const nearMm = 1.3;
const rounds = 4;

/**
 * Finds how measured places lie among boxes that were found on an empty page: a page made out of other scans lies a few
 * millimetres elsewhere and is a little larger or smaller. Returns the map from measured to found millimetres, or null when
 * fewer than half of the places have a box.
 */
export function placeBoxes(measured: readonly Point[], found: readonly Point[]): Affine | null {
  let best: { map: Affine; pairs: PointPair[] } | null = null;
  for (const start of starts()) {
    const placed = refine(start, measured, found);
    if (best === null || placed.pairs.length > best.pairs.length) best = placed;
  }
  return best !== null && best.pairs.length >= measured.length / 2 ? best.map : null;
}

function starts(): Affine[] {
  const shifts = Array.from({ length: 21 }, (_, index) => (index - 10) * 1.2);
  return [0.95, 1, 1.05].flatMap((scale) =>
    shifts.flatMap((dx) => shifts.map((dy): Affine => [scale, 0, 0, scale, dx, dy])),
  );
}

function refine(start: Affine, measured: readonly Point[], found: readonly Point[]) {
  let map = start;
  let pairs = pairUp(map, measured, found);
  for (let round = 0; round < rounds && pairs.length >= measured.length / 3; round += 1) {
    map = fitAffine(pairs, ({ weight }) => weight) ?? map;
    pairs = pairUp(map, measured, found);
  }
  return { map, pairs };
}

function pairUp(map: Affine, measured: readonly Point[], found: readonly Point[]): PointPair[] {
  return measured.flatMap((from) => {
    const at = applyAffine(map, from);
    const near = found.find((to) => Math.hypot(to.x - at.x, to.y - at.y) < nearMm);
    return near === undefined ? [] : [{ from, to: near, weight: 1 }];
  });
}

import type { Box } from '../../../ocr/model/geometry.ts';
import type { FunsdEntity } from './funsd.ts';

/** Pixels that two boxes share. */
export function sharedArea(one: Box, other: Box): number {
  const width = Math.min(one[2], other[2]) - Math.max(one[0], other[0]);
  const height = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
  return width > 0 && height > 0 ? width * height : 0;
}

export function areaOf([x0, y0, x1, y1]: Box): number {
  return (x1 - x0) * (y1 - y0);
}

/** The entity with the word that covers most of a box, if it covers at least the given share. */
export function entityAt(box: Box, entities: readonly FunsdEntity[], leastShare: number): FunsdEntity | null {
  let best: FunsdEntity | null = null;
  let most = leastShare * areaOf(box);
  for (const entity of entities) {
    const area = Math.max(...entity.words.map((word) => sharedArea(box, word.box)), 0);
    if (area <= most) continue;
    most = area;
    best = entity;
  }
  return best;
}

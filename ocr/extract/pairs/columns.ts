import type { Box } from '../../model/geometry.ts';

/** Texts whose left edges are nearer than this many heights of a word begin at the same place. */
const alignedHeights = 0.5;

export interface Placed {
  readonly box: Box;
  readonly features: readonly number[];
}

/** For each text the means of what the others in its column look like, wherever on the page; zeros where none is. */
export function columnMeans(texts: readonly Placed[], wordHeight: number): number[][] {
  return texts.map((text) => {
    const others = texts.filter(
      (other) => other !== text && Math.abs(other.box[0] - text.box[0]) < alignedHeights * wordHeight,
    );
    return text.features.map((_, at) => mean(others.map(({ features }) => features[at] ?? 0)));
  });
}

/**
 * How far each text stands off the left edge of what is written on a page, off its right edge, and with its middle off the middle,
 * in heights of a word.
 */
export function marginFeatures(boxes: readonly Box[], wordHeight: number): number[][] {
  const left = Math.min(...boxes.map((box) => box[0]));
  const right = Math.max(...boxes.map((box) => box[2]));
  return boxes.map(([x0, , x1]) => [
    (x0 - left) / wordHeight,
    (right - x1) / wordHeight,
    Math.abs(x0 + x1 - left - right) / 2 / wordHeight,
  ]);
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}

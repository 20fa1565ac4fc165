import type { Component } from '../ink/components.ts';

/** How large one letter is written, in millimetres. */
export interface LetterSize {
  readonly heightMm: number;
  /** How thick its strokes are, measured along rows. */
  readonly strokeMm: number;
}

/** Measures a piece of ink whose pixels stand row by row in a mask. */
export function sizeOf({ box, pixels }: Component, pxPerMm: number): LetterSize {
  return { heightMm: (box[3] - box[1]) / pxPerMm, strokeMm: medianRun(pixels) / pxPerMm };
}

/** Longer stretches count as this long: no stroke is as thick. */
const longestRun = 255;

/** The median length of stretches of pixels that follow each other in a row. Counted, not sorted: a page has thousands of letters. */
function medianRun(pixels: Int32Array): number {
  const counts = new Uint32Array(longestRun + 1);
  let length = 0;
  let runs = 0;
  for (let index = 0; index < pixels.length; index += 1) {
    length += 1;
    if (pixels[index + 1] === (pixels[index] ?? 0) + 1) continue;
    const kept = Math.min(length, longestRun);
    counts[kept] = (counts[kept] ?? 0) + 1;
    runs += 1;
    length = 0;
  }
  return middleOf(counts, runs);
}

/** The upper median of numbers that were counted; 0 of none. */
function middleOf(counts: Uint32Array, total: number): number {
  let upTo = 0;
  for (let value = 0; value < counts.length; value += 1) {
    upTo += counts[value] ?? 0;
    if (upTo > total / 2) return value;
  }
  return 0;
}

interface Sized {
  readonly sizes: readonly LetterSize[];
}

/** Of writing in millimetres, 0 where there are no letters: that of its highest letter, which capitals and ascenders share. */
export function highestOf({ sizes }: Sized): number {
  return Math.max(0, ...sizes.map(({ heightMm }) => heightMm));
}

export function usualHeightOf({ sizes }: Sized): number {
  return median(sizes.map(({ heightMm }) => heightMm));
}

export function usualStrokeOf({ sizes }: Sized): number {
  return median(sizes.map(({ strokeMm }) => strokeMm));
}

/** The upper median; 0 of none. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

import type { Component } from '../ink/components.ts';
import type { ZoneInk } from '../ink/zone-ink.ts';
import { type LetterSize, sizeOf } from './letter-size.ts';
import { commonFoot, countOnFoot, feetAlongLine } from './level-feet.ts';
import type { LetterPlaces } from './pitch.ts';

/** How regular writing is. Machines set letters on one line and draw stems straight; hands do neither. */
export interface InkRegularity {
  /** Mean share of a letter's height along which its left edge runs straight up, 0 to 1. */
  readonly straightness: number;
  /** Share of letters that stand on their line's common foot, 0 to 1. */
  readonly levelness: number;
  /** Letters measured; 0 leaves the shares without meaning. */
  readonly letters: number;
  /** Where the letters stand along their lines. */
  readonly places: readonly LetterPlaces[];
  readonly sizes: readonly LetterSize[];
  /** How far the lowest letter reaches below its line's common foot, in millimetres. */
  readonly deepestMm: number;
}

export const noRegularity: InkRegularity = {
  straightness: 0,
  levelness: 0,
  letters: 0,
  places: [],
  sizes: [],
  deepestMm: 0,
};

/** Pieces lower than this share of the tallest are dots, accents and marks. */
const leastHeightShare = 0.45;
const footSlackShare = 0.04;

/**
 * Measures the letters of one line of writing: all the components of a zone, or those of one of its lines. Faint ends are ragged,
 * whoever wrote them: dark ink alone is measured.
 */
export function measureRegularity(
  { region, pxPerMm }: Pick<ZoneInk, 'region' | 'pxPerMm'>,
  pieces: readonly Component[],
): InkRegularity {
  const components = pieces.map((piece) => piece.body ?? piece);
  const tallest = Math.max(0, ...components.map(heightOf));
  const letters = components.filter((component) => heightOf(component) >= leastHeightShare * tallest);
  if (letters.length === 0) return noRegularity;
  const straightness = letters.map((letter) => straightShare(letter, region.widthPx));
  const slack = Math.max(1, footSlackShare * tallest);
  const feet = feetAlongLine(letters, slack);
  return {
    straightness: straightness.reduce((sum, share) => sum + share, 0) / letters.length,
    levelness: countOnFoot(feet, slack) / letters.length,
    letters: letters.length,
    places: [letters.map(({ box }) => (box[0] + box[2]) / 2 / pxPerMm)],
    sizes: letters.map((letter) => sizeOf(letter, pxPerMm)),
    deepestMm: ((feet.at(-1) ?? 0) - commonFoot(feet)) / pxPerMm,
  };
}

/** The mean over several zones, each counted by its letters. */
export function mergeRegularity(parts: readonly InkRegularity[]): InkRegularity {
  const letters = parts.reduce((sum, part) => sum + part.letters, 0);
  if (letters === 0) return noRegularity;
  const mean = (value: (part: InkRegularity) => number) =>
    parts.reduce((sum, part) => sum + value(part) * part.letters, 0) / letters;
  return {
    straightness: mean((part) => part.straightness),
    levelness: mean((part) => part.levelness),
    letters,
    places: parts.flatMap((part) => part.places),
    sizes: parts.flatMap((part) => part.sizes),
    deepestMm: Math.max(...parts.map((part) => part.deepestMm)),
  };
}

/** How even the letters are: 0, as hands may write, to 2. */
export function evennessOf({ straightness, levelness }: InkRegularity): number {
  return straightness + levelness;
}

/** The longest stretch of rows over which the left edge moves by no more than a pixel, as a share of the height. */
function straightShare({ box, pixels }: Component, widthPx: number): number {
  const [, top, , bottom] = box;
  const left = new Int32Array(bottom - top).fill(widthPx);
  for (const at of pixels) {
    const x = at % widthPx;
    const row = (at - x) / widthPx - top;
    left[row] = Math.min(left[row] ?? widthPx, x);
  }
  let longest = 0;
  for (let first = 0; first < left.length - longest; first += 1) {
    let [least, most] = [widthPx, 0];
    let last = first;
    for (; last < left.length; last += 1) {
      least = Math.min(least, left[last] ?? 0);
      most = Math.max(most, left[last] ?? 0);
      if (most - least > 1) break;
    }
    longest = Math.max(longest, last - first);
  }
  return longest / left.length;
}

function heightOf({ box }: Component): number {
  return box[3] - box[1];
}

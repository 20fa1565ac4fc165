import type { Component } from '../ink/components.ts';

/** A sheet that sat askew in a machine has its lines at a slant to the form's, as on three of 80 real filings. As tangents. */
const steepest = 0.03;
const step = 0.0025;
const slants = Array.from({ length: 2 * Math.round(steepest / step) + 1 }, (_, index) => index * step - steepest);
/** To fewer letters some slant fits by chance. */
const fewestLetters = 8;
/**
 * A line lies at a slant where so many more of its letters, as a share of all, stand on one foot along it. Letters of hands stand better
 * along some slant too, but by less: of 159 pages by hand none looks a machine's that did not before.
 */
const leastGain = 0.3;

/** How far down the feet of a line's letters reach, sorted, in pixels: along the slant that its letters stand at, if they do. */
export function feetAlongLine(letters: readonly Component[], slackPx: number): number[] {
  const level = feetAlong(letters, 0);
  if (letters.length < fewestLetters) return level;
  const levelCount = countOnFoot(level, slackPx);
  if (letters.length - levelCount < leastGain * letters.length) return level;
  const best = slants
    .map((slant) => feetAlong(letters, slant))
    .reduce((best, feet) => (countOnFoot(feet, slackPx) > countOnFoot(best, slackPx) ? feet : best));
  return countOnFoot(best, slackPx) - levelCount >= leastGain * letters.length ? best : level;
}

/** How many feet stand on their line's common foot. */
export function countOnFoot(feet: readonly number[], slackPx: number): number {
  const foot = commonFoot(feet);
  return feet.filter((y) => Math.abs(y - foot) <= slackPx).length;
}

/** The middle one of sorted feet. */
export function commonFoot(feet: readonly number[]): number {
  return feet[Math.floor(feet.length / 2)] ?? 0;
}

function feetAlong(letters: readonly Component[], slant: number): number[] {
  return letters.map(({ box }) => box[3] - (slant * (box[0] + box[2])) / 2).sort((one, other) => one - other);
}

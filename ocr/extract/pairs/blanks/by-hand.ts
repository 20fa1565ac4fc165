import type { Blank } from './find-blanks.ts';
import { isMostlyHigh } from './part-blanks.ts';

/**
 * What reads print is this sure of print on the blanks of a page, in the mean. Of 50 pages by machine 14 were read less surely, and none
 * of these looks written by hand; of 49 by hand two were read as surely.
 */
const surelyPrint = 0.9;
/** Of 59 pages by machine none was read less surely than this, of as many by hand 46. */
const surelyWriting = 0.7;

/** Whether engines that know print alone were sure of what stands on the blanks of a page. */
export function isSurelyPrint(blanks: readonly Blank[]): boolean {
  return meanSureness(blanks) >= surelyPrint;
}

/** Whether a hand seems to have filled in the blanks of a page: engines for print make nothing of them, or doubt what is higher than print. */
export function seemsByHand(blanks: readonly Blank[], wordHeight: number): boolean {
  if (!blanks.some(({ value }) => value.length > 0)) return false;
  const sureness = meanSureness(blanks);
  return sureness < surelyWriting || (sureness < surelyPrint && isMostlyHigh(blanks, wordHeight));
}

/** In the mean of what stands on blanks, each as sure as its least sure word; 0 where nothing was read. */
function meanSureness(blanks: readonly Blank[]): number {
  const filled = blanks.filter(({ value }) => value.length > 0);
  const sum = filled.reduce((total, { value }) => total + Math.min(...value.map(({ confidence }) => confidence)), 0);
  return sum / Math.max(1, filled.length);
}

import { findPitch } from '../pitch.ts';
import { evennessOf, type InkRegularity } from './regularity.ts';

/**
 * Straightness and levelness add up to 1.33 and more in print, 1.10 to 1.45 on typewriters, 1.20 at most in the most even
 * of handwriting fonts; hands are less even than those.
 */
export const machineMade = 1.22;
/** Where readers of print agree on less of a page no machine wrote it, neat as it looks; where on more, one did, worn as it is. */
const unlikePrint = 0.1;
const likePrint = 0.5;
/**
 * Log odds by networks for print and for hands, in the median of a page's lines: of 163 worn pages of print and typewriters 0.5 at least and
 * 0.9 of all but two, of 160 pages by hand 0.6 at most and 0.1 of all but three.
 */
const surelyMade = 0.7;
const surelyByHand = 0.3;
/**
 * Typewriters, uneven as they are, set their letters at one pitch: 0.9 of full agreement, 0.66 on badly damaged pages. Handwriting
 * of 20 letters and more reaches 0.51.
 */
export const typewriterPitch = 0.6;
const typewriterEvenness = 0.95;
const typewriterLetters = 20;
/** Of fewer letters nothing can be told. */
export const fewLetters = 8;

/** How the writing of a whole page looks. */
export interface PageWriting {
  readonly isMachineMade: boolean;
  /** The pitch of a typewriter or a monospaced font in millimetres; null where letters stand on none. */
  readonly pitchMm: number | null;
  /** Of its letters: 0, as hands may write, to 2. */
  readonly evenness: number;
}

/**
 * Judges the writing of a whole page. In doubt, when there are few letters, it is not a machine's. `agreement` is how far readers of
 * print agree on it, 0 to 1, null where they were not asked often enough; `odds` those that a machine wrote it by what networks for print
 * and for hands make of it, as a logarithm, null where they were not asked.
 */
export function judgePage(
  page: InkRegularity,
  agreement: number | null = null,
  odds: number | null = null,
): PageWriting {
  const evenness = evennessOf(page);
  if (page.letters < fewLetters) return { isMachineMade: false, pitchMm: null, evenness };
  const pitchMm = typewriterPitchOf(page);
  return { isMachineMade: isMade(evenness >= machineMade || pitchMm !== null, agreement, odds), pitchMm, evenness };
}

function isMade(looksMade: boolean, agreement: number | null, odds: number | null): boolean {
  if (odds !== null && odds >= surelyMade) return true;
  if (odds !== null && odds <= surelyByHand) return false;
  if (agreement === null) return looksMade;
  return (looksMade && agreement >= unlikePrint) || agreement >= likePrint;
}

/** Whether the letters of a page and what readers of print make of it say the same, so that nobody else need be asked. */
export function isPlain(page: InkRegularity, agreement: number | null): boolean {
  if (page.letters < fewLetters) return true;
  if (agreement === null) return false;
  return isMachineMade(page) ? agreement >= likePrint : agreement < unlikePrint;
}

/** As `judgePage` finds it, of as much of a page as has been seen, without looking for a pitch where evenness tells enough. */
export function isMachineMade(seen: InkRegularity): boolean {
  if (seen.letters < fewLetters) return false;
  return evennessOf(seen) >= machineMade || typewriterPitchOf(seen) !== null;
}

/** Whether as much of a page as has been seen was not written by a machine, as far as its letters tell. */
export function looksByHand(seen: InkRegularity): boolean {
  return seen.letters >= fewLetters && !isMachineMade(seen);
}

/** The pitch in millimetres on which a machine set the letters, or null. */
function typewriterPitchOf(page: InkRegularity): number | null {
  if (evennessOf(page) < typewriterEvenness) return null;
  const { letters, agreement, pitchMm } = findPitch(page.places);
  return letters >= typewriterLetters && agreement >= typewriterPitch ? pitchMm : null;
}

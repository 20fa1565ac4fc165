import { findPitch } from './pitch.ts';
import type { PrintAgreement } from './print-agreement.ts';
import { evennessOf, type InkRegularity } from './regularity.ts';

/**
 * Straightness and levelness add up to 1.33 and more in print, 1.10 to 1.45 on typewriters, 1.20 at most in the most even
 * of handwriting fonts; hands are less even than those.
 */
export const machineMade = 1.22;
/** Where readers of print agree on less of a page no machine wrote it, neat as it looks; where on more, one did, worn as it is. */
const unlikePrint = 0.1;
const likePrint = 0.5;
/** So many texts of a page tell enough by how readers of print agree on them: neat hands write a few short words that these read alike. */
const textsThatTell = 8;
/**
 * Log odds by networks for print and for hands, in the mean of a page's lines, from which on a machine wrote it. Of 2,995 pages by machines
 * 20 have less where they were asked; of 47 pages by hand that look as even as print 0.65 at most.
 */
const machineOdds = 0.85;
/**
 * Block capitals of print are read as surely by the network for hands, so that the odds say little: a page as even as this has a machine's
 * from here on. Of 1,355 pages by hand two were so even, at odds of -2.57 and -2.81; of 20 by machines that were taken for hands' 15 were, at -0.17 and more.
 */
const plainlyEven = 1.4;
const machineOddsIfEven = -0.5;
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
 * print agree on it, null where they were not asked often enough; `odds` those that a machine wrote it by what networks for print
 * and for hands make of it, as a logarithm, null where they were not asked.
 */
export function judgePage(
  page: InkRegularity,
  agreement: PrintAgreement | null = null,
  odds: number | null = null,
): PageWriting {
  const evenness = evennessOf(page);
  if (page.letters < fewLetters) return { isMachineMade: false, pitchMm: null, evenness };
  const pitchMm = typewriterPitchOf(page);
  const looksMade = evenness >= machineMade || pitchMm !== null;
  const isMachineMade = odds === null ? isMade(looksMade, agreement) : isMadeByOdds(evenness, odds);
  return { isMachineMade, pitchMm, evenness };
}

function isMadeByOdds(evenness: number, odds: number): boolean {
  return odds >= (evenness >= plainlyEven ? machineOddsIfEven : machineOdds);
}

function isMade(looksMade: boolean, agreement: PrintAgreement | null): boolean {
  if (agreement === null) return looksMade;
  return (looksMade && agreement.share >= unlikePrint) || agreement.share >= likePrint;
}

/** Whether the letters of a page and what readers of print make of its texts say the same, so that nobody else need be asked. */
export function isPlain(page: InkRegularity, agreement: PrintAgreement | null): boolean {
  if (page.letters < fewLetters) return true;
  if (agreement === null || agreement.texts < textsThatTell) return false;
  return isMachineMade(page) ? agreement.share >= likePrint : agreement.share < unlikePrint;
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

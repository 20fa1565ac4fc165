import type { Hand } from '../model/form.ts';
import type { Component } from './ink/components.ts';
import type { ZoneInk } from './ink/zone-ink.ts';
import { agreementWith, findPitch, type LetterPlaces } from './pitch.ts';

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
}

export const noRegularity: InkRegularity = { straightness: 0, levelness: 0, letters: 0, places: [] };

/** Pieces lower than this share of the tallest are dots, accents and marks. */
const leastHeightShare = 0.45;
const footSlackShare = 0.04;
/**
 * Straightness and levelness add up to 1.33 and more in print, 1.10 to 1.45 on typewriters, 1.20 at most in the most even
 * of handwriting fonts; hands are less even than those.
 */
const machineMade = 1.22;
/** Where readers of print agree on less of a page no machine wrote it, neat as it looks; where on more, one did, worn as it is. */
const unlikePrint = 0.1;
const likePrint = 0.5;
/**
 * Typewriters, uneven as they are, set their letters at one pitch: 0.9 of full agreement, 0.66 on badly damaged pages. Handwriting
 * of 20 letters and more reaches 0.51.
 */
const typewriterPitch = 0.6;
const typewriterEvenness = 0.95;
const typewriterLetters = 20;
/** Fewer letters than this stand on a pitch by chance: of six in fifty cases once, were they set anyhow. */
const lettersOfPitch = 6;
/**
 * A single zone has few letters: far from a machine's evenness it is by hand even on a typed page, however sure the engine is, but not where
 * the page is nearly as uneven. No zone of eight letters on 369 typewritten lines was less even than its page by so much. Figures, round as
 * they are, may be so on a page of print.
 */
const machineMadeZone = 0.85;
const farLessEven = 0.42;
const fewLetters = 8;
const leastConfidence = 0.5;
/**
 * A zone of which the engine is unsure is as uneven as its page, or more so. Of zones on typewriters' pages 10 in 100 are less even than
 * the page by this, of zones by hand 59 in 100 are so less even than a usual typewriter's page.
 */
const lessEvenThanPage = 0.2;

/** Measures the letters of one line of writing: all the components of a zone, or those of one of its lines. */
export function measureRegularity(
  { region, pxPerMm }: Pick<ZoneInk, 'region' | 'pxPerMm'>,
  components: readonly Component[],
): InkRegularity {
  const tallest = Math.max(0, ...components.map(heightOf));
  const letters = components.filter((component) => heightOf(component) >= leastHeightShare * tallest);
  if (letters.length === 0) return noRegularity;
  const straightness = letters.map((letter) => straightShare(letter, region.widthPx));
  const feet = letters.map(({ box }) => box[3]).sort((one, other) => one - other);
  const foot = feet[Math.floor(feet.length / 2)] ?? 0;
  const slack = Math.max(1, footSlackShare * tallest);
  return {
    straightness: straightness.reduce((sum, share) => sum + share, 0) / letters.length,
    levelness: feet.filter((y) => Math.abs(y - foot) <= slack).length / letters.length,
    letters: letters.length,
    places: [letters.map(({ box }) => (box[0] + box[2]) / 2 / pxPerMm)],
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
  };
}

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
 * print agree on it, 0 to 1, null where they were not asked often enough.
 */
export function judgePage(page: InkRegularity, agreement: number | null = null): PageWriting {
  const evenness = evennessOf(page);
  if (page.letters < fewLetters) return { isMachineMade: false, pitchMm: null, evenness };
  const pitchMm = typewriterPitchOf(page);
  const looksMade = evenness >= machineMade || pitchMm !== null;
  const isMachineMade =
    agreement === null ? looksMade : (looksMade && agreement >= unlikePrint) || agreement >= likePrint;
  return { isMachineMade, pitchMm, evenness };
}

/** As `judgePage` finds it, of as much of a page as has been seen, without looking for a pitch where evenness tells enough. */
export function isMachineMade(seen: InkRegularity): boolean {
  if (seen.letters < fewLetters) return false;
  return evennessOf(seen) >= machineMade || typewriterPitchOf(seen) !== null;
}

/** The pitch in millimetres on which a machine set the letters, or null. */
function typewriterPitchOf(page: InkRegularity): number | null {
  if (evennessOf(page) < typewriterEvenness) return null;
  const { letters, agreement, pitchMm } = findPitch(page.places);
  return letters >= typewriterLetters && agreement >= typewriterPitch ? pitchMm : null;
}

/**
 * Decides whether a zone is written by hand: as the zone says or, where it may be either, from how the whole page is
 * written (a form is rarely filled in by hand and by machine at once) and how regular its own writing is. Letters on the
 * page's own pitch are a typewriter's however uneven. A text of which the engine is unsure must be as regular as a
 * machine's to pass for one, or about as the rest of its page. A zone of which nothing was measured, as a comb, is as its page.
 */
export function isHandwritten(hand: Hand, zone: InkRegularity, page: PageWriting, confidence: number): boolean {
  switch (hand) {
    case 'block':
    case 'cursive':
      return true;
    case 'printed':
    case 'typed':
      return false;
    case 'any':
      if (!page.isMachineMade) return true;
      if (zone.letters === 0 || keepsPitch(zone, page.pitchMm)) return false;
      if (confidence < leastConfidence && evennessOf(zone) < leastEven(page)) return true;
      return zone.letters >= fewLetters && evennessOf(zone) < Math.min(machineMadeZone, page.evenness - farLessEven);
  }
}

function leastEven({ evenness }: PageWriting): number {
  return Math.min(machineMade, evenness - lessEvenThanPage);
}

function keepsPitch({ letters, places }: InkRegularity, pitchMm: number | null): boolean {
  return pitchMm !== null && letters >= lettersOfPitch && agreementWith(places, pitchMm) >= typewriterPitch;
}

function evennessOf({ straightness, levelness }: InkRegularity): number {
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

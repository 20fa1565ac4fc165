import type { Hand } from '../../model/form.ts';
import { fewLetters, machineMade, type PageWriting, typewriterPitch } from './page-writing.ts';
import { agreementWith } from './pitch.ts';
import { evennessOf, type InkRegularity } from './regularity.ts';

/** Fewer letters than this stand on a pitch by chance: of six in fifty cases once, were they set anyhow. */
const lettersOfPitch = 6;
/**
 * A single zone has few letters: far from a machine's evenness it is by hand even on a typed page, however sure the engine is, but not where
 * the page is nearly as uneven. No zone of eight letters on 369 typewritten lines was less even than its page by so much. Figures, round as
 * they are, may be so on a page of print.
 */
const machineMadeZone = 0.85;
const farLessEven = 0.42;
const leastConfidence = 0.5;
/**
 * A zone of which the engine is unsure is as uneven as its page, or more so. Of zones on typewriters' pages 10 in 100 are less even than
 * the page by this, of zones by hand 59 in 100 are so less even than a usual typewriter's page.
 */
const lessEvenThanPage = 0.2;

/** What readers made of a zone. */
export interface ZoneReadingEvidence {
  /** How sure they are of it, 0 to 1. */
  readonly confidence: number;
  /** Networks for print read it as they read print. */
  readonly plainlyPrint?: boolean;
}

/**
 * Decides whether a zone is written by hand: as the zone says or, where it may be either, from how the whole page is
 * written (a form is rarely filled in by hand and by machine at once) and how regular its own writing is. Letters on the
 * page's own pitch are a typewriter's however uneven, and so is what networks for print read as surely as print. A text of which the engine is unsure must be as regular as a
 * machine's to pass for one, or about as the rest of its page. A zone of which nothing was measured, as a comb, is as its page.
 */
export function isHandwritten(
  hand: Hand,
  zone: InkRegularity,
  page: PageWriting,
  { confidence, plainlyPrint = false }: ZoneReadingEvidence,
): boolean {
  switch (hand) {
    case 'block':
    case 'cursive':
      return true;
    case 'printed':
    case 'typed':
      return false;
    case 'any':
      if (!page.isMachineMade) return true;
      if (zone.letters === 0 || plainlyPrint || keepsPitch(zone, page.pitchMm)) return false;
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

import type { GreyImage } from '../../model/page.ts';
import type { LineReader } from '../engines/engine.ts';

/**
 * How likely a machine rather than a hand wrote a line: logarithm of the odds, null where there is too little to tell. `dpi` is the
 * resolution of the crop. Rejects when an engine fails.
 */
export type WriterJudge = (crop: GreyImage, dpi: number) => Promise<number | null>;

/** Shorter texts are read alike by all. */
const fewestLetters = 4;
/** Fewer lines may all be short words that a printer or a neat hand could have written. */
const fewestLines = 3;
/**
 * Two lines tell where both are a machine's so surely. Of 5,554 pairs of lines on 120 pages by hand two have this mean and such a least
 * one, of 1,624 on 32 pages by machines three in four.
 */
const twoLines = { leastMean: 3, least: 1.4 } as const;
const surest = 0.999;

/** Asks two networks of which one knows print and typewriters alone and the other hands: each is the surer of what it knows. */
export function createWriterJudge(print: () => Promise<LineReader>, hand: () => Promise<LineReader>): WriterJudge {
  return async (crop, dpi) => {
    const [byPrint, byHand] = [
      await (await print()).readLine(crop, { dpi }),
      await (await hand()).readLine(crop, { dpi }),
    ];
    const letters = Math.max(lettersOf(byPrint.text), lettersOf(byHand.text));
    return letters < fewestLetters ? null : oddsOf(byPrint.confidence) - oddsOf(byHand.confidence);
  };
}

/** The odds of a whole page, from those of its lines: their mean, for a line that only a hand may have written weighs much; null where there are too few. */
export function oddsOfPage(lines: readonly number[]): number | null {
  const mean = lines.reduce((sum, odds) => sum + odds, 0) / lines.length;
  if (lines.length >= fewestLines) return mean;
  const isTold = lines.length === 2 && mean >= twoLines.leastMean && Math.min(...lines) >= twoLines.least;
  return isTold ? mean : null;
}

function lettersOf(text: string): number {
  return text.replace(/\s/g, '').length;
}

function oddsOf(confidence: number): number {
  const kept = Math.min(surest, Math.max(1 - surest, confidence));
  return Math.log(kept / (1 - kept));
}

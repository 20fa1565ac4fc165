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
  if (lines.length < fewestLines) return null;
  return lines.reduce((sum, odds) => sum + odds, 0) / lines.length;
}

function lettersOf(text: string): number {
  return text.replace(/\s/g, '').length;
}

function oddsOf(confidence: number): number {
  const kept = Math.min(surest, Math.max(1 - surest, confidence));
  return Math.log(kept / (1 - kept));
}

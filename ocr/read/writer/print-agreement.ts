import { kindOfReader } from '../../model/reading.ts';
import { printNetworkNames } from '../engines/line-network/description.ts';
import type { ZoneText } from '../zone-text.ts';

/** Shorter texts are read alike by chance. */
const fewestLetters = 4;
/** Fewer texts show nothing. */
const fewestTexts = 5;
const sure = 0.9;
/** A network for print that is less sure bears none out: on a page by hand both guess the same of a word now and then. */
const leastSure = 0.8;
const readersOfPrint: ReadonlySet<string> = new Set(printNetworkNames);

/** How far readers of print agree on a page. */
export interface PrintAgreement {
  /** Of its texts, 0 to 1. */
  readonly share: number;
  /** How many were long enough. */
  readonly texts: number;
}

/**
 * The share of texts that a line network, which knows print and typewriters alone, reads surely and as a reader of another kind does,
 * 0 to 1; null where there are too few. On 1,351 pages of print and typewriters it is 0.8 usually and 0.18 at least, on 277 pages by hand
 * 0 usually and 0.4 at most.
 */
export function printAgreement(texts: readonly ZoneText[]): PrintAgreement | null {
  const read = texts.filter(
    ({ lines, opinions = [] }) =>
      opinions.length > 0 && lettersOf(lines.flat().map(({ text }) => text)).length >= fewestLetters,
  );
  if (read.length < fewestTexts) return null;
  return { share: read.filter(isReadAsPrint).length / read.length, texts: read.length };
}

function isReadAsPrint({ opinions = [] }: ZoneText): boolean {
  const heard = opinions.filter(({ engine, confidence }) => !isOfPrint(engine) || confidence >= leastSure);
  return heard.some(
    (one) =>
      isOfPrint(one.engine) &&
      one.confidence >= sure &&
      heard.some(
        (other) =>
          kindOfReader(other.engine) !== kindOfReader(one.engine) && lettersOf([other.text]) === lettersOf([one.text]),
      ),
  );
}

function isOfPrint(engine: string): boolean {
  return readersOfPrint.has(kindOfReader(engine));
}

/** Surer than this both networks for print must be of a text to know its writing as print by itself. */
export const plainlySure = 0.97;

/**
 * Whether all networks for print read a text alike and as surely as they read print. Uneven as toner left the letters, no hand wrote
 * them; of short texts nothing can be told.
 */
export function isPlainlyPrint({ opinions = [] }: Pick<ZoneText, 'opinions'>): boolean {
  const sureOnes = opinions.filter(({ engine, confidence }) => isOfPrint(engine) && confidence >= plainlySure);
  const texts = new Set(sureOnes.map(({ text }) => lettersOf([text])));
  return (
    sureOnes.length === readersOfPrint.size &&
    texts.size === 1 &&
    [...texts].every(({ length }) => length >= fewestLetters)
  );
}

function lettersOf(texts: readonly string[]): string {
  return texts.join('').replace(/\s/g, '');
}

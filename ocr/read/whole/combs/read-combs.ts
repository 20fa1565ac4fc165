import type { Box, RectMm } from '../../../model/geometry.ts';
import type { GreyImage, PreparedPage } from '../../../model/page.ts';
import type { Character, Word } from '../../../model/reading.ts';
import { charsetsByPosition } from '../../combs/pattern-charsets.ts';
import { type CombReaders, readComb } from '../../combs/read-comb.ts';
import { paper } from '../../crop.ts';
import { surroundingBox } from '../../engines/page-lines.ts';
import { type FormView, viewForm } from '../../ink/form-view.ts';
import { isMachineMade } from '../../writer/page-writing.ts';
import { mergeRegularity } from '../../writer/regularity.ts';
import type { PlacedCharacter, ZoneText } from '../../zone-text.ts';
import type { CombPart } from './comb-parts.ts';
import type { FoundComb } from './find-combs.ts';

/** What stands in combs of one length everywhere, whichever form they are on. */
export interface CombCode {
  /** A pattern as combs of layouts have it. */
  readonly pattern: string;
  /** The likeliest characters that pass the code's own check; those given where none are clearly likelier. */
  readonly settle: (characters: readonly Character[]) => readonly Character[];
}

/** Who reads combs that nobody drew. */
export interface LooseCombReaders {
  readonly byHand: CombReaders;
  readonly byMachine: CombReaders;
  readonly codes: readonly CombCode[];
}

/** A comb and the words in it, as many as blank cells part; none where it is empty. In pixels of the page. */
export interface ReadComb {
  readonly box: Box;
  readonly words: readonly Word[];
}

const digits = '0123456789';
/** A character may be a digit, or what a code wants, where the network gives that at least so much chance. */
const leastChance = 0.005;
/** Of so many characters one may be misread altogether and the value still be taken for a code or a number. */
const charactersForOneMisread = 8;
/** Less sure than this in the mean, what stands in the cells is no single letters. */
const leastMeanConfidence = 0.5;

/**
 * Reads combs cell by cell: first among all characters, which tells what kind of value each holds and who wrote them, then
 * among those that may stand in such a value. Those in which no single letters stand are left out. Rejects when an engine fails.
 */
export async function readCombs(
  page: PreparedPage,
  combs: readonly FoundComb[],
  open: () => Promise<LooseCombReaders>,
): Promise<ReadComb[]> {
  if (combs.length === 0) return [];
  const { byHand, byMachine, codes } = await open();
  const view = viewOfWalls(page, combs);
  const seen: { comb: FoundComb; parts: readonly ZoneText[] }[] = [];
  for (const comb of combs) {
    seen.push({ comb, parts: await readParts(view, comb, anything(comb), { classifier: byHand.classifier }) });
  }
  const regularity = mergeRegularity(seen.flatMap(({ parts }) => parts.map((part) => part.regularity)));
  const readers = isMachineMade(regularity) ? byMachine : byHand;
  const read: ReadComb[] = [];
  for (const { comb, parts } of seen) {
    const cells = cellsOf(comb, parts);
    const inked = cells.filter((cell) => cell !== null);
    if (inked.length === 0) read.push({ box: comb.box, words: [] });
    else if (isOfLetters(inked)) {
      const code = codeOf(cells, codes);
      const charsets = code === null ? plainCharsets(inked, cells.length) : code.charsets;
      const again = cellsOf(comb, await readParts(view, comb, charsets, readers));
      read.push({ box: comb.box, words: wordsOf(code === null ? again : settled(again, code.settle)) });
    }
  }
  return read;
}

/** Sees the page as a form of which walls, floors and ceilings are all that is printed. */
function viewOfWalls(page: PreparedPage, combs: readonly FoundComb[]): FormView {
  const { widthPx, heightPx } = page.image;
  const image: GreyImage = { data: new Uint8Array(widthPx * heightPx).fill(paper), widthPx, heightPx };
  for (const { parts } of combs) for (const { print } of parts) for (const box of print) blacken(image, box);
  const pxPerMm = page.dpi / 25.4;
  return viewForm(page, [pxPerMm, 0, 0, pxPerMm, 0, 0], { image, dpi: page.dpi });
}

function blacken({ data, widthPx, heightPx }: GreyImage, [x0, y0, x1, y1]: Box): void {
  const [left, right] = [Math.max(0, Math.round(x0)), Math.min(widthPx, Math.round(x1))];
  for (let y = Math.max(0, Math.round(y0)); y < Math.min(heightPx, Math.round(y1)); y += 1) {
    if (right > left) data.fill(0, y * widthPx + left, y * widthPx + right);
  }
}

/** Reads the groups of a comb one after the other; `charsets` are of all its cells. */
async function readParts(
  view: FormView,
  { parts }: FoundComb,
  charsets: readonly string[],
  readers: CombReaders,
): Promise<ZoneText[]> {
  const read: ZoneText[] = [];
  let first = 0;
  for (const part of parts) {
    const options = { cells: part.cells, charsets: charsets.slice(first, first + part.cells) };
    read.push(await readComb(view, rectOf(part, view.pxPerMm), options, readers));
    first += part.cells;
  }
  return read;
}

function rectOf({ box: [x0, y0, x1, y1] }: CombPart, pxPerMm: number): RectMm {
  return { x: x0 / pxPerMm, y: y0 / pxPerMm, width: (x1 - x0) / pxPerMm, height: (y1 - y0) / pxPerMm };
}

function anything({ parts }: FoundComb): string[] {
  return parts.flatMap(({ cells }) => Array.from({ length: cells }, () => ''));
}

type Cell = PlacedCharacter | null;

/** What stands in each cell, of all groups. */
function cellsOf({ parts }: FoundComb, read: readonly ZoneText[]): Cell[] {
  return parts.flatMap(({ cells }, index) => {
    const [line = []] = read[index]?.lines ?? [];
    return Array.from({ length: cells }, (_, cell): Cell => {
      const character = line[cell];
      return character === undefined || character.text === ' ' ? null : character;
    });
  });
}

function isOfLetters(inked: readonly PlacedCharacter[]): boolean {
  return inked.reduce((sum, { confidence }) => sum + confidence, 0) >= leastMeanConfidence * inked.length;
}

/** The code of which a comb has the length and, but for a misreading or so, the characters. */
function codeOf(cells: readonly Cell[], codes: readonly CombCode[]) {
  for (const { pattern, settle } of codes) {
    const charsets = charsetsByPosition(pattern, cells.length);
    if (charsets === null) continue;
    const unlike = cells.filter((cell, place) => cell === null || !mayBe(cell, charsets[place] ?? '')).length;
    if (unlike * charactersForOneMisread <= cells.length) return { charsets, settle };
  }
  return null;
}

/** Digits alone where all may be digits and most are; else anything. */
function plainCharsets(inked: readonly PlacedCharacter[], cells: number): string[] {
  const plain = inked.filter(({ text }) => digits.includes(text)).length;
  const isNumber = 2 * plain > inked.length && inked.every((character) => mayBe(character, digits));
  return Array.from({ length: cells }, () => (isNumber ? digits : ''));
}

function mayBe({ text, alternatives = [] }: Character, charset: string): boolean {
  return (
    charset.includes(text) ||
    alternatives.some((other) => other.probability >= leastChance && charset.includes(other.text))
  );
}

function settled(cells: readonly Cell[], settle: CombCode['settle']): Cell[] {
  if (cells.some((cell) => cell === null)) return [...cells];
  const characters = settle(cells.filter((cell) => cell !== null));
  return cells.map((cell, place) => (cell === null ? null : { ...cell, ...characters[place] }));
}

/** Words as blank cells part them; each is as sure as its least sure character. */
function wordsOf(cells: readonly Cell[]): Word[] {
  const words: PlacedCharacter[][] = [[]];
  for (const cell of cells) {
    if (cell === null) words.push([]);
    else words.at(-1)?.push(cell);
  }
  return words
    .filter((word) => word.length > 0)
    .map((word) => ({
      text: word.map(({ text }) => text).join(''),
      confidence: Math.min(...word.map(({ confidence }) => confidence)),
      box: surroundingBox(word.map(({ box }) => box)),
    }));
}

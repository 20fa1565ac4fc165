import type { Box } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';
import type { Word } from '../../model/reading.ts';
import { cropWithPadding, shiftBox } from '../crop.ts';
import type { LineFinder, LineReader, TextLine } from '../engines/engine.ts';
import { surroundingBox } from '../engines/page-lines.ts';
import { wordsOfLine } from './line-words.ts';
import { withoutRules } from './without-rules.ts';
import { certaintyOf, type SettledWord } from './word-certainty.ts';
import { weighWords } from './word-trust.ts';

/** Engines of another kind than the one that read the page, started when first needed. */
export interface SecondLook {
  readonly finder: () => Promise<LineFinder>;
  readonly reader: () => Promise<LineReader>;
}

export interface ReadImage {
  readonly image: GreyImage;
  readonly dpi: number;
  readonly capitalHeightPx: number;
}

/** Words trusted more than this stand by themselves; less than the second, they are noise whatever else is seen there. */
const trusted = 0.5;
const conceivable = 0.1;
/** Surer than this, the second reader's words are taken where the first has none, or its whole line instead of the first's. */
const sureAlone = 0.9;
const sureInstead = 0.8;

/** A line that the finder found, and what of the first reading lies in it. */
interface FoundLine {
  readonly box: Box;
  readonly words: Word[];
}

/**
 * Tells the words of a noisy page from its noise. Words that are not trusted are looked at again, with the line around them,
 * by a second reader: what it confirms stays, what it reads surely instead is taken, the rest goes. Lines where the first
 * engine saw nothing are read too. The confidence of each word is then how likely it is right. Boxes are in pixels of the
 * image; lines come in no order. Rejects when an engine fails.
 */
export async function readAgain(read: ReadImage, words: readonly Word[], look: SecondLook): Promise<TextLine[]> {
  const settled = await settleWords(read, words, look);
  const certainty = certaintyOf(settled.flat());
  let place = 0;
  return settled.map((line, paragraph) => ({
    words: line.map(({ text, box }) => ({ text, box, confidence: certainty[place++] ?? 0 })),
    box: surroundingBox(line.map(({ box }) => box)),
    paragraph,
  }));
}

/** The words that stay, line by line, each with who saw it and how sure that one was. */
export async function settleWords(read: ReadImage, words: readonly Word[], look: SecondLook): Promise<SettledWord[][]> {
  const weighed = withTrust(words);
  const boxes = await (await look.finder()).findLines(read.image, read.capitalHeightPx);
  const { lines, strays } = assign(weighed, boxes);
  const settled: SettledWord[][] = [];
  for (const line of lines) settled.push(await settle(line, read, look));
  const alone = strays.filter(({ confidence }) => confidence >= trusted).map((word) => [seenBy('first', word)]);
  return [...settled, ...alone].map((line) => line.flatMap(withoutRules)).filter((line) => line.length > 0);
}

function seenBy(reader: SettledWord['seenBy'], word: Word): SettledWord {
  return { ...word, seenBy: reader };
}

function withTrust(words: readonly Word[]): Word[] {
  const trust = weighWords(words);
  return words.map((word, index) => ({ ...word, confidence: trust[index] ?? 0 }));
}

function assign(words: readonly Word[], boxes: readonly Box[]): { lines: FoundLine[]; strays: Word[] } {
  const lines = boxes.map((box): FoundLine => ({ box, words: [] }));
  const strays = words.filter((word) => {
    const line = lines.find(({ box }) => holdsMiddle(box, word.box));
    line?.words.push(word);
    return line === undefined;
  });
  return { lines, strays };
}

async function settle(line: FoundLine, { image, dpi }: ReadImage, look: SecondLook): Promise<SettledWord[]> {
  const isPlain = line.words.length > 0 && line.words.every(({ confidence }) => confidence >= trusted);
  if (isPlain) return line.words.map((word) => seenBy('first', word));
  const reading = await (await look.reader()).readLine(cropWithPadding(image, line.box, 0), { dpi });
  const others = wordsOfLine(reading).map((word) => ({ ...word, box: shiftBox(word.box, line.box[0], line.box[1]) }));
  return decide(line.words, others);
}

function decide(words: readonly Word[], others: readonly Word[]): SettledWord[] {
  const seen = others.map(({ text }) => text).join('');
  const kept = words.flatMap((word) => {
    if (word.confidence >= trusted) return [seenBy('first', word)];
    const isConfirmed = word.confidence >= conceivable && seen.includes(word.text);
    return isConfirmed ? [seenBy('both', word)] : [];
  });
  const read = others.map((word) => seenBy('second', word));
  if (kept.length === 0) return read.filter(({ confidence }) => confidence >= sureAlone);
  const isSureInstead = others.length > 0 && others.every(({ confidence }) => confidence >= sureInstead);
  return kept.length < words.length && isSureInstead ? read : kept;
}

function holdsMiddle([x0, y0, x1, y1]: Box, [left, top, right, bottom]: Box): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

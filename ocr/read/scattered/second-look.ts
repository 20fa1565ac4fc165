import { type Box, holdsMiddle } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';
import type { Word } from '../../model/reading.ts';
import { cropWithPadding, shiftBox } from '../crop.ts';
import type { LineFinder, TextLine } from '../engines/engine.ts';
import { surroundingBox } from '../engines/page-lines.ts';
import { wordsOfLine } from '../line-words.ts';
import type { WordList } from '../whole/word-list.ts';
import { chooseLine, lettersOf } from './line-choice.ts';
import { drawLines } from './line-drawings.ts';
import { type LineLook, votesOf } from './read-box.ts';
import { type Slot, slotsOf } from './slots.ts';
import { withoutRules } from './without-rules.ts';
import { certaintyOf, type SettledWord } from './word-certainty.ts';
import { chooseOption } from './word-choice.ts';
import { typicalHeightOf, weighWords } from './word-trust.ts';

/** What finds the lines of a page, and what reads them, each started when first needed. */
export interface SecondLook extends LineLook {
  readonly finder: () => Promise<LineFinder>;
}

export interface ReadImage {
  readonly image: GreyImage;
  readonly dpi: number;
  readonly capitalHeightPx: number;
}

/** The slots of a line that was found, or of words that lie in none. */
type SlottedLine = readonly Slot[];

/**
 * Tells the words of a noisy page from its noise. A second reader of another kind reads every line that is found on it; where it reads
 * other letters the likeliest of what all readers make of the line is taken for its reading. Word by word that reader's spelling is
 * taken which is likelier right, or none. The confidence of each word is then how
 * likely it is right. Boxes are in pixels of the image; lines come in no order. Rejects when an engine fails.
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

/** The words that stay, line by line, each with who saw it and how likely its slot was read right. */
export async function settleWords(read: ReadImage, words: readonly Word[], look: SecondLook): Promise<SettledWord[][]> {
  const list = await look.words();
  const letterPx = typicalHeightOf(words);
  const lines = await readSlots(read, words, look);
  return lines.map((slots) => slots.flatMap((slot) => settle(slot, letterPx, list))).filter((line) => line.length > 0);
}

/** What both readers make of a page, slot by slot. The first reader's confidence is how far its word is trusted. */
export async function readSlots(read: ReadImage, words: readonly Word[], look: SecondLook): Promise<SlottedLine[]> {
  const boxes = await (await look.finder()).findLines(read.image, read.capitalHeightPx);
  const { found, strays } = assign(withTrust(words), boxes);
  const lines: SlottedLine[] = [];
  for (const [place, box] of boxes.entries()) {
    const first = found[place] ?? [];
    const second = await readSecond(read, box, first, look);
    lines.push(slotsOf(first.flatMap(withoutRules), second.flatMap(withoutRules)));
  }
  return [...lines, ...strays.flatMap(withoutRules).map((word) => [{ first: [word], second: [] }])];
}

/** The words of a line as another reader reads it; as all of them do where its letters are not those of the first. */
async function readSecond(
  { image, dpi, capitalHeightPx }: ReadImage,
  box: Box,
  first: readonly Word[],
  look: SecondLook,
): Promise<Word[]> {
  const reader = await look.readers.other();
  const reading = await reader.readLine(cropWithPadding(image, box, 0), { dpi });
  const second = wordsOfLine(reading).map((word) => ({ ...word, box: shiftBox(word.box, box[0], box[1]) }));
  if (lettersOf(reading.text) === lettersOf(inOrder(first))) return second;
  const [line, ...others] = drawLines(image, box, capitalHeightPx);
  if (line === undefined || others.length > 0) return second;
  const chosen = chooseLine(await votesOf(line, dpi, look, () => false), await look.words());
  return chosen === null ? second : wordsOfLine(chosen);
}

/** The text of words that the engine found in any order. */
function inOrder(words: readonly Word[]): string {
  const sorted = words.toSorted((one, other) => one.box[0] - other.box[0]);
  return sorted.map(({ text }) => text).join(' ');
}

function settle(slot: Slot, letterPx: number, list: WordList): SettledWord[] {
  const chosen = chooseOption(slot, letterPx, list);
  return chosen === null
    ? []
    : chosen.words.map((word) => ({ ...word, confidence: chosen.chance, seenBy: chosen.seenBy }));
}

function withTrust(words: readonly Word[]): Word[] {
  const trust = weighWords(words);
  return words.map((word, index) => ({ ...word, confidence: trust[index] ?? 0 }));
}

/** The words of each found line, and those that lie in none. */
function assign(words: readonly Word[], boxes: readonly Box[]): { found: Word[][]; strays: Word[] } {
  const found = boxes.map((): Word[] => []);
  const strays = words.filter((word) => {
    const place = boxes.findIndex((box) => holdsMiddle(box, word.box));
    found[place]?.push(word);
    return place < 0;
  });
  return { found, strays };
}

import { type Affine, mapBox } from '../../model/geometry.ts';
import type { PreparedPage } from '../../model/page.ts';
import type { Word } from '../../model/reading.ts';
import type { TextLine } from '../engines/engine.ts';
import { readAgain, type SecondLook } from '../scattered/second-look.ts';
import { findCombs } from './combs/find-combs.ts';
import { type LooseCombReaders, type ReadComb, readCombs } from './combs/read-combs.ts';
import { withoutCombs } from './combs/without-combs.ts';
import { insertWords } from './insert-words.ts';
import { mappedWords, orderScatteredLines, textOfLines } from './lines.ts';
import { copyForReading } from './page-copy.ts';
import { type PartReaders, readByParts } from './read-by-parts.ts';

export interface PageText {
  readonly text: string;
  /** In reading order; boxes are in pixels of the captured page. */
  readonly words: readonly Word[];
  /** The same words on the page as it was read, where lines are level. */
  readonly level: LevelWords;
  /** The same line by line, in reading order. */
  readonly lines: readonly TextLine[];
  /** The engine's mean confidence in all it saw, each word counted by its letters; 0 when there are none. */
  readonly confidence: number;
}

/** Words on an upright page without skew, in its pixels. */
export interface LevelWords {
  readonly words: readonly Word[];
  readonly widthPx: number;
  readonly heightPx: number;
  readonly toCaptured: Affine;
}

/** About how high preparation makes the capitals of a page that it enlarges. */
export const preparedCapitalPx = 30;

/** What reads whole pages. */
export interface PageReaders extends PartReaders {
  /** Reads again what is doubtful on noisy pages. */
  readonly look: SecondLook;
  /** Reads combs cell by cell. */
  readonly combs: () => Promise<LooseCombReaders>;
}

/**
 * Reads everything on a prepared page: at once where its resolution is good, with a second look at what is doubtful where it
 * had to be enlarged. A blank page gives no words. Rejects when an engine fails.
 */
export async function readFullPage(page: PreparedPage, readers: PageReaders): Promise<PageText> {
  if (page.blank) return { text: '', words: [], level: levelWords([], page), lines: [], confidence: 0 };
  const combs = await readCombs(page, findCombs(page.image, page.dpi), readers.combs);
  const text = withoutCombs(page, combs);
  return isMuchEnlarged(page) ? readScattered(text, combs, readers) : readLevel(text, combs, readers);
}

async function readLevel(page: PreparedPage, combs: readonly ReadComb[], readers: PageReaders): Promise<PageText> {
  const copy = copyForReading(page);
  const laidOut = readers.engine.layOut(copy.small.image, { dpi: copy.small.dpi });
  const lines = (await readByParts(copy, laidOut.lines, readers)) ?? laidOut.read();
  const inCombs = combs.map(({ words }) =>
    words.map((word) => ({ ...word, box: mapBox([copy.scale, 0, 0, copy.scale, 0, 0], word.box) })),
  );
  const all = inCombs.reduce(insertWords, [...lines]);
  return pageText(copy.small, all, all);
}

async function readScattered(
  page: PreparedPage,
  combs: readonly ReadComb[],
  { engine, look }: PageReaders,
): Promise<PageText> {
  const { image, dpi } = page;
  const found = engine.readPage(image, { dpi, arrangement: 'sparse' });
  const words = found.flatMap((line) => line.words);
  const settled = await readAgain({ image, dpi, capitalHeightPx: preparedCapitalPx }, words, look);
  const inCombs = combs.flatMap(({ words }) => insertWords([], words));
  return pageText(page, orderScatteredLines([...settled, ...inCombs]), [...found, ...inCombs]);
}

/** `seen` is what the engine saw before anything was left out. */
function pageText(
  { image, toCaptured }: PreparedPage,
  lines: readonly TextLine[],
  seen: readonly TextLine[],
): PageText {
  const level = { words: [], widthPx: image.widthPx, heightPx: image.heightPx, toCaptured };
  return textWithLines({ level, confidence: meanConfidence(seen.flatMap(({ words }) => words)) }, lines);
}

/** The text of a page with other lines, in pixels of the page as it was read. */
export function textWithLines(
  { level, confidence }: Pick<PageText, 'level' | 'confidence'>,
  lines: readonly TextLine[],
): PageText {
  return {
    text: textOfLines(lines),
    words: mappedWords(lines, level.toCaptured),
    level: { ...level, words: lines.flatMap((line) => line.words) },
    lines,
    confidence,
  };
}

function levelWords(words: readonly Word[], { image: { widthPx, heightPx }, toCaptured }: PreparedPage): LevelWords {
  return { words, widthPx, heightPx, toCaptured };
}

/** On much enlarged pages the search for columns loses the scattered words of forms, and engines for zones read worse than a second look. */
export function isMuchEnlarged(page: PreparedPage): boolean {
  return page.steps.some((step) => step.kind === 'resize' && step.factor > 1.6);
}

function meanConfidence(words: readonly Word[]): number {
  const letters = words.reduce((sum, word) => sum + word.text.length, 0);
  if (letters === 0) return 0;
  return words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters;
}

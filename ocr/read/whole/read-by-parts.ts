import type { Box } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';
import type { Word } from '../../model/reading.ts';
import { cropWithPadding, shiftBox } from '../crop.ts';
import type { FoundLine, LineReader, LineReading, TextEngine, TextLine } from '../engines/engine.ts';
import { surroundingBox } from '../engines/page-lines.ts';
import { type LinePart, lineParts } from './line-parts.ts';
import type { PageCopy } from './page-copy.ts';
import { partRows } from './part-rows.ts';
import { wordsOfPart } from './part-words.ts';
import { isSure } from './sure-part.ts';
import type { WordList } from './word-list.ts';

/** What reads the parts of a page: a quick network, and the engine where that is not sure. */
export interface PartReaders {
  readonly engine: TextEngine;
  readonly network: () => Promise<LineReader>;
  readonly words: () => Promise<WordList>;
}

/** Every sixth part tells whether the network knows what stands on the page. */
const sampleStep = 6;
/** Below this share of its letters the engine reads the page as a whole as soon, and better. */
const leastSureShare = 0.3;
/** Letters reach beyond what the engine finds of them by this much of its pixels. */
const edgePx = 1;
/** White around a part, in pixels of what is read. */
const networkPaddingPx = 4;
const enginePaddingPx = 8;

interface ReadPart {
  readonly part: LinePart;
  readonly reading: LineReading;
  /** Where the crop lies on the page in its full resolution. */
  readonly leftPx: number;
  readonly isSure: boolean;
}

/**
 * Reads the lines that the engine found part by part: a line network, which takes a sixth of the engine's time, reads all of
 * them, and the engine those that it is not sure of. Null, and at little cost, where it is sure of few. Boxes are in pixels of
 * the smaller image. Rejects when an engine fails.
 */
export async function readByParts(
  copy: PageCopy,
  lines: readonly FoundLine[],
  readers: PartReaders,
): Promise<TextLine[] | null> {
  const rows = lines.flatMap((line) => rowsOf(copy.small, line));
  const read = await readAll(
    rows.flatMap(({ parts }) => parts),
    (part) => readQuickly(copy, part, readers),
  );
  if (read === null) return null;
  return rows.flatMap(({ parts, paragraph }) => {
    const words = parts.flatMap((part) => wordsOf(copy, read.get(part), readers.engine));
    return words.length === 0 ? [] : [{ words, box: surroundingBox(words.map(({ box }) => box)), paragraph }];
  });
}

interface PartedRow {
  readonly parts: readonly LinePart[];
  readonly paragraph: number;
}

/** The rows of text of a line that was found, each in its parts. */
function rowsOf({ image, dpi }: PageCopy['small'], { words, paragraph }: FoundLine): PartedRow[] {
  const pxPerMm = dpi / 25.4;
  const parts = lineParts(words, pxPerMm).map((part) => partRows(image, part, pxPerMm));
  const count = Math.max(0, ...parts.map((rows) => rows.length));
  return Array.from({ length: count }, (_, row) => ({ parts: parts.flatMap((rows) => rows[row] ?? []), paragraph }));
}

/** Reads a sample of the parts, and the others where enough of it is sure. */
async function readAll(
  parts: readonly LinePart[],
  readOne: (part: LinePart) => Promise<ReadPart>,
): Promise<ReadonlyMap<LinePart, ReadPart> | null> {
  const read = new Map<LinePart, ReadPart>();
  const isSample = (_: LinePart, place: number) => place % sampleStep === 0;
  for (const part of parts.filter(isSample)) read.set(part, await readOne(part));
  if (sureShare([...read.values()]) < leastSureShare) return null;
  for (const part of parts) if (!read.has(part)) read.set(part, await readOne(part));
  return read;
}

function sureShare(read: readonly ReadPart[]): number {
  const lettersOf = (some: readonly ReadPart[]) => some.reduce((sum, { reading }) => sum + reading.text.length, 0);
  return lettersOf(read.filter((one) => one.isSure)) / Math.max(1, lettersOf(read));
}

async function readQuickly(copy: PageCopy, part: LinePart, { network, words }: PartReaders): Promise<ReadPart> {
  const box = within(copy.full.image, scaled(widened(part.box), 1 / copy.scale));
  const crop = cropWithPadding(copy.full.image, box, networkPaddingPx);
  const reading = await (await network()).readLine(crop, { dpi: copy.full.dpi });
  return { part, reading, leftPx: box[0] - networkPaddingPx, isSure: isSure(reading, await words()) };
}

function wordsOf({ small, scale }: PageCopy, read: ReadPart | undefined, engine: TextEngine): Word[] {
  if (read === undefined) return [];
  if (read.isSure) return wordsOfPart(read.reading, read.part, { scale, left: read.leftPx * scale });
  const box = within(small.image, widened(read.part.box));
  const crop = cropWithPadding(small.image, box, enginePaddingPx);
  // Its readings of lines tell how sure it is of letters alone, and of words it is less sure.
  return engine
    .readPage(crop, { dpi: small.dpi, arrangement: 'line' })
    .flatMap(({ words }) =>
      words.map((word) => ({ ...word, box: shiftBox(word.box, box[0] - enginePaddingPx, box[1] - enginePaddingPx) })),
    );
}

function widened([x0, y0, x1, y1]: Box): Box {
  return [x0 - edgePx, y0 - edgePx, x1 + edgePx, y1 + edgePx];
}

function scaled([x0, y0, x1, y1]: Box, factor: number): Box {
  return [Math.floor(x0 * factor), Math.floor(y0 * factor), Math.ceil(x1 * factor), Math.ceil(y1 * factor)];
}

function within({ widthPx, heightPx }: GreyImage, [x0, y0, x1, y1]: Box): Box {
  return [Math.max(0, x0), Math.max(0, y0), Math.min(widthPx, x1), Math.min(heightPx, y1)];
}

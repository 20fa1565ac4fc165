import type { Box } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';
import { shiftBox } from '../crop.ts';
import type { LineReader, LineReading } from '../engines/engine.ts';
import type { WordList } from '../whole/word-list.ts';
import { chooseLine, type LineReaderName, type LineVote } from './line-choice.ts';
import { type DrawnLine, drawLines, type LineDrawing } from './line-drawings.ts';

/** The readers of lines, each started when first needed, and the words of their language. */
export interface LineLook {
  readonly readers: Readonly<Record<LineReaderName, () => Promise<LineReader>>>;
  readonly words: () => Promise<WordList>;
}

/** Part of a level page that was enlarged so that its capitals are so high. */
export interface PageBox {
  readonly image: GreyImage;
  readonly dpi: number;
  readonly capitalHeightPx: number;
  readonly box: Box;
}

/** Who is asked about which drawing, in turn. */
const inTurn = [
  { drawing: 'kept', reader: 'quick' },
  { drawing: 'kept', reader: 'other' },
  { drawing: 'kept', reader: 'near' },
  { drawing: 'bare', reader: 'quick' },
  { drawing: 'bare', reader: 'other' },
  { drawing: 'bare', reader: 'near' },
  { drawing: 'kept', reader: 'careful' },
  { drawing: 'bare', reader: 'careful' },
] as const;

/**
 * Reads the print in a box of a page without a layout, line by line from the top. What the first two read alike is taken; else all
 * read it, with its rules and without, and the likeliest of what they read is taken. Boxes of the answer are in pixels of the page.
 * Rejects when a reader fails.
 */
export async function readBox(page: PageBox, look: LineLook): Promise<LineReading[]> {
  const readings: LineReading[] = [];
  for (const line of drawLines(page.image, page.box, page.capitalHeightPx)) {
    const votes = await votesOf(line, page.dpi, look, areAlike);
    const reading = chooseLine(votes, await look.words());
    if (reading !== null) readings.push(reading);
  }
  return readings;
}

/** What the readers make of a line, asked in turn until enough was heard. */
export async function votesOf(
  { kept, bare }: DrawnLine,
  dpi: number,
  { readers }: LineLook,
  isEnough: (votes: readonly LineVote[]) => boolean,
): Promise<LineVote[]> {
  const votes: LineVote[] = [];
  // One after the other: an engine reads one crop at a time.
  for (const { drawing, reader } of inTurn) {
    const engine = await readers[reader]();
    const drawn = drawing === 'kept' ? kept : bare;
    const reading = onPage(await engine.readLine(drawn.image, { dpi }), drawn);
    votes.push({ reader, drawing, reading, canWrite: engine.canWrite });
    if (isEnough(votes)) break;
  }
  return votes;
}

/** Whether two readers, of different kinds, see the same letters. */
export function areAlike(votes: readonly LineVote[]): boolean {
  const [first, second, ...others] = votes.map(({ reading }) => reading.text.replace(/\s/g, ''));
  return others.length === 0 && first !== undefined && first !== '' && first === second;
}

function onPage(reading: LineReading, { leftPx, topPx }: LineDrawing): LineReading {
  const placed = (box: Box) => shiftBox(box, leftPx, topPx);
  return { ...reading, box: placed(reading.box), characterBoxes: reading.characterBoxes.map(placed) };
}

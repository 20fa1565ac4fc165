import type { Zone } from '../../model/form.ts';
import type { Box } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';
import { cropWithPadding, shiftBox } from '../crop.ts';
import type { LineOptions, LineReader, LineReading } from '../engines/engine.ts';
import { surroundingBox } from '../engines/page-lines.ts';
import { type FormView, imageBox, type Region } from '../ink/form-view.ts';
import { touchesPrint } from '../ink/touches-print.ts';
import { keepPieces, writingImage, type ZoneInk } from '../ink/zone-ink.ts';
import type { OtherZone } from '../overrun/side.ts';
import { tracesOf, withoutStruck } from '../struck/traces.ts';
import { measureRegularity, mergeRegularity } from '../writer/regularity.ts';
import { type AskLines, emptyZoneText, type PlacedCharacter, type ZoneText } from '../zone-text.ts';
import { checkBlanks } from './blanks.ts';
import { findLines, findText, type WrittenLine } from './find-text.ts';
import { joinOpinions, joinSecondReadings } from './opinions.ts';
import { isDoubtful } from './second-reading.ts';

type TextZone = Extract<Zone, { kind: 'text' }>;

export interface PlainTextOptions {
  readonly lines: number;
  readonly charset?: string;
  /** Rules will show most misreadings. */
  readonly checked: boolean;
  /** The other zones of the page: writing that leaves this one may run into them. */
  readonly others: readonly OtherZone[];
}

/** Paper around the ink: less makes the engine drop first and last letters, more costs time. */
const paddingPx = 10;
/** What stands above or below the line that is wanted may be a stamp, a correction or the rest of a longer answer. */
const rightRow = 0.5;

/** Reads a text zone line by line. A zone without ink costs no engine call. */
export function readTextZone(
  view: FormView,
  zone: TextZone,
  { checked, others }: Pick<PlainTextOptions, 'checked' | 'others'>,
  reader: LineReader,
): Promise<ZoneText> {
  const { lines, charset } = zone;
  const options = { lines, checked, others, ...(charset === undefined ? {} : { charset }) };
  return readPlainText(view, zone.rectMm, options, reader);
}

/** As `readTextZone`, for any zone that holds plain lines of text. */
export async function readPlainText(
  view: FormView,
  rectMm: Zone['rectMm'],
  { lines, charset, checked, others }: PlainTextOptions,
  reader: LineReader,
): Promise<ZoneText> {
  const { zoneInk, written, loneStrokes, isOverrun, leavesZone } = findText(view, rectMm, lines, others);
  if (loneStrokes !== null) return { ...emptyZoneText(imageBox(view, rectMm)), leavesZone, loneStrokes };
  // What stands beside an empty zone may be what it should hold.
  if (zoneInk === null || written.length === 0)
    return { ...emptyZoneText(imageBox(view, rectMm)), leavesZone, isOverrun: isOverrun || leavesZone };
  const options = { dpi: view.page.dpi, checked, isolated: true, ...(charset === undefined ? {} : { charset }) };
  async function read(ink: ZoneInk, own: readonly WrittenLine[]): Promise<ZoneText> {
    const text = await readWritten(ink, own, { lines, options, reader });
    return { ...text, leavesZone, isOverrun: isOverrun || text.isOverrun === true };
  }
  return {
    ...(await read(zoneInk, written)),
    traces: () => tracesOf(zoneInk),
    async readRest(struck) {
      const rest = keepPieces(zoneInk, withoutStruck(zoneInk.components, struck));
      const left = findLines(rest, lines);
      return left.length === 0 ? null : read(rest, left);
    },
  };
}

interface RowOptions {
  readonly lines: number;
  readonly options: LineOptions;
  readonly reader: LineReader;
}

/** Reads the lines of a zone one after the other: an engine reads one crop at a time. */
async function readWritten(
  zoneInk: ZoneInk,
  written: readonly WrittenLine[],
  { lines, options, reader }: RowOptions,
): Promise<ZoneText> {
  const { charset } = options;
  const image = writingImage(zoneInk);
  const cropOf = ({ box }: WrittenLine) => cropWithPadding(image, box, paddingPx);
  const read: LineReading[] = [];
  for (const line of written) {
    const reading = await reader.readLine(cropOf(line), options);
    read.push(checkBlanks(reading, piecesInCrop(line), charset));
  }
  if (lines === 1 && written.length > 1) return { ...zoneTextOf(zoneInk, likelyRow(written, read)), isOverrun: true };
  const text = { ...zoneTextOf(zoneInk, { written, read }), askLines: askOf(zoneInk, written, options.dpi) };
  if (!read.some(isDoubtful)) return text;
  return {
    ...text,
    async readAgain(again) {
      const settled = [...read];
      for (const [index, line] of written.entries()) {
        const first = read[index];
        if (first === undefined || !isDoubtful(first)) continue;
        settled[index] = checkBlanks(await again(first, cropOf(line), options), piecesInCrop(line), charset);
      }
      return zoneTextOf(zoneInk, { written, read: settled });
    },
  };
}

/** Who wrote is asked of the dark ink alone: faint ends look alike, whoever wrote them. */
function askOf(zoneInk: ZoneInk, written: readonly WrittenLine[], dpi: number): AskLines {
  return async <Answer>(ask: (crop: GreyImage, dpi: number) => Promise<Answer>) => {
    const bodies = zoneInk.components.map((piece) => piece.body ?? piece);
    const image = writingImage(zoneInk, keepPieces(zoneInk, bodies).ink);
    const told: Answer[] = [];
    for (const { box } of written) told.push(await ask(cropWithPadding(image, box, paddingPx), dpi));
    return told;
  };
}

interface ReadLines {
  readonly written: readonly WrittenLine[];
  readonly read: readonly LineReading[];
}

function zoneTextOf(zoneInk: ZoneInk, { written, read }: ReadLines): ZoneText {
  const { left, top } = zoneInk.region;
  return {
    lines: read.map((line, index) => placeCharacters(line, written[index]?.box ?? line.box, zoneInk.region)),
    confidence: Math.min(...read.map((line) => line.confidence)),
    box: surroundingBox(written.map(({ box }) => shiftBox(box, left, top))),
    engine: read[0]?.engine ?? 'ink',
    opinions: joinOpinions(read),
    again: joinSecondReadings(read),
    touchesPrint: () => touchesPrint(zoneInk),
    regularity: mergeRegularity(written.map(({ pieces }) => measureRegularity(zoneInk, pieces))),
  };
}

/** Where a zone of one line holds several: the surest of them, and never surer than that it is the right one. */
function likelyRow(written: readonly WrittenLine[], read: readonly LineReading[]): ReadLines {
  const best = read.reduce((best, line, index) => (sureness(line) > sureness(read[best]) ? index : best), 0);
  const [row, line] = [written[best], read[best]];
  if (row === undefined || line === undefined) throw new RangeError('a zone without rows has no likely one');
  return { written: [row], read: [{ ...line, ...doubted(line) }] };
}

function sureness(line: LineReading | undefined): number {
  return line === undefined || line.text.trim() === '' ? -1 : line.confidence;
}

function doubted({ confidence, characters }: LineReading): Pick<LineReading, 'confidence' | 'characters'> {
  return {
    confidence: confidence * rightRow,
    characters: characters.map((character) => ({ ...character, confidence: character.confidence * rightRow })),
  };
}

function piecesInCrop({ box: [x0, y0], pieces }: WrittenLine): Box[] {
  return pieces.map(({ box }) => shiftBox(box, paddingPx - x0, paddingPx - y0));
}

/** The characters of a line whose crop was cut around `box`, in pixels of the page. */
function placeCharacters(line: LineReading, [x0, y0]: Box, { left, top }: Region): PlacedCharacter[] {
  return line.characters.map((character, index) => ({
    ...character,
    box: shiftBox(line.characterBoxes[index] ?? line.box, left + x0 - paddingPx, top + y0 - paddingPx),
  }));
}

import type { Zone } from '../../model/form.ts';
import type { RectMm } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';
import type { Opinion } from '../../model/reading.ts';
import { type CombReaders, readComb } from '../combs/read-comb.ts';
import { surroundingBox } from '../engines/page-lines.ts';
import { type FormView, imageBox } from '../ink/form-view.ts';
import { mergeRegularity } from '../writer/regularity.ts';
import { type AskLines, emptyZoneText, type PlacedCharacter, type ZoneText } from '../zone-text.ts';

type DateZone = Extract<Zone, { kind: 'date' }>;
type Parts = NonNullable<DateZone['parts']>;

const digits = '0123456789';
/** How many digits each part has, by the order of the parts. */
const digitsOf = { dmy: [2, 2, 4], ymd: [4, 2, 2] } as const;

/**
 * Reads a date in three boxes, or over places parted by printed strokes, as eight digits: each in the part where it stands, so that
 * a digit that is missing leaves a gap there and moves no other. A single digit of a day or month is taken for one written without
 * its zero, for a person to confirm.
 */
export async function readDateParts(
  view: FormView,
  { rectMm, order }: DateZone,
  parts: Parts,
  readers: CombReaders,
): Promise<ZoneText> {
  const read: Part[] = [];
  // One after the other: an engine reads one crop at a time.
  for (const [index, { x, width }] of parts.entries()) {
    const cells = digitsOf[order][index] ?? 0;
    const place: RectMm = { ...rectMm, x: rectMm.x + x, width };
    const charsets = Array.from({ length: cells }, () => digits);
    read.push({ cells, text: await readComb(view, place, { cells, charsets, withoutWalls: true }, readers) });
  }
  const written = read.filter(({ text }) => text.lines.length > 0);
  if (written.length > 0) return joinParts(read);
  const loneStrokes = read.find(({ text }) => text.loneStrokes !== undefined)?.text.loneStrokes;
  return { ...emptyZoneText(imageBox(view, rectMm)), ...(loneStrokes === undefined ? {} : { loneStrokes }) };
}

interface Part {
  readonly cells: number;
  readonly text: ZoneText;
}

function joinParts(parts: readonly Part[]): ZoneText {
  const texts = parts.map(({ text }) => text);
  const written = texts.filter(({ lines }) => lines.length > 0);
  const characters = parts.flatMap(fill);
  return {
    lines: [characters],
    confidence: Math.min(...characters.map((character) => character.confidence)),
    box: surroundingBox(written.map(({ box }) => box)),
    engine: written[0]?.engine ?? 'ink',
    opinions: joinOpinions(parts),
    touchesPrint: () => written.some((text) => text.touchesPrint?.() === true),
    traces: () => written.flatMap(({ traces }) => traces?.() ?? []),
    regularity: mergeRegularity(texts.map(({ regularity }) => regularity)),
    askLines: askParts(written),
  };
}

function askParts(written: readonly ZoneText[]): AskLines {
  return async <Answer>(ask: (crop: GreyImage, dpi: number) => Promise<Answer>) => {
    const told: Answer[] = [];
    // One after the other: an engine reads one crop at a time.
    for (const { askLines } of written) told.push(...((await askLines?.(ask)) ?? []));
    return told;
  };
}

/** That a single digit was written alone, and no other was lost. */
const meantAlone = 0.5;

/** The digits of a part, with a zero before a single one and blanks for what is missing. */
function fill({ cells, text: { lines, box } }: Part): PlacedCharacter[] {
  const characters = (lines[0] ?? []).filter(({ text }) => text !== ' ');
  const isSingle = cells === 2 && characters.length === 1;
  const filling: PlacedCharacter = isSingle
    ? { text: '0', confidence: meantAlone, box }
    : { text: ' ', confidence: 1, box };
  return [...Array.from({ length: cells - characters.length }, () => filling), ...characters];
}

/** Where an engine was not asked for a part, being needless there, its opinion has what was read of that part. */
function joinOpinions(parts: readonly Part[]): Opinion[] {
  const engines = new Set(parts.flatMap(({ text }) => (text.opinions ?? []).map(({ engine }) => engine)));
  return [...engines].map((engine) => {
    const own = parts.map((part) => {
      const opinion = part.text.opinions?.find((other) => other.engine === engine);
      const text = opinion?.text.replaceAll(' ', '') ?? '';
      const isWhole = opinion !== undefined && text.length === part.cells;
      return isWhole
        ? { text, confidence: opinion.confidence }
        : { text: textOf(part), confidence: opinion?.confidence ?? part.text.confidence };
    });
    return {
      engine,
      text: own.map(({ text }) => text).join(''),
      confidence: Math.min(...own.map(({ confidence }) => confidence)),
    };
  });
}

function textOf(part: Part): string {
  return fill(part)
    .map(({ text }) => text)
    .join('');
}

import type { LayoutPage, Zone } from '../../../ocr/model/form.ts';
import type { Point, RectMm } from '../../../ocr/model/geometry.ts';
import type { Random } from '../random.ts';
import type { Written } from '../records/written.ts';
import type { TruthField } from '../truth.ts';
import { writeComb } from './comb.ts';
import { type Correctors, writeCorrectedComb, writeCorrectedLines, writeCorrectedText } from './corrections.ts';
import type { Hand } from './hand.ts';
import { drawManner, writeCancelled, writeHardMark } from './hard-marks.ts';
import { widthOf, writeLine } from './line.ts';
import { writeMark } from './mark.ts';
import type { SecondHand } from './mixed.ts';
import { writeNotes } from './notes.ts';
import { writeNothing } from './nothing.ts';
import { writeSignature } from './signature.ts';
import { splitLines } from './split-lines.ts';

/** How a form is filled in by those who do not keep to it. Left out, what is written stands in its fields. */
export interface Manners {
  /** How boxes are marked: as the hand does, or in all the manners that are hard to read. */
  readonly marking?: 'plain' | 'hard' | undefined;
  /** Share of the lines of text that begin before their field or run out of it. */
  readonly overrun?: number | undefined;
  /** How far from their place machines write on the sheet at most, up or down and sideways, in millimetres. */
  readonly misplacedMm?: number | undefined;
  /** How far machines write from the level of the form at most, in degrees. */
  readonly slantedDeg?: number | undefined;
  /** Share of the texts, combs and dates of a machine's document that are written by pen. */
  readonly mixed?: number | undefined;
  /** Share of the pages that bear notes of an office by pen. */
  readonly notes?: number | undefined;
  /** Share of the texts in lines and cells that were written wrong first and put right. */
  readonly corrections?: number | undefined;
  /** Share of the empty fields and parts in which a dash, a stroke or a word says that there is nothing to say. */
  readonly nothing?: number | undefined;
}

/** Who writes on a form. */
export interface Writers {
  readonly hand: Hand;
  /** Signs and marks boxes that machines do not. */
  readonly pen: Hand;
  /** Writes some of the fields in place of `hand`, on the sheet and not in the machine. */
  readonly second: SecondHand | null;
  /** Makes notes. */
  readonly office: Hand;
}

/** Fills in one page of a form: everything written as SVG elements in millimetres of the page. */
export function writePage(
  page: LayoutPage,
  written: Written,
  { hand, pen, second, office }: Writers,
  random: Random,
  manners: Manners = {},
): string {
  const byPen: string[] = [];
  const who = { hand, pen: hand.kind === 'handwritten' ? hand : pen };
  const elements = page.zones.map((zone) => {
    const field = written.get(zone.field);
    if (field === undefined) return '';
    if (second?.fields.has(zone.field) === true) {
      byPen.push(writeZone(zone, field, second.hand, pen, random.fork(zone.id)));
      return '';
    }
    if (zone.kind === 'mark' && manners.marking === 'hard') return writeHardBox(zone, field, pen, random, page);
    const overrun = zone.kind === 'text' && random.fork(`overrun ${zone.id}`).chance(manners.overrun ?? 0);
    const place = overrun
      ? placeOverrun(zone.rectMm, field.text, hand, random.fork(`place ${zone.id}`), taken(page, zone, written))
      : null;
    if (place !== null) return writeLine(hand, random.fork(zone.id), field.text, place.x, place.y, place.width);
    const corrected = random.fork(`correct ${zone.id}`);
    if (corrected.chance(manners.corrections ?? 0)) {
      const mended = writeCorrected(zone, field, who, corrected);
      if (mended !== null) return mended;
    }
    return writeZone(zone, field, hand, pen, random.fork(zone.id));
  });
  elements.push(writeNothing(who, random.fork('nothing'), page, written, manners.nothing ?? 0));
  const misplaced = misplace(random.fork('misplaced'), manners.misplacedMm ?? 0);
  const slantedDeg = within(random.fork('slanted'), manners.slantedDeg ?? 0);
  const notes = random.fork('notes');
  if (notes.chance(manners.notes ?? 0)) byPen.push(writeNotes(page, office, notes));
  return asInserted(elements.join(''), hand, random.fork('inserted'), page, { misplaced, slantedDeg }) + byPen.join('');
}

type MarkZone = Extract<Zone, { kind: 'mark' }>;

function writeZone(zone: Zone, field: TruthField, hand: Hand, pen: Hand, random: Random): string {
  switch (zone.kind) {
    case 'text':
      return writeText(hand, random, field.text, zone.rectMm, zone.lines);
    case 'comb':
      return writeComb(hand, random, field.text, zone.rectMm, zone.cells);
    case 'date':
      return writeComb(hand, random, field.text, zone.rectMm, zone.cells ?? 8);
    case 'mark':
      return isMarked(zone.value, field) ? writeMark(hand, random, zone.rectMm) : '';
    case 'signature':
      return writeSignature(pen, random, field.text, zone.rectMm);
    case 'barcode':
      throw new Error('the sample maker cannot fill a barcode zone');
  }
}

/** A field that was put right; null where people write no such thing, or there is no room for it. */
function writeCorrected(zone: Zone, { text }: TruthField, who: Correctors, random: Random): string | null {
  if (text === '') return null;
  if (zone.kind === 'comb') return writeCorrectedComb(who, random, text, zone, zone.cells);
  if (zone.kind === 'date') return writeCorrectedComb(who, random, text, zone, zone.cells ?? 8);
  if (zone.kind !== 'text') return null;
  const isLine = zone.lines === 1;
  return isLine
    ? writeCorrectedText(who, random, text, zone.rectMm)
    : writeCorrectedLines(who, random, text, zone.rectMm, zone.lines);
}

/** A box marked by pen. One in six who choose one of several marks another first, and cancels that. */
function writeHardBox(zone: MarkZone, field: TruthField, pen: Hand, random: Random, page: LayoutPage): string {
  const chance = random.fork(zone.id);
  if (isMarked(zone.value, field)) return writeHardMark(pen, chance, zone.rectMm, drawManner(chance));
  const others = page.zones.filter(
    (other) => other.kind === 'mark' && other.field === zone.field && !isMarked(other.value, field),
  );
  const change = random.fork(`change ${zone.field}`);
  const isOneOf = typeof field.value === 'string';
  const cancels = isOneOf && change.chance(1 / 6) && change.pick(others).id === zone.id;
  return cancels ? writeCancelled(pen, chance, zone.rectMm) : '';
}

function isMarked(code: true | string, { value }: TruthField): boolean {
  return Array.isArray(value) ? value.some((member) => member === code) : value === code;
}

function writeText(hand: Hand, random: Random, text: string, rect: RectMm, lines: number): string {
  const indent = hand.kind === 'handwritten' ? random.between(1, 3.5) : 1.4;
  const width = rect.width - indent - 1;
  const pitch = rect.height / lines;
  const foot = hand.kind === 'handwritten' ? random.between(1.5, 2.1) : 2.2;
  return splitLines(hand, text, width, lines)
    .map((line, index) => writeLine(hand, random, line, rect.x + indent, rect.y + (index + 1) * pitch - foot, width))
    .join('');
}

/** How much of a line lies outside of its field, in millimetres, and as a share of it at most. */
const overrunMm = [1, 9] as const;
const mostOverrun = 0.45;
/** No machine and no hand writes nearer to the edge of a sheet, or to other writing. */
const edgeMm = 6;
const apartMm = 2;

/**
 * Where a text begins that leaves its field at a side, in one line as wide as the hand is; null where other writing is in the
 * way, for nobody writes over that. Writing in the field itself is none.
 */
function placeOverrun(
  rect: RectMm,
  text: string,
  hand: Hand,
  random: Random,
  taken: readonly RectMm[],
): { x: number; y: number; width: number } | null {
  const width = widthOf(hand, text, hand.capitalMm) * 1.02;
  const beyond = Math.min(random.between(...overrunMm), mostOverrun * width);
  const x = random.chance(0.5) ? rect.x - beyond : rect.x + rect.width + beyond - width;
  const line = { x: x - apartMm, y: rect.y, width: width + 2 * apartMm, height: rect.height };
  return taken.some((other) => overlap(line, other)) ? null : { x, y: rect.y + rect.height - 2.2, width };
}

/** What is written on, and the sheet's edges. */
function taken(page: LayoutPage, own: Zone, written: Written): RectMm[] {
  const { widthMm, heightMm } = page;
  const others = page.zones.filter(({ id, field }) => id !== own.id && (written.get(field)?.text ?? '') !== '');
  const edges = [0, widthMm - edgeMm].map((x) => ({ x, y: 0, width: edgeMm, height: heightMm }));
  return [...others.map(({ rectMm }) => rectMm), ...edges];
}

function overlap(one: RectMm, other: RectMm): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function misplace(random: Random, mostMm: number): Point {
  return { x: within(random, mostMm), y: within(random, mostMm) };
}

function within(random: Random, most: number): number {
  return random.between(-most, most);
}

/** How the sheet of a form sat in a machine, against how it was drawn. */
interface Inserted {
  readonly misplaced: Point;
  readonly slantedDeg: number;
}

/** A sheet never sits in a typewriter or a printer quite as the form was drawn. */
function asInserted(
  elements: string,
  hand: Hand,
  random: Random,
  page: LayoutPage,
  { misplaced, slantedDeg }: Inserted,
): string {
  if (hand.kind === 'handwritten') return elements;
  const spread = hand.kind === 'typewriter' ? 0.5 : 0.15;
  const turn = slantedDeg + (hand.kind === 'typewriter' ? random.gauss() * 0.12 : 0);
  const [x, y] = [misplaced.x + random.gauss() * spread, misplaced.y + random.gauss() * spread];
  const shift = `translate(${x.toFixed(3)} ${y.toFixed(3)})`;
  return `<g transform="${shift} rotate(${turn.toFixed(4)} ${page.widthMm / 2} ${page.heightMm / 2})">${elements}</g>`;
}

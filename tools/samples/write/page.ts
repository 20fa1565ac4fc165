import type { LayoutPage, Zone } from '../../../ocr/model/form.ts';
import type { RectMm } from '../../../ocr/model/geometry.ts';
import type { Random } from '../random.ts';
import type { Written } from '../records/written.ts';
import type { TruthField } from '../truth.ts';
import { writeComb } from './comb.ts';
import type { Hand } from './hand.ts';
import { drawManner, writeCancelled, writeHardMark } from './hard-marks.ts';
import { widthOf, writeLine } from './line.ts';
import { writeMark } from './mark.ts';
import { writeSignature } from './signature.ts';

/** How boxes are marked: as the hand does, or in all the manners that are hard to read. */
export type MarkingKind = 'plain' | 'hard';

/** Fills in one page of a form: everything written as SVG elements in millimetres of the page. */
export function writePage(
  page: LayoutPage,
  written: Written,
  hand: Hand,
  pen: Hand,
  random: Random,
  marking: MarkingKind = 'plain',
): string {
  const elements = page.zones.map((zone) => {
    const field = written.get(zone.field);
    if (field === undefined) return '';
    if (zone.kind === 'mark' && marking === 'hard') return writeHardBox(zone, field, pen, random, page);
    return writeZone(zone, field, hand, pen, random.fork(zone.id));
  });
  return asInserted(elements.join(''), hand, random.fork('inserted'), page);
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

/** Breaks a text at spaces into at most `lines` lines; the last takes the rest. */
function splitLines(hand: Hand, text: string, widthMm: number, lines: number): string[] {
  const broken: string[] = [];
  for (const word of text.split(' ')) {
    const last = broken.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    const fits = last === undefined || widthOf(hand, joined, hand.capitalMm) <= widthMm * 0.96;
    if (last !== undefined && (fits || broken.length === lines)) broken[broken.length - 1] = joined;
    else broken.push(word);
  }
  return broken;
}

/** A sheet never sits in a typewriter or a printer quite as the form was drawn. */
function asInserted(elements: string, hand: Hand, random: Random, page: LayoutPage): string {
  if (hand.kind === 'handwritten') return elements;
  const spread = hand.kind === 'typewriter' ? 0.5 : 0.15;
  const turn = hand.kind === 'typewriter' ? random.gauss() * 0.12 : 0;
  const shift = `translate(${(random.gauss() * spread).toFixed(3)} ${(random.gauss() * spread).toFixed(3)})`;
  return `<g transform="${shift} rotate(${turn.toFixed(4)} ${page.widthMm / 2} ${page.heightMm / 2})">${elements}</g>`;
}

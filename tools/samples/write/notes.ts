import type { LayoutPage, Zone } from '../../../ocr/model/form.ts';
import type { Point, RectMm } from '../../../ocr/model/geometry.ts';
import type { Random } from '../random.ts';
import type { Hand } from './hand.ts';
import { widthOf, writeLine } from './line.ts';
import { strokePath } from './mark.ts';

/** Notes by pen or pencil that an office makes on a page: how many at most. */
const mostNotes = 4;
const initials = [...'ABCDFGLMPRSTV'];
const places: readonly Place[] = ['margin', 'free', 'touching', 'touching', 'inside'];

/** In a margin, anywhere between fields, across an edge of a field, or in it behind or before what is written. */
type Place = 'margin' | 'free' | 'touching' | 'inside';

/** Writes the notes of an office on a page, as SVG elements in millimetres. `pen` says in whose hand. */
export function writeNotes(page: LayoutPage, pen: Hand, random: Random): string {
  const hand = { ...pen, grey: random.pick([30, 60, 100, 130]), strokeMm: random.between(0.05, 0.25) };
  return Array.from({ length: random.whole(1, mostNotes) }, (_, index) =>
    writeNote(page, hand, random.fork(`${index}`)),
  ).join('');
}

function writeNote(page: LayoutPage, hand: Hand, random: Random): string {
  const fields = page.zones.filter(({ kind }) => kind === 'text' || kind === 'comb' || kind === 'date');
  const zone = random.pick(fields);
  if (random.chance(0.3)) return drawStroke(zone.rectMm, hand, random);
  const text = drawText(random);
  const { x, y } = placeNote(page, zone, random.pick(places), widthOf(hand, text, hand.capitalMm), random);
  return writeLine(hand, random, text, x, y, 80);
}

function drawText(random: Random): string {
  const number = random.whole(12, 4800);
  const day = `${random.whole(1, 28)}/${random.whole(1, 12)}`;
  return random.pick([
    `${number}`,
    `n. ${number}/26`,
    `${random.pick(initials)}${random.pick(initials)}`,
    `${random.pick(initials)}. ${random.pick(initials)}.`,
    'visto',
    `visto ${day}`,
    `${day}/26`,
    'ok',
    'urgente',
    'v. allegato',
  ]);
}

/** Where the foot of a note begins. */
function placeNote(page: LayoutPage, { rectMm }: Zone, place: Place, widthMm: number, random: Random): Point {
  const { x, y, width, height } = rectMm;
  switch (place) {
    case 'margin':
      return { x: random.between(4, 9), y: random.between(20, page.heightMm - 12) };
    case 'free':
      return { x: random.between(8, page.widthMm - widthMm - 8), y: random.between(20, page.heightMm - 12) };
    case 'touching':
      return random.chance(0.5)
        ? { x: x + random.between(0, width), y: y + random.pick([0, height]) + random.between(0, 3.5) }
        : { x: random.pick([x, x + width]) - random.between(0.3, 0.7) * widthMm, y: y + height - random.between(0, 3) };
    case 'inside':
      return { x: Math.max(x, x + width - widthMm - random.between(0, 3)), y: y + height - random.between(1, 2.5) };
  }
}

/** An underline below a field's writing, or a ring around a part of it, both by a free hand. */
function drawStroke(rect: RectMm, hand: Hand, random: Random): string {
  const width = random.between(8, Math.min(40, rect.width));
  const x = rect.x + random.between(0, 3);
  const strokeMm = Math.max(0.3, hand.strokeMm + random.between(0.1, 0.3));
  const foot = rect.y + rect.height - random.between(-0.5, 1.8);
  const path = random.chance(0.5)
    ? `M${at(x)} ${at(foot)}q${at(width / 2)} ${at(random.gauss() * 0.8)} ${at(width)} ${at(random.gauss() * 0.6)}`
    : ring({ x, y: rect.y - 0.8, width, height: rect.height + 1.6 }, random);
  return strokePath(path, hand.grey, strokeMm);
}

/** A ring that does not quite close. */
function ring({ x, y, width, height }: RectMm, random: Random): string {
  const [rx, ry] = [width / 2, height / 2];
  const end = { x: random.gauss(), y: -random.between(0, 0.8) };
  return (
    `M${at(x + rx)} ${at(y)}a${at(rx)} ${at(ry)} ${at(random.gauss() * 2)} 0 0 ${at(random.gauss() * 0.4)} ${at(height)}` +
    `a${at(rx)} ${at(ry)} 0 0 0 ${at(end.x)} ${at(-height + end.y)}`
  );
}

function at(mm: number): string {
  return mm.toFixed(2);
}

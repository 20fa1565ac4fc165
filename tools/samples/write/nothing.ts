import type { LayoutPage, Zone } from '../../../ocr/model/form.ts';
import type { RectMm } from '../../../ocr/model/geometry.ts';
import type { Random } from '../random.ts';
import type { Written } from '../records/written.ts';
import { writeComb } from './comb.ts';
import type { Correctors } from './corrections.ts';
import { widthOf, writeLine } from './line.ts';
import { curve, strokePath } from './mark.ts';
import { strikeOut } from './strike-out.ts';

const words = ['N.N.', 'n.d.', 'nessuno', 'nessuna', 'nulla', 'idem', 'c.s.', 'N.A.'] as const;
const signs = ['-', '--', '---', '-----', '===', '=====', '/', '//', '///', '-/-', '-//-'] as const;

/** What of a page says in ink that nothing is to be said there: fields one by one, and unused parts struck through. */
export function writeNothing(
  who: Correctors,
  random: Random,
  page: LayoutPage,
  written: Written,
  share: number,
): string {
  if (share === 0) return '';
  const isEmpty = ({ field }: Zone) => !written.has(field);
  const struck = sectionsOf(page).filter(
    ([name, zones]) =>
      zones.length >= leastFields && zones.every(isEmpty) && random.fork(`section ${name}`).chance(share),
  );
  const inSections = new Set(struck.flatMap(([, zones]) => zones));
  const fields = page.zones.filter(
    (zone) => isEmpty(zone) && !inSections.has(zone) && random.fork(`nothing ${zone.id}`).chance(share),
  );
  const texts = [...written.values()].map(({ text }) => text).filter((text) => text.length > 2 && text.length < 20);
  return [
    ...struck.map(([name, zones]) => strikeSection(who, random.fork(`strike ${name}`), zones)),
    ...fields.map((zone) => fillWithNothing(who, random.fork(`say ${zone.id}`), zone, texts)),
  ].join('');
}

const leastFields = 3;

/** The fields of one part of the record, by the part's pointer. */
function sectionsOf({ zones }: LayoutPage): [string, Zone[]][] {
  const fields = zones.filter(({ kind }) => kind !== 'signature' && kind !== 'barcode');
  const parent = ({ field }: Zone) => field.slice(0, field.lastIndexOf('/'));
  return [...Map.groupBy(fields, parent)].filter(([name]) => name !== '');
}

/** One stroke from corner to corner, or a Z, over all that is not filled in. */
function strikeSection({ pen }: Correctors, random: Random, zones: readonly Zone[]): string {
  const left = Math.min(...zones.map(({ rectMm }) => rectMm.x)) + random.between(0, 8);
  const right = Math.max(...zones.map(({ rectMm }) => rectMm.x + rectMm.width)) - random.between(0, 8);
  const top = Math.min(...zones.map(({ rectMm }) => rectMm.y)) + random.between(0, 3);
  const bottom = Math.max(...zones.map(({ rectMm }) => rectMm.y + rectMm.height)) - random.between(0, 3);
  const diagonal = gentle(random, [left, bottom], [right, top]);
  const isZ = random.chance(0.3);
  const path = isZ
    ? gentle(random, [left, top], [right, top]) + diagonal + gentle(random, [left, bottom], [right, bottom])
    : diagonal;
  return strokePath(path, pen.grey, Math.max(0.3, pen.strokeMm + random.between(0.05, 0.25)));
}

/** Long strokes bend less than short ones. */
function gentle(random: Random, from: readonly [number, number], to: readonly [number, number]): string {
  const share = random.between(0.4, 0.6);
  const bend = random.gauss() * 1.2;
  const middle = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share + bend] as const;
  const [a, b, c] = [from, middle, to].map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`);
  return `M${a}Q${b} ${c}`;
}

type FilledZone = Extract<Zone, { kind: 'text' | 'comb' | 'date' }>;

function isFilledZone(zone: Zone): zone is FilledZone {
  return zone.kind === 'text' || zone.kind === 'comb' || zone.kind === 'date';
}

function fillWithNothing(who: Correctors, random: Random, zone: Zone, texts: readonly string[]): string {
  if (!isFilledZone(zone)) return '';
  const { hand, pen } = who;
  const rect = zone.rectMm;
  const isByMachine = hand.kind !== 'handwritten' && random.chance(0.7);
  const manner = random.pick(
    isByMachine ? ['sign', 'sign', 'word'] : ['dash', 'dash', 'slant', 'sign', 'word', 'struck'],
  );
  if (manner === 'dash') return dash(pen, random, rect);
  if (manner === 'slant') return slant(pen, random, rect);
  const line = (text: string) =>
    writeLine(hand, random, text, rect.x + 1.4, rect.y + rect.height - 2.2, rect.width - 2.4);
  if (manner === 'struck') {
    // Written into the wrong field, and struck out.
    const text = random.pick(texts);
    const natural = widthOf(hand, text, hand.capitalMm);
    const widthMm = Math.min(natural, rect.width - 2.4);
    const span = { x: rect.x + 1.4, y: rect.y + rect.height - 2.2, widthMm, capitalMm: hand.capitalMm };
    return line(text) + strikeOut(pen, random, span);
  }
  if (zone.kind === 'text') return line(manner === 'sign' ? random.pick(signs) : random.pick(words));
  const cells = zone.kind === 'comb' ? zone.cells : (zone.cells ?? 8);
  const sign = random.pick(['-', '/', '=']);
  return writeComb(hand, random, sign.repeat(random.chance(0.6) ? cells : random.whole(1, 3)), rect, cells);
}

function dash(pen: Correctors['pen'], random: Random, { x, y, width, height }: RectMm): string {
  const long = Math.min(width * 0.8, random.between(4, 40));
  const [left, level] = [x + random.between(0.1, 0.9) * (width - long), y + height * random.between(0.4, 0.75)];
  const stroke = gentleDash(random, left, level, long);
  return strokePath(stroke, pen.grey, Math.max(0.3, pen.strokeMm + random.between(0, 0.2)));
}

function gentleDash(random: Random, left: number, level: number, long: number): string {
  return curve(random, [left, level + random.gauss() * 0.3], [left + long, level + random.gauss() * 0.3]);
}

function slant(pen: Correctors['pen'], random: Random, { x, y, width, height }: RectMm): string {
  const long = Math.min(width * 0.9, random.between(5, 60));
  const left = x + random.between(0.05, 0.95) * (width - long);
  const stroke = curve(
    random,
    [left, y + height * random.between(0.75, 1)],
    [left + long, y + height * random.between(0.1, 0.3)],
  );
  return strokePath(stroke, pen.grey, Math.max(0.3, pen.strokeMm + random.between(0, 0.2)));
}

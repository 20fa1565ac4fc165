import type { RectMm } from '../../ocr/model/geometry.ts';
import type { Typeface } from '../forms/draw/typeface.ts';
import type { Random } from '../samples/random.ts';
import type { HandKind } from '../samples/truth.ts';
import { writeComb } from '../samples/write/comb.ts';
import { drawHand, type Hand } from '../samples/write/hand.ts';
import { writeMark } from '../samples/write/mark.ts';
import { alphabet, noCharacter } from './alphabet.ts';

/** One comb of a sheet and what is written in its cells. */
export interface SheetComb {
  readonly rectMm: RectMm;
  readonly labels: readonly string[];
  readonly kind: HandKind;
  readonly face: string;
}

/** A page full of combs, in millimetres of an A4 sheet. */
export interface Sheet {
  readonly print: string;
  readonly ink: string;
  readonly combs: readonly SheetComb[];
}

export type OpenFace = (name: { readonly family: string; readonly weight: number }) => Typeface;

/** Which families to write with, by kind. */
export type FamiliesByKind = Readonly<Record<HandKind, readonly string[]>>;

export const sheetSize = { widthMm: 210, heightMm: 297 };
const marginMm = 8;
const kinds: readonly HandKind[] = ['handwritten', 'handwritten', 'handwritten', 'typed', 'typewriter'];
const common = alphabet.slice(1, 37);
const rare = alphabet.slice(37);

/** Draws a sheet whose combs differ in size, walls and hand. */
export function drawSheet(random: Random, families: FamiliesByKind, openFace: OpenFace): Sheet {
  const combs: SheetComb[] = [];
  let print = '';
  let ink = '';
  for (let y = marginMm; y < sheetSize.heightMm - marginMm - 9; ) {
    const comb = drawComb(random.fork(`comb ${combs.length}`), y, families, openFace);
    combs.push(comb.comb);
    print += comb.print;
    ink += comb.ink;
    y += comb.comb.rectMm.height + random.between(1.2, 3);
  }
  return { print, ink, combs };
}

function drawComb(random: Random, y: number, families: FamiliesByKind, openFace: OpenFace) {
  const kind = random.pick(kinds);
  const drawn = drawHand(random.fork('hand'), kind, openFace, random.pick(families[kind]));
  const hand = kind === 'handwritten' ? lessSteady(random.fork('unsteady'), drawn) : drawn;
  const cellMm = random.between(4.4, 6.4);
  const cells = Math.floor((sheetSize.widthMm - 2 * marginMm) / cellMm);
  const rectMm = { x: marginMm, y, width: cells * cellMm, height: random.between(6.2, 8.4) };
  const labels = Array.from({ length: cells }, () => drawCharacter(random, hand));
  const written = labels.map((label) => (label === noCharacter ? ' ' : label)).join('');
  const ink =
    writeComb(hand, random.fork('ink'), written, rectMm, cells) + dirt(random.fork('dirt'), hand, labels, rectMm);
  const comb: SheetComb = { rectMm, labels, kind, face: hand.face.family };
  return { comb, print: drawWalls(random.fork('walls'), rectMm, cells), ink };
}

/** Hands differ more than those of the samples do: what is learnt from them must cover worse ones. */
function lessSteady(random: Random, hand: Hand): Hand {
  return {
    ...hand,
    combCapitalMm: hand.combCapitalMm * random.between(0.7, 1.2),
    strokeMm: random.between(0, 0.4),
    slantDeg: random.between(-9, 14),
    wobble: { ...hand.wobble, size: random.between(0.03, 0.12), turnDeg: random.between(1, 6) },
  };
}

function drawCharacter(random: Random, { typeface }: Hand): string {
  if (random.chance(0.03)) return noCharacter;
  const character = random.pick(random.chance(0.9) ? common : rare);
  return typeface.has(character) ? character : random.pick(common);
}

/** Strokes and scribbles in half of the cells that nothing is written in. */
function dirt(random: Random, hand: Hand, labels: readonly string[], { x, y, width, height }: RectMm): string {
  const cellMm = width / labels.length;
  return labels
    .map((label, cell) => {
      if (label !== noCharacter || random.chance(0.5)) return '';
      const box = { x: x + (cell + 0.2) * cellMm, y: y + 0.25 * height, width: 0.6 * cellMm, height: 0.5 * height };
      const [left, top] = [box.x + random.between(-1, 3), box.y + random.between(-1, 3)];
      const stroke = `M${left} ${top}l${random.gauss()} ${random.gauss()}`;
      return random.chance(0.4)
        ? writeMark({ ...hand, mark: 'fill' }, random, box)
        : `<path d="${stroke}" stroke="#222" stroke-width="${random.between(0.2, 0.5)}"/>`;
    })
    .join('');
}

/** Walls as forms print them: full or half as high, with a frame or on a base line only. */
function drawWalls(random: Random, { x, y, width, height }: RectMm, cells: number): string {
  const grey = random.whole(60, 190);
  const thick = random.between(0.12, 0.3);
  const top = random.chance(0.25) ? y + height * random.between(0.4, 0.7) : y;
  const lines = Array.from({ length: cells + 1 }, (_, wall) => {
    const at = x + (wall * width) / cells;
    return `M${at} ${top}V${y + height}`;
  });
  const frame = top === y ? `M${x} ${y}H${x + width}` : '';
  const path = `${lines.join('')}${frame}M${x} ${y + height}H${x + width}`;
  return `<path d="${path}" fill="none" stroke="rgb(${grey},${grey},${grey})" stroke-width="${thick}"/>`;
}

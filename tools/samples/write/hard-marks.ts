import type { RectMm } from '../../../ocr/model/geometry.ts';
import type { Random } from '../random.ts';
import type { Hand } from './hand.ts';
import { type Corner, curve, scribble, strokePath } from './mark.ts';

/** How people mark boxes where nobody taught them to. */
export type HardManner =
  | 'cross'
  | 'tick'
  | 'fill'
  | 'slash'
  | 'half-hearted'
  | 'long-tick'
  | 'circle'
  | 'circle-text'
  | 'beside';

/** In the shares in which they occur: the usual manners are still the most. */
const manners: readonly HardManner[] = [
  ...Array<HardManner>(5).fill('cross'),
  ...Array<HardManner>(5).fill('tick'),
  ...Array<HardManner>(3).fill('fill'),
  ...Array<HardManner>(2).fill('slash'),
  ...Array<HardManner>(3).fill('half-hearted'),
  ...Array<HardManner>(3).fill('long-tick'),
  'circle',
  'circle',
  'circle-text',
  'beside',
  'beside',
];

interface Pen {
  readonly grey: number;
  readonly strokeMm: number;
}

/** Draws how one box is marked. */
export function drawManner(random: Random): HardManner {
  return random.pick(manners);
}

/** Marks a box with a pen in a manner that is hard to read. */
export function writeHardMark(hand: Hand, random: Random, box: RectMm, manner: HardManner): string {
  const pen = penOf(hand, random);
  if (manner === 'half-hearted') {
    return strokePath(halfHearted(random, box), Math.max(hand.grey, random.whole(95, 150)), random.between(0.25, 0.35));
  }
  return strokePath(strokesOf(manner, random, box), pen.grey, pen.strokeMm);
}

/** Marks a box and scribbles the mark out again, as somebody does who then marks another. */
export function writeCancelled(hand: Hand, random: Random, box: RectMm): string {
  const pen = penOf(hand, random);
  const point = pointIn(random, box);
  const first = curve(random, point(0.1, 0.1), point(0.9, 0.9)) + curve(random, point(0.9, 0.1), point(0.1, 0.9));
  const out = random.chance(0.3) ? scribble(random, point) + scribble(random, turned(point)) : scribble(random, point);
  return strokePath(first + out, pen.grey, pen.strokeMm);
}

function penOf(hand: Hand, random: Random): Pen {
  const strokeMm = Math.max(0.32, Math.min(hand.strokeMm, 0.4) + random.between(0.1, 0.4));
  return { grey: hand.grey, strokeMm };
}

type PointInBox = (x: number, y: number) => Corner;

function pointIn(random: Random, box: RectMm): PointInBox {
  return (x, y) => [box.x + (x + random.gauss() * 0.06) * box.width, box.y + (y + random.gauss() * 0.06) * box.height];
}

function turned(point: PointInBox): PointInBox {
  return (x, y) => point(y, x);
}

function halfHearted(random: Random, box: RectMm): string {
  const point = pointIn(random, box);
  const reach = random.between(0.2, 0.3);
  const stroke = curve(random, point(0.5 - reach, 0.5 + reach), point(0.5 + reach, 0.5 - reach));
  return random.chance(0.5)
    ? stroke
    : stroke + curve(random, point(0.5 - reach, 0.5 - reach), point(0.5 + reach, 0.5 + reach));
}

function strokesOf(manner: Exclude<HardManner, 'half-hearted'>, random: Random, box: RectMm): string {
  const point = pointIn(random, box);
  switch (manner) {
    case 'cross':
      return curve(random, point(0.1, 0.1), point(0.9, 0.9)) + curve(random, point(0.9, 0.1), point(0.1, 0.9));
    case 'tick':
      return curve(random, point(0.1, 0.5), point(0.4, 0.9)) + curve(random, point(0.4, 0.9), point(1.15, -0.2));
    case 'long-tick': {
      const turn = point(0.35, 0.85);
      const end = point(random.between(1.4, 2.4), random.between(-2, -0.8));
      return curve(random, point(0.1, 0.4), turn) + curve(random, turn, end);
    }
    case 'fill':
      return scribble(random, point);
    case 'slash':
      return curve(random, point(0, 1), point(1, 0));
    case 'circle':
      return ring(random, box, random.between(0.75, 1.05), random.between(0.7, 0.95));
    case 'circle-text': {
      const width = random.between(9, 14);
      return ring(random, { ...box, width: box.width + width }, random.between(0.5, 0.55), random.between(0.7, 0.95));
    }
    case 'beside':
      return curve(random, point(-0.95, 0.5), point(-0.65, 0.9)) + curve(random, point(-0.65, 0.9), point(-0.2, 0));
  }
}

/** A ring around a box, not quite closed. Radii as shares of the box. */
function ring(random: Random, box: RectMm, across: number, down: number): string {
  const [middleX, middleY] = [box.x + box.width / 2, box.y + box.height / 2];
  const start = random.between(0, 2 * Math.PI);
  const steps = 24;
  const overlap = random.between(-0.1, 0.15);
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = start + (step / steps) * 2 * Math.PI * (1 + overlap);
    const x = middleX + Math.cos(angle) * across * box.width + random.gauss() * 0.05;
    const y = middleY + Math.sin(angle) * down * box.height + random.gauss() * 0.05;
    return `${step === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`;
  }).join('');
}

import type { RectMm } from '../../../ocr/model/geometry.ts';
import type { Random } from '../random.ts';
import type { Hand, MarkManner } from './hand.ts';
import { writeGlyph } from './line.ts';

export type Corner = readonly [number, number];

/** Marks a tick box: machines strike an X, people cross, tick or fill it, now and then over its edge. */
export function writeMark(hand: Hand, random: Random, box: RectMm): string {
  if (hand.mark === 'strike') return strikeX(hand, random, box);
  const manner = random.chance(0.12) ? 'wide-cross' : hand.mark;
  const strokeMm = Math.max(0.32, hand.strokeMm + random.between(0.18, 0.4));
  const point = (x: number, y: number): Corner => [
    box.x + (x + random.gauss() * 0.06) * box.width,
    box.y + (y + random.gauss() * 0.06) * box.height,
  ];
  return strokePath(strokesOf(manner, random, point), hand.grey, strokeMm);
}

type PointInBox = (x: number, y: number) => Corner;

function strokesOf(manner: Exclude<MarkManner, 'strike'>, random: Random, point: PointInBox): string {
  if (manner === 'fill') return scribble(random, point);
  if (manner === 'tick')
    return curve(random, point(0.1, 0.5), point(0.4, 0.9)) + curve(random, point(0.4, 0.9), point(1.15, -0.2));
  const edge = manner === 'wide-cross' ? -0.22 : 0.12;
  const falling = curve(random, point(edge, edge), point(1 - edge, 1 - edge));
  return falling + curve(random, point(1 - edge, edge), point(edge, 1 - edge));
}

function strikeX(hand: Hand, random: Random, box: RectMm): string {
  const [glyph] = hand.typeface.outlines('X');
  if (glyph?.ink == null) return '';
  const capitalMm = hand.kind === 'typed' ? 2.9 : hand.combCapitalMm;
  const em = capitalMm * hand.emPerCapital;
  const spread = hand.kind === 'typed' ? 0.12 : 0.4;
  const x = box.x + box.width / 2 - ((glyph.ink.minX + glyph.ink.maxX) / 2) * em + random.gauss() * spread;
  const y = box.y + box.height / 2 + capitalMm / 2 + random.gauss() * spread;
  return writeGlyph(hand, random, glyph, x, y, em, capitalMm);
}

/** Fills a box from the top to its foot with one line to and fro. */
export function scribble(random: Random, point: PointInBox): string {
  let path = '';
  let from = point(0.08, 0.1);
  for (let row = 0; row <= 7; row += 1) {
    const to = point(row % 2 === 0 ? 0.92 : 0.08, 0.1 + (row / 7) * 0.8);
    path += curve(random, from, to);
    from = to;
  }
  return path;
}

/** A stroke that is never quite straight. */
export function curve(random: Random, [x1, y1]: Corner, [x2, y2]: Corner): string {
  const bend = random.gauss() * 0.06;
  const middleX = (x1 + x2) / 2 + (y2 - y1) * bend;
  const middleY = (y1 + y2) / 2 - (x2 - x1) * bend;
  return `M${x1.toFixed(2)} ${y1.toFixed(2)}Q${middleX.toFixed(2)} ${middleY.toFixed(2)} ${x2.toFixed(2)} ${y2.toFixed(2)}`;
}

export function strokePath(path: string, grey: number, strokeMm: number): string {
  return (
    `<path d="${path}" fill="none" stroke="rgb(${grey},${grey},${grey})" stroke-width="${strokeMm.toFixed(2)}" ` +
    'stroke-linecap="round" stroke-linejoin="round"/>'
  );
}

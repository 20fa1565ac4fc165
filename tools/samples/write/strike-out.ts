import type { Random } from '../random.ts';
import type { Hand } from './hand.ts';
import { type Corner, curve, strokePath } from './mark.ts';

/** Where a word stands: its left end on the baseline, how wide it is and how high its capitals are, in millimetres. */
export interface WrittenSpan {
  readonly x: number;
  readonly y: number;
  readonly widthMm: number;
  readonly capitalMm: number;
}

type StrikeManner = 'line' | 'lines' | 'wave' | 'hatching' | 'cross';

const manners: readonly StrikeManner[] = ['line', 'line', 'line', 'lines', 'wave', 'hatching', 'hatching', 'cross'];

/** Strikes a word out with a pen: one line or two along it, a wave, to and fro across it, or a cross. */
export function strikeOut(pen: Pick<Hand, 'grey' | 'strokeMm'>, random: Random, span: WrittenSpan): string {
  const strokeMm = Math.max(0.3, pen.strokeMm + random.between(0.1, 0.3));
  return strokePath(strokesOf(random.pick(manners), random, span), pen.grey, strokeMm);
}

function strokesOf(manner: StrikeManner, random: Random, { x, y, widthMm, capitalMm }: WrittenSpan): string {
  // 0 is the foot of the word and 1 its head.
  const point = (along: number, up: number): Corner => [
    x + along * widthMm + random.gauss() * 0.3,
    y - (up + random.gauss() * 0.06) * capitalMm,
  ];
  const [from, to] = [-random.between(0.2, 1.2) / widthMm, 1 + random.between(0.2, 1.2) / widthMm];
  switch (manner) {
    case 'line':
      return curve(random, point(from, 0.42), point(to, 0.5));
    case 'lines':
      return curve(random, point(from, 0.3), point(to, 0.33)) + curve(random, point(from, 0.62), point(to, 0.68));
    case 'wave':
      return zigzag(random, point, { from, to, steps: Math.ceil(widthMm / 3), low: 0.25, high: 0.7 });
    case 'hatching':
      return zigzag(random, point, { from, to, steps: Math.ceil(widthMm / 0.8), low: -0.05, high: 1.05 });
    case 'cross':
      return curve(random, point(from, 0), point(to, 1)) + curve(random, point(from, 1), point(to, 0));
  }
}

interface Zigzag {
  readonly from: number;
  readonly to: number;
  readonly steps: number;
  readonly low: number;
  readonly high: number;
}

function zigzag(
  random: Random,
  point: (along: number, up: number) => Corner,
  { from, to, steps, low, high }: Zigzag,
): string {
  const corners = Array.from({ length: steps + 1 }, (_, step) =>
    point(from + ((to - from) * step) / steps, step % 2 === 0 ? low : high),
  );
  return corners
    .slice(1)
    .map((corner, index) => curve(random, corners[index] ?? corner, corner))
    .join('');
}

import type { Random } from '../random.ts';
import type { Hand } from './hand.ts';
import { writeLine } from './line.ts';
import type { WrittenSpan } from './strike-out.ts';

/** A wrong word under correction fluid, brushed on with uneven edges; a little of the word shows through. */
export function whiteOut(hand: Hand, random: Random, wrong: string, span: WrittenSpan): string {
  const { x, y, widthMm, capitalMm } = span;
  const word = writeLine(hand, random, wrong, x, y, widthMm * 1.01);
  const [top, bottom] = [y - capitalMm * 1.25, y + capitalMm * 0.3];
  const steps = Math.max(2, Math.ceil(widthMm / 4));
  const edge = (level: number) => (_: unknown, step: number) =>
    `${(x - 0.8 + ((widthMm + 1.6) * step) / steps).toFixed(2)} ${(level + random.gauss() * 0.25).toFixed(2)}`;
  const upper = Array.from({ length: steps + 1 }, edge(top));
  const lower = Array.from({ length: steps + 1 }, edge(bottom)).reverse();
  const white = random.whole(244, 255);
  const cover = random.between(0.86, 1).toFixed(2);
  const fluid = `<path d="M${[...upper, ...lower].join('L')}Z" fill="rgb(${white},${white},${white})" fill-opacity="${cover}"/>`;
  return word + fluid;
}

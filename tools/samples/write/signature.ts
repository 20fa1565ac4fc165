import type { RectMm } from '../../../ocr/model/geometry.ts';
import type { Random } from '../random.ts';
import type { Hand } from './hand.ts';
import { writeLine } from './line.ts';
import { curve, strokePath } from './mark.ts';

/** Signs a name with a pen, quickly, with a stroke under it. `pen` is a cursive hand. */
export function writeSignature(pen: Hand, random: Random, name: string, rect: RectMm): string {
  const quick: Hand = {
    ...pen,
    capitalMm: random.between(5.6, 7.4),
    slantDeg: random.between(8, 24),
    capitalsOnly: false,
  };
  const x = rect.x + rect.width * random.between(0.08, 0.3);
  const y = rect.y + rect.height * random.between(0.62, 0.75);
  const width = Math.min(rect.width * 0.6, rect.x + rect.width - x - 4);
  const swing = curve(
    random,
    [x - 2, y + random.between(1, 2.4)],
    [x + width * random.between(0.7, 1), y - random.between(-0.4, 1)],
  );
  return writeLine(quick, random, name, x, y, width) + strokePath(swing, pen.grey, pen.strokeMm + 0.2);
}

import type { Box } from '../../model/geometry.ts';
import { cutRegion, regionAround } from '../ink/form-view.ts';
import type { InkMask } from '../ink/mask.ts';
import { type FrameSums, frameShareAt, sumFrames } from './frame-sums.ts';

/** Where the printed frame of a tick box was found, and the share of it that is there, 0 to 1. */
export interface LocatedBox {
  readonly box: Box;
  readonly frameShare: number;
}

/** What a pixel of shift must gain in frame found, so that a box filled in all over stays where it is. */
const shiftCost = 0.008;
/** With less of a frame than this the box has none, or not one that can be seen. */
const leastFrameShare = 0.7;

/**
 * Finds the printed frame of a tick box near where registration puts it. Copies and reprints move single boxes by more than
 * the line they are drawn with is thick, and then the frame itself would pass for a mark. A box without a visible frame stays
 * where it was put. `wide` is the ink grown by a pixel.
 */
export function locateBox(ink: InkMask, wide: InkMask, expected: Box, reachPx: number): LocatedBox {
  const near = regionAround(ink, expected, reachPx);
  if (near === null) return { box: expected, frameShare: 0 };
  // A frame of another size than expected is met by the widened ink; the ink itself centres it.
  const [inkSums, wideSums] = [sumFrames(cutRegion(ink, near)), sumFrames(cutRegion(wide, near))];
  const shareAt = (sums: FrameSums, at: Box) => frameShareAt(sums, shift(at, -near.left, -near.top));
  const scoreAt = (at: Box) => shareAt(wideSums, at) + shareAt(inkSums, at);
  let best = { score: scoreAt(expected), dx: 0, dy: 0 };
  for (let dy = -reachPx; dy <= reachPx; dy += 1) {
    for (let dx = -reachPx; dx <= reachPx; dx += 1) {
      const score = scoreAt(shift(expected, dx, dy)) - shiftCost * Math.hypot(dx, dy);
      if (score > best.score) best = { score, dx, dy };
    }
  }
  const box = shift(expected, best.dx, best.dy);
  const frameShare = shareAt(wideSums, box);
  return frameShare >= leastFrameShare ? { box, frameShare } : { box: expected, frameShare };
}

function shift([x0, y0, x1, y1]: Box, dx: number, dy: number): Box {
  return [x0 + dx, y0 + dy, x1 + dx, y1 + dy];
}

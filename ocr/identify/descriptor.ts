import type { GreyImage } from '../model/page.ts';
import { sharedKernel } from '../prepare/kernel/shared.ts';
import type { Corner } from './corners.ts';
import { seededRandom } from './random.ts';

/** Bits of one descriptor and the 32-bit words that hold them. */
export const descriptorBits = 256;
export const descriptorWords = descriptorBits / 32;
/** Half side of the described square, in pixels: 11 mm across at 75 dpi, a few letters on two or three lines. */
export const descriptorRadiusPx = 15;

/** By how much the second pixel of a pair must be lighter. */
const contrast = { share: 0.35, leastDeviation: 3 };

/** How a page must be turned clockwise to lie like the layout. */
export type TurnDeg = 0 | 90 | 180 | 270;

/** Pairs of pixels to compare, `x0, y0, x1, y1` each, around a corner. */
export type DescriptorPattern = Int8Array;

/** Draws the pairs from a normal distribution around the centre, the best of the layouts tried by the paper below. */
export function descriptorPattern(): DescriptorPattern {
  const random = seededRandom(0x7ab0_1a21);
  const normal = (): number => {
    const value = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.max(-descriptorRadiusPx, Math.min(descriptorRadiusPx, Math.round(value * descriptorRadiusPx * 0.45)));
  };
  return Int8Array.from({ length: descriptorBits * 4 }, normal);
}

/**
 * Describes the surroundings of each corner in a smoothed image by comparing pairs of pixels: BRIEF (M. Calonder and
 * others, ECCV 2010), with one change: a bit is set only where the second pixel is lighter by a share of the patch's own
 * contrast. On paper most pairs fall on equal white, where the plain comparison would record noise. The pattern is turned
 * as the page would be, so that a page fed upside down needs no second image. Returns `descriptorWords` words a corner.
 */
export function describeCorners(
  smooth: GreyImage,
  corners: readonly Corner[],
  pattern: DescriptorPattern,
  turnDeg: TurnDeg,
): Uint32Array {
  const kernel = sharedKernel();
  const places = Int32Array.from(corners, ({ x, y }) => y * smooth.widthPx + x);
  const offsets = patternOffsets(pattern, smooth.widthPx, turnDeg);
  return kernel.scope(() => kernel.describe(kernel.load(smooth), places, { offsets, ...contrast }));
}

/** The first pixels of all pairs, then the second ones. */
function patternOffsets(pattern: DescriptorPattern, widthPx: number, turnDeg: TurnDeg): Int32Array {
  const offsets = new Int32Array(pattern.length / 2);
  for (let i = 0; i < offsets.length; i++) {
    const [dx, dy] = unturnOffset(pattern[2 * i] ?? 0, pattern[2 * i + 1] ?? 0, turnDeg);
    offsets[(i % 2) * descriptorBits + (i >> 1)] = dy * widthPx + dx;
  }
  return offsets;
}

/** Where an offset on the upright page lies on the page as it came. */
function unturnOffset(dx: number, dy: number, turnDeg: TurnDeg): [number, number] {
  if (turnDeg === 90) return [dy, -dx];
  if (turnDeg === 180) return [-dx, -dy];
  if (turnDeg === 270) return [-dy, dx];
  return [dx, dy];
}

/** Number of differing bits between a descriptor of `one` and one of `other`. Stops counting above `limit`. */
export function descriptorDistance(
  one: Uint32Array,
  oneIndex: number,
  other: Uint32Array,
  otherIndex: number,
  limit: number,
): number {
  let distance = 0;
  const oneStart = oneIndex * descriptorWords;
  const otherStart = otherIndex * descriptorWords;
  for (let i = 0; i < descriptorWords && distance <= limit; i++) {
    let bits = (one[oneStart + i] ?? 0) ^ (other[otherStart + i] ?? 0);
    bits -= (bits >>> 1) & 0x5555_5555;
    bits = (bits & 0x3333_3333) + ((bits >>> 2) & 0x3333_3333);
    distance += Math.imul((bits + (bits >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
  }
  return distance;
}

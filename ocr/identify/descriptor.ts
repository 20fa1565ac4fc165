import type { GreyImage } from '../model/page.ts';
import type { Corner } from './corners.ts';
import { seededRandom } from './random.ts';

/** Bits of one descriptor and the 32-bit words that hold them. */
export const descriptorBits = 256;
export const descriptorWords = descriptorBits / 32;
/** Half side of the described square, in pixels: 11 mm across at 75 dpi, a few letters on two or three lines. */
export const descriptorRadiusPx = 15;

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
  const offsets = patternOffsets(pattern, smooth.widthPx, turnDeg);
  const values = new Int32Array(offsets.length);
  const words = new Uint32Array(corners.length * descriptorWords);
  corners.forEach((corner, index) => {
    const centre = corner.y * smooth.widthPx + corner.x;
    const step = samplePatch(smooth.data, centre, offsets, values) * 0.35;
    for (let bit = 0; bit < descriptorBits; bit++) {
      if ((values[2 * bit + 1] ?? 0) - (values[2 * bit] ?? 0) <= step) continue;
      const at = index * descriptorWords + (bit >> 5);
      words[at] = (words[at] ?? 0) | (1 << (bit & 31));
    }
  });
  return words;
}

/** Reads the pattern's pixels and returns their standard deviation, at least three levels. */
function samplePatch(data: Uint8Array, centre: number, offsets: Int32Array, values: Int32Array): number {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < offsets.length; i++) {
    const value = data[centre + (offsets[i] ?? 0)] ?? 255;
    values[i] = value;
    sum += value;
    squares += value * value;
  }
  const mean = sum / offsets.length;
  return Math.max(3, Math.sqrt(squares / offsets.length - mean * mean));
}

function patternOffsets(pattern: DescriptorPattern, widthPx: number, turnDeg: TurnDeg): Int32Array {
  const offsets = new Int32Array(pattern.length / 2);
  for (let i = 0; i < offsets.length; i++) {
    const [dx, dy] = unturnOffset(pattern[2 * i] ?? 0, pattern[2 * i + 1] ?? 0, turnDeg);
    offsets[i] = dy * widthPx + dx;
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

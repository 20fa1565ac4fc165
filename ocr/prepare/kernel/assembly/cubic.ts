import { pixel, placesFrom } from './warp';

/** Bytes of the weights of one position: four numbers of 16 bits. */
const WEIGHTS_SHIFT: i32 = 3;

/**
 * As `warpBilinear`, with cubic convolution (Keys 1981, a = -1/2), which keeps enlarged strokes sharp. `weights` needs
 * room for 2048 bytes.
 */
export function warpCubic(
  source: usize,
  width: i32,
  height: i32,
  target: usize,
  targetWidth: i32,
  targetHeight: i32,
  a: f64,
  b: f64,
  c: f64,
  d: f64,
  e: f64,
  f: f64,
  fill: i32,
  weights: usize,
): void {
  storeCubicWeights(weights);
  const stepX = <i64>nearest(a * 65536);
  const stepY = <i64>nearest(b * 65536);
  // Four neighbours of the target must come from 16 neighbours of the source in four rows, or five.
  const isLevel = stepX >= 0 && stepX < 240000 && stepY > -20000 && stepY < 20000;
  for (let y = 0; y < targetHeight; y++) {
    const middle = <f64>y + 0.5;
    let u = <i64>nearest((a * 0.5 + c * middle + e - 0.5) * 65536);
    let v = <i64>nearest((b * 0.5 + d * middle + f - 0.5) * 65536);
    const row = target + <usize>y * targetWidth;
    let x = 0;
    for (; isLevel && x + 4 <= targetWidth; x += 4, u += 4 * stepX, v += 4 * stepY) {
      const left = <i32>(u >> 16) - 1;
      const right = <i32>((u + 3 * stepX) >> 16) + 2;
      const top = <i32>(min<i64>(v, v + 3 * stepY) >> 16) - 1;
      const bottom = <i32>(max<i64>(v, v + 3 * stepY) >> 16) + 2;
      if (left >= 0 && top >= 0 && right < width && bottom < height) {
        const from = source + <usize>top * width + left;
        const across = <i32>(u - ((<i64>left + 1) << 16));
        const down = <i32>(v - ((<i64>top + 1) << 16));
        const levels = sampleFour(from, width, across, <i32>stepX, down, <i32>stepY, bottom - top > 3, weights);
        const words = i16x8.narrow_i32x4_s(levels, levels);
        v128.store32_lane(row + x, i8x16.narrow_i16x8_u(words, words), 0);
      } else {
        for (let i = 0; i < 4; i++) {
          store<u8>(row + x + i, sampleOne(source, width, height, u + i * stepX, v + i * stepY, fill, weights));
        }
      }
    }
    for (; x < targetWidth; x++, u += stepX, v += stepY) {
      store<u8>(row + x, sampleOne(source, width, height, u, v, fill, weights));
    }
  }
}

/** The source at `(u, v)` in 1/65536 pixels between pixels' middles. */
function sampleOne(source: usize, width: i32, height: i32, u: i64, v: i64, fill: u32, weights: usize): u32 {
  const left = <i32>(u >> 16) - 1;
  const top = <i32>(v >> 16) - 1;
  const across = weights + ((<usize>(u >> 8) & 255) << WEIGHTS_SHIFT);
  const down = weights + ((<usize>(v >> 8) & 255) << WEIGHTS_SHIFT);
  let sum: i32 = 0;
  for (let j = 0; j < 4; j++) {
    let line: i32 = 0;
    for (let i = 0; i < 4; i++) {
      line += <i32>pixel(source, width, height, left + i, top + j, fill) * <i32>load<i16>(across + (i << 1));
    }
    sum += line * <i32>load<i16>(down + (j << 1));
  }
  return max<i32>(0, min<i32>(255, (sum + (1 << 19)) >> 20));
}

/**
 * Samples four pixels that lie at `across + i * stepX`, `down + i * stepY` from the second pixel of the second row, in 1/65536;
 * `from` is the first of the first row. All lie within 16 pixels across, and within four rows, or five where `fiveRows`.
 */
function sampleFour(
  from: usize,
  width: i32,
  across: i32,
  stepX: i32,
  down: i32,
  stepY: i32,
  fiveRows: bool,
  weights: usize,
): v128 {
  const neighbours = neighboursOf(i32x4.shr_u(placesFrom(across, stepX), 16));
  let one = twoWeights(weights, across, stepX);
  let other = twoWeights(weights, across + 2 * stepX, stepX);
  const nearWeights = v128.shuffle<i32>(one, other, 0, 2, 4, 6);
  const farWeights = v128.shuffle<i32>(one, other, 1, 3, 5, 7);
  let first = blendRow(from, neighbours, nearWeights, farWeights);
  let second = blendRow(from + width, neighbours, nearWeights, farWeights);
  let third = blendRow(from + 2 * width, neighbours, nearWeights, farWeights);
  let fourth = blendRow(from + 3 * width, neighbours, nearWeights, farWeights);
  if (fiveRows) {
    const fifth = blendRow(from + 4 * width, neighbours, nearWeights, farWeights);
    const isLower = i32x4.ge_s(placesFrom(down, stepY), i32x4.splat(65536));
    first = v128.bitselect(second, first, isLower);
    second = v128.bitselect(third, second, isLower);
    third = v128.bitselect(fourth, third, isLower);
    fourth = v128.bitselect(fifth, fourth, isLower);
  }
  one = twoWeights(weights, down, stepY);
  other = twoWeights(weights, down + 2 * stepY, stepY);
  const upper = v128.shuffle<i32>(one, other, 0, 2, 4, 6);
  const lower = v128.shuffle<i32>(one, other, 1, 3, 5, 7);
  const sum = i32x4.add(
    i32x4.add(i32x4.mul(first, lowWords(upper)), i32x4.mul(second, i32x4.shr_s(upper, 16))),
    i32x4.add(i32x4.mul(third, lowWords(lower)), i32x4.mul(fourth, i32x4.shr_s(lower, 16))),
  );
  return i32x4.shr_s(i32x4.add(sum, i32x4.splat(1 << 19)), 20);
}

/** Of four pixels whose first neighbours are given: the first and second of each, then the third and fourth of each. */
function neighboursOf(lefts: v128): v128 {
  // The number of a first neighbour is below 16: times 257 it stands in both bytes of a word.
  const words = i16x8.narrow_i32x4_u(lefts, lefts);
  return i8x16.add(i16x8.mul(words, i16x8.splat(257)), i8x16(0, 1, 0, 1, 0, 1, 0, 1, 2, 3, 2, 3, 2, 3, 2, 3));
}

/** The weights of two positions, `place` and the next. */
function twoWeights(weights: usize, place: i32, step: i32): v128 {
  return v128.load64_lane(weightsAt(weights, place + step), v128.load64_zero(weightsAt(weights, place)), 1);
}

function weightsAt(weights: usize, place: i32): usize {
  return weights + (((<usize>place >> 8) & 255) << WEIGHTS_SHIFT);
}

function lowWords(values: v128): v128 {
  return i32x4.shr_s(i32x4.shl(values, 16), 16);
}

/** Blends four neighbours of a row for each of four pixels. */
function blendRow(row: usize, neighbours: v128, nearWeights: v128, farWeights: v128): v128 {
  const pixels = v128.swizzle(v128.load(row), neighbours);
  return i32x4.add(
    i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(pixels), nearWeights),
    i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(pixels), farWeights),
  );
}

/** Weights of the four neighbours for 256 positions between the middle two, in 1/1024. */
function storeCubicWeights(weights: usize): void {
  for (let i = 0; i < 256; i++) {
    const t = <f64>i / 256;
    const first = <i32>nearest(((-0.5 * t + 1) * t - 0.5) * t * 1024);
    const third = <i32>nearest(((-1.5 * t + 2) * t + 0.5) * t * 1024);
    const fourth = <i32>nearest((0.5 * t - 0.5) * t * t * 1024);
    const at = weights + (i << WEIGHTS_SHIFT);
    store<i16>(at, <i16>first);
    store<i16>(at, <i16>(1024 - first - third - fourth), 2);
    store<i16>(at, <i16>third, 4);
    store<i16>(at, <i16>fourth, 6);
  }
}

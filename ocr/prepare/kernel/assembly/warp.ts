/** Turns a picture clockwise by `quarters` quarter turns, 1 to 3. */
export function turn(source: usize, width: i32, height: i32, quarters: i32, target: usize): void {
  if (quarters === 2) {
    const count = <usize>width * height;
    for (let i: usize = 0; i < count; i++) store<u8>(target + count - 1 - i, load<u8>(source + i));
    return;
  }
  // Squares of 32 x 32 keep both pictures' lines in the cache.
  for (let top = 0; top < height; top += 32) {
    for (let left = 0; left < width; left += 32) {
      const bottom = min<i32>(height, top + 32);
      const right = min<i32>(width, left + 32);
      for (let y = top; y < bottom; y++) {
        for (let x = left; x < right; x++) {
          const value = load<u8>(source + <usize>y * width + x);
          const at = quarters === 1 ? <usize>x * height + (height - 1 - y) : <usize>(width - 1 - x) * height + y;
          store<u8>(target + at, value);
        }
      }
    }
  }
}

/** As `warpBilinear`, each pixel that of the source which lies there. */
export function warpNearest(
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
): void {
  const stepX = <i64>nearest(a * 65536);
  const stepY = <i64>nearest(b * 65536);
  for (let y = 0; y < targetHeight; y++) {
    const middle = <f64>y + 0.5;
    let u = <i64>nearest((a * 0.5 + c * middle + e) * 65536);
    let v = <i64>nearest((b * 0.5 + d * middle + f) * 65536);
    const row = target + <usize>y * targetWidth;
    const lastU = u + <i64>(targetWidth - 1) * stepX;
    const lastV = v + <i64>(targetWidth - 1) * stepY;
    // A row of which both ends lie within the source lies within it altogether.
    if (isWithin(u, width) && isWithin(lastU, width) && isWithin(v, height) && isWithin(lastV, height)) {
      for (let x = 0; x < targetWidth; x++, u += stepX, v += stepY) {
        store<u8>(row + x, load<u8>(source + <usize>(v >> 16) * width + <usize>(u >> 16)));
      }
    } else {
      for (let x = 0; x < targetWidth; x++, u += stepX, v += stepY) {
        store<u8>(row + x, pixel(source, width, height, <i32>(u >> 16), <i32>(v >> 16), fill));
      }
    }
  }
}

function isWithin(place: i64, size: i32): bool {
  return place >= 0 && place >> 16 < <i64>size;
}

/**
 * Draws `target` by looking up each of its pixels in `source` at `(a*x + c*y + e, b*x + d*y + f)`, where pixel `i` of
 * both spans `[i, i + 1)`. Bilinear; what lies outside the source becomes `fill`.
 */
export function warpBilinear(
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
): void {
  const stepX = <i64>nearest(a * 65536);
  const stepY = <i64>nearest(b * 65536);
  // Eight neighbours of the target must come from 16 neighbours of the source in two rows, or three.
  const isLevel = stepX >= 0 && stepX < 130000 && stepY > -9000 && stepY < 9000;
  for (let y = 0; y < targetHeight; y++) {
    const middle = <f64>y + 0.5;
    let u = <i64>nearest((a * 0.5 + c * middle + e - 0.5) * 65536);
    let v = <i64>nearest((b * 0.5 + d * middle + f - 0.5) * 65536);
    const row = target + <usize>y * targetWidth;
    let x = 0;
    for (; isLevel && x + 8 <= targetWidth; x += 8, u += 8 * stepX, v += 8 * stepY) {
      const left = <i32>(u >> 16);
      const right = <i32>((u + 7 * stepX) >> 16);
      const top = <i32>(min<i64>(v, v + 7 * stepY) >> 16);
      const bottom = <i32>(max<i64>(v, v + 7 * stepY) >> 16);
      if (left >= 0 && top >= 0 && right < width - 1 && bottom < height - 1) {
        const from = source + <usize>top * width + left;
        const across = <i32>(u - ((<i64>left) << 16));
        const down = <i32>(v - ((<i64>top) << 16));
        sampleEight(from, width, across, <i32>stepX, down, <i32>stepY, bottom > top, row + x);
      } else {
        for (let i = 0; i < 8; i++) {
          store<u8>(row + x + i, sampleOne(source, width, height, u + i * stepX, v + i * stepY, fill));
        }
      }
    }
    for (; x < targetWidth; x++, u += stepX, v += stepY) {
      store<u8>(row + x, sampleOne(source, width, height, u, v, fill));
    }
  }
}

/** The source at `(u, v)` in 1/65536 pixels between pixels' middles. */
function sampleOne(source: usize, width: i32, height: i32, u: i64, v: i64, fill: u32): u32 {
  const left = <i32>(u >> 16);
  const top = <i32>(v >> 16);
  const shareX = <u32>(u >> 8) & 255;
  const shareY = <u32>(v >> 8) & 255;
  let upper: u32;
  let lower: u32;
  if (<u32>left < <u32>(width - 1) && <u32>top < <u32>(height - 1)) {
    const at = source + <usize>top * width + left;
    upper = <u32>load<u8>(at) * (256 - shareX) + <u32>load<u8>(at, 1) * shareX;
    lower = <u32>load<u8>(at + width) * (256 - shareX) + <u32>load<u8>(at + width, 1) * shareX;
  } else {
    upper =
      pixel(source, width, height, left, top, fill) * (256 - shareX) +
      pixel(source, width, height, left + 1, top, fill) * shareX;
    lower =
      pixel(source, width, height, left, top + 1, fill) * (256 - shareX) +
      pixel(source, width, height, left + 1, top + 1, fill) * shareX;
  }
  return (upper * (256 - shareY) + lower * shareY + 32768) >> 16;
}

/**
 * Samples eight pixels that lie at `across + i * stepX`, `down + i * stepY` from the pixel at `from`, in 1/65536: within 16
 * pixels across, and within two rows, or three where `threeRows`.
 */
function sampleEight(
  from: usize,
  width: i32,
  across: i32,
  stepX: i32,
  down: i32,
  stepY: i32,
  threeRows: bool,
  out: usize,
): void {
  const firstX = placesFrom(across, stepX);
  const lastX = placesFrom(across + 4 * stepX, stepX);
  const wholeX = i16x8.narrow_i32x4_u(i32x4.shr_u(firstX, 16), i32x4.shr_u(lastX, 16));
  const lefts = i8x16.narrow_i16x8_u(wholeX, wholeX);
  const shareX = i16x8.narrow_i32x4_u(shareOf(firstX), shareOf(lastX));
  let upper = blendAcross(v128.load(from), lefts, shareX);
  let lower = blendAcross(v128.load(from + width), lefts, shareX);
  const firstY = placesFrom(down, stepY);
  const lastY = placesFrom(down + 4 * stepY, stepY);
  if (threeRows) {
    const lowest = blendAcross(v128.load(from + 2 * width), lefts, shareX);
    const isLower = i16x8.ne(i16x8.narrow_i32x4_u(i32x4.shr_u(firstY, 16), i32x4.shr_u(lastY, 16)), i16x8.splat(0));
    upper = v128.bitselect(lower, upper, isLower);
    lower = v128.bitselect(lowest, lower, isLower);
  }
  const shareY = i16x8.narrow_i32x4_u(shareOf(firstY), shareOf(lastY));
  const rest = i16x8.sub(i16x8.splat(256), shareY);
  const half = i32x4.splat(32768);
  const first = i32x4.add(i32x4.extmul_low_i16x8_u(upper, rest), i32x4.extmul_low_i16x8_u(lower, shareY));
  const last = i32x4.add(i32x4.extmul_high_i16x8_u(upper, rest), i32x4.extmul_high_i16x8_u(lower, shareY));
  const words = i16x8.narrow_i32x4_u(i32x4.shr_u(i32x4.add(first, half), 16), i32x4.shr_u(i32x4.add(last, half), 16));
  v128.store64_lane(out, i8x16.narrow_i16x8_u(words, words), 0);
}

export function placesFrom(start: i32, step: i32): v128 {
  return i32x4.add(i32x4.splat(start), i32x4.mul(i32x4.splat(step), i32x4(0, 1, 2, 3)));
}

/** The part of a place that lies beyond its whole pixel, in 1/256. */
function shareOf(places: v128): v128 {
  return v128.and(i32x4.shr_u(places, 8), i32x4.splat(255));
}

/** Blends eight pairs of neighbours of a row, the left ones at `lefts`, into 16-bit numbers of 1/256 levels. */
function blendAcross(row: v128, lefts: v128, share: v128): v128 {
  const left = i16x8.extend_low_i8x16_u(v128.swizzle(row, lefts));
  const right = i16x8.extend_low_i8x16_u(v128.swizzle(row, i8x16.add(lefts, i8x16.splat(1))));
  return i16x8.add(i16x8.shl(left, 8), i16x8.mul(i16x8.sub(right, left), share));
}

export function pixel(source: usize, width: i32, height: i32, x: i32, y: i32, fill: u32): u32 {
  return <u32>x < <u32>width && <u32>y < <u32>height ? <u32>load<u8>(source + <usize>y * width + x) : fill;
}

const TABLE_BYTES: i32 = 1024;
const WHITE: i32 = 255;

/**
 * Counts the 256 grey levels of `count` pixels into 256 32-bit numbers at `target`, which needs room for 4096 bytes. Counts
 * are spread over four tables: where many pixels are of one level, adding to one number again and again waits each time. White is
 * counted by sixteens.
 */
export function histogram(source: usize, count: i32, target: usize): void {
  memory.fill(target, 0, 4 * TABLE_BYTES);
  const end = source + <usize>count;
  const white = i8x16.splat(<i8>WHITE);
  let whites: u32 = 0;
  let at = source;
  for (; at + 16 <= end; at += 16) {
    if (i8x16.all_true(i8x16.eq(v128.load(at), white))) {
      whites += 16;
      continue;
    }
    for (let i: usize = 0; i < 16; i += 4) {
      const four = load<u32>(at + i);
      countLevel(target, four & 255);
      countLevel(target + TABLE_BYTES, (four >> 8) & 255);
      countLevel(target + 2 * TABLE_BYTES, (four >> 16) & 255);
      countLevel(target + 3 * TABLE_BYTES, four >> 24);
    }
  }
  for (; at < end; at++) countLevel(target, load<u8>(at));
  for (let table = target; table < target + TABLE_BYTES; table += 16) {
    const first = i32x4.add(v128.load(table), v128.load(table, TABLE_BYTES));
    const second = i32x4.add(v128.load(table, 2 * TABLE_BYTES), v128.load(table, 3 * TABLE_BYTES));
    v128.store(table, i32x4.add(first, second));
  }
  const whitest = target + (WHITE << 2);
  store<u32>(whitest, load<u32>(whitest) + whites);
}

function countLevel(table: usize, level: usize): void {
  const at = table + (level << 2);
  store<u32>(at, load<u32>(at) + 1);
}

/** Maps `black` to 0 and `white` to 255, linearly between, in place. `white` must exceed `black`. */
export function stretch(pixels: usize, count: i32, black: i32, white: i32): void {
  const scale = <u16>((255 * 256 + (white - black) / 2) / (white - black));
  const low = i8x16.splat(<i8>black);
  const factor = i16x8.splat(scale);
  let i = 0;
  for (; i + 16 <= count; i += 16) {
    const raised = v128.sub_sat<u8>(v128.load(pixels + i), low);
    v128.store(pixels + i, scaled(raised, factor, factor));
  }
  for (; i < count; i++) {
    const value = (max<i32>(0, <i32>load<u8>(pixels + i) - black) * <i32>scale + 128) >> 8;
    store<u8>(pixels + i, min<i32>(255, value));
  }
}

/** Multiplies 16 pixels by 8.8 fixed-point factors, eight in each of two vectors, rounded and saturated. */
function scaled(values: v128, first: v128, second: v128): v128 {
  const half = i32x4.splat(128);
  const low = i16x8.extend_low_i8x16_u(values);
  const high = i16x8.extend_high_i8x16_u(values);
  const a = i32x4.shr_u(i32x4.add(i32x4.extmul_low_i16x8_u(low, first), half), 8);
  const b = i32x4.shr_u(i32x4.add(i32x4.extmul_high_i16x8_u(low, first), half), 8);
  const c = i32x4.shr_u(i32x4.add(i32x4.extmul_low_i16x8_u(high, second), half), 8);
  const d = i32x4.shr_u(i32x4.add(i32x4.extmul_high_i16x8_u(high, second), half), 8);
  return i8x16.narrow_i16x8_u(i16x8.narrow_i32x4_u(a, b), i16x8.narrow_i32x4_u(c, d));
}

/**
 * Divides a picture by its background: each pixel becomes `255 * pixel / background`, saturated. The background is a
 * coarse picture of `coarseWidth` x `coarseHeight` levels over the same area, interpolated between its cells' centres.
 * `factors` needs room for `4 * coarseWidth + 2 * width + 32` bytes.
 */
export function divideByBackground(
  source: usize,
  width: i32,
  height: i32,
  background: usize,
  coarseWidth: i32,
  coarseHeight: i32,
  target: usize,
  factors: usize,
): void {
  const blended = factors;
  const perPixel = (factors + (coarseWidth << 2) + 15) & ~15;
  for (let y = 0; y < height; y++) {
    // Backgrounds change slowly: one row of factors serves four rows of pixels.
    if ((y & 3) === 0) {
      blendRow(background, coarseWidth, coarseHeight, <f32>(y + 2) / <f32>height, blended);
      spreadRow(blended, coarseWidth, width, perPixel);
    }
    const from = source + <usize>y * width;
    const to = target + <usize>y * width;
    let x = 0;
    for (; x + 16 <= width; x += 16) {
      const factor = perPixel + (x << 1);
      v128.store(to + x, scaled(v128.load(from + x), v128.load(factor), v128.load(factor, 16)));
    }
    for (; x < width; x++) {
      const value = (<u32>load<u8>(from + x) * <u32>load<u16>(perPixel + (x << 1)) + 128) >> 8;
      store<u8>(to + x, min<u32>(255, value));
    }
  }
}

/** Interpolates one row of the background at the relative height `at` and stores the factors that whiten it. */
function blendRow(background: usize, coarseWidth: i32, coarseHeight: i32, at: f32, blended: usize): void {
  const y = min<f32>(<f32>(coarseHeight - 1), max<f32>(0, at * <f32>coarseHeight - 0.5));
  const upper = <i32>y;
  const lower = min<i32>(coarseHeight - 1, upper + 1);
  const share = y - <f32>upper;
  for (let x = 0; x < coarseWidth; x++) {
    const above = <f32>load<u8>(background + <usize>upper * coarseWidth + x);
    const below = <f32>load<u8>(background + <usize>lower * coarseWidth + x);
    store<f32>(blended + (x << 2), (255.0 * 256.0) / max<f32>(1, above + (below - above) * share));
  }
}

/** Spreads a row of factors over the pixels, interpolated anew for every eight of them. */
function spreadRow(blended: usize, coarseWidth: i32, width: i32, perPixel: usize): void {
  for (let x = 0; x < width; x += 8) {
    const at = min<f32>(<f32>(coarseWidth - 1), max<f32>(0, (<f32>(x + 4) / <f32>width) * <f32>coarseWidth - 0.5));
    const left = <i32>at;
    const right = min<i32>(coarseWidth - 1, left + 1);
    const first = load<f32>(blended + (left << 2));
    const factor = first + (load<f32>(blended + (right << 2)) - first) * (at - <f32>left);
    v128.store(perPixel + (x << 1), i16x8.splat(<u16>min<f32>(65535, factor)));
  }
}

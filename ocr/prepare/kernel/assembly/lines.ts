import { darker } from './ink';

/**
 * Marks ink at a fraction of the resolution: a pixel is ink where any of the `factor` x `factor` that it stands for is darker
 * than `level`. The target is `ceil(width / factor)` wide and as many high; `row` needs room for `width` bytes.
 */
export function darkerReduced(
  source: usize,
  width: i32,
  height: i32,
  factor: i32,
  level: i32,
  target: usize,
  row: usize,
): void {
  if (factor === 1) {
    darker(source, width * height, level, target);
    return;
  }
  const targetWidth = (width + factor - 1) / factor;
  const targetHeight = (height + factor - 1) / factor;
  for (let y = 0; y < targetHeight; y++) {
    darkestRow(source + <usize>(y * factor) * width, width, min<i32>(factor, height - y * factor), row);
    for (let x = 0; x < targetWidth; x++) {
      const end = min<i32>(width, (x + 1) * factor);
      let darkest: i32 = 255;
      for (let from = x * factor; from < end; from++) darkest = min<i32>(darkest, <i32>load<u8>(row + from));
      store<u8>(target + <usize>y * targetWidth + x, <u8>(darkest < level));
    }
  }
}

/** The darkest pixel of each column in some rows. */
function darkestRow(source: usize, width: i32, rows: i32, out: usize): void {
  memory.copy(out, source, width);
  for (let i = 1; i < rows; i++) {
    const at = source + <usize>i * width;
    let x = 0;
    for (; x + 16 <= width; x += 16) {
      v128.store(out + x, i8x16.min_u(v128.load(out + x), v128.load(at + x)));
    }
    for (; x < width; x++) store<u8>(out + x, min<u8>(load<u8>(out + x), load<u8>(at + x)));
  }
}

/**
 * Keeps of a mask what runs straight across or down for `least` pixels at least, 1 to 255. `lengths` needs room for a byte a
 * column.
 */
export function straightLines(mask: usize, width: i32, height: i32, least: i32, target: usize, lengths: usize): void {
  memory.fill(target, 0, <usize>width * height);
  memory.fill(lengths, 0, width);
  for (let y = 0; y < height; y++) {
    const row = <usize>y * width;
    keepAcross(mask + row, width, least, target + row);
    keepDown(mask + row, width, least, target + row, lengths);
  }
}

function keepAcross(row: usize, width: i32, least: i32, out: usize): void {
  let x = placeOf(1, row, 0, width);
  while (x < width) {
    const end = placeOf(0, row, x, width);
    if (end - x >= least) memory.fill(out + x, 1, end - x);
    x = placeOf(1, row, end, width);
  }
}

/** The first place at or behind `from` that holds `value`, or the width. */
function placeOf(value: u8, row: usize, from: i32, width: i32): i32 {
  const wanted = i8x16.splat(value);
  let x = from;
  for (; x + 16 <= width; x += 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(row + x), wanted));
    if (found !== 0) return x + ctz<i32>(found);
  }
  while (x < width && load<u8>(row + x) !== value) x++;
  return x;
}

/** `lengths` holds how long each column's ink goes on above, 255 at most. */
function keepDown(row: usize, width: i32, least: i32, out: usize, lengths: usize): void {
  const one = i8x16.splat(1);
  const limit = i8x16.splat(<i8>least);
  let x = 0;
  for (; x + 16 <= width; x += 16) {
    const ink = v128.load(row + x);
    const length = v128.and(i8x16.add_sat_u(v128.load(lengths + x), one), i8x16.neg(ink));
    v128.store(lengths + x, length);
    const long = i8x16.ge_u(length, limit);
    if (!v128.any_true(long)) continue;
    v128.store(out + x, v128.or(v128.load(out + x), v128.and(long, one)));
    for (let i = x; i < x + 16; i++) markAbove(out + i, width, <i32>load<u8>(lengths + i), least);
  }
  for (; x < width; x++) {
    const length = load<u8>(row + x) === 0 ? 0 : min<i32>(255, <i32>load<u8>(lengths + x) + 1);
    store<u8>(lengths + x, <u8>length);
    if (length >= least) store<u8>(out + x, 1);
    markAbove(out + x, width, length, least);
  }
}

/** A stretch that has just become long enough is kept from its beginning. */
function markAbove(at: usize, width: i32, length: i32, least: i32): void {
  if (length !== least) return;
  for (let i = 1; i < least; i++) store<u8>(at - <usize>i * width, 1);
}

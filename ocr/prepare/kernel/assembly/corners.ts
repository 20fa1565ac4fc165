/**
 * Writes the corner strength of every pixel, a float each: the smaller eigenvalue of the gradient matrix summed over a square of
 * `2 * radius + 1` pixels (J. Shi, C. Tomasi 1994). Beyond the picture and along its border there is no gradient. The radius is below
 * 90, so that sums fit 32 bits. `sums` needs room for three lines of `lineBytes(width, radius)`.
 */
export function cornerStrengths(
  source: usize,
  width: i32,
  height: i32,
  radius: i32,
  strengths: usize,
  sums: usize,
): void {
  const line = lineBytes(width, radius);
  memory.fill(sums, 0, 3 * line);
  // Before the first column there is one more than the square reaches: the one that leaves it first.
  const columns = sums + ((<usize>radius + 1) << 2);
  for (let entering = 0; entering < height + radius; entering++) {
    addProducts(source, width, height, entering, 1, columns, line);
    addProducts(source, width, height, entering - 2 * radius - 1, -1, columns, line);
    if (entering < radius) continue;
    const row = strengths + ((<usize>(entering - radius) * width) << 2);
    writeStrengths(columns, line, width, radius, row);
  }
}

/** Room for a number of 4 bytes for each column and those that the square reaches beyond them. */
function lineBytes(width: i32, radius: i32): usize {
  return (((<usize>(width + 2 * radius + 1)) << 2) + 15) & ~15;
}

/** Adds the products of one row's gradients to the sums of the columns, times 1 or -1. */
function addProducts(source: usize, width: i32, height: i32, row: i32, sign: i16, columns: usize, line: usize): void {
  if (row <= 0 || row >= height - 1) return;
  const start = source + <usize>row * width;
  const signs = i16x8.splat(sign);
  let x = 1;
  for (; x + 8 < width; x += 8) {
    const at = start + x;
    const across = i16x8.sub(v128.load8x8_u(at + 1), v128.load8x8_u(at - 1));
    const down = i16x8.sub(v128.load8x8_u(at + width), v128.load8x8_u(at - width));
    const signed = i16x8.mul(across, signs);
    const to = columns + ((<usize>x) << 2);
    addEight(to, signed, across);
    addEight(to + line, i16x8.mul(down, signs), down);
    addEight(to + 2 * line, signed, down);
  }
  for (; x < width - 1; x++) {
    const at = start + x;
    const across = <i32>load<u8>(at + 1) - <i32>load<u8>(at - 1);
    const down = <i32>load<u8>(at + width) - <i32>load<u8>(at - width);
    const to = columns + ((<usize>x) << 2);
    store<i32>(to, load<i32>(to) + sign * across * across);
    store<i32>(to + line, load<i32>(to + line) + sign * down * down);
    store<i32>(to + 2 * line, load<i32>(to + 2 * line) + sign * across * down);
  }
}

function addEight(to: usize, one: v128, other: v128): void {
  v128.store(to, i32x4.add(v128.load(to), i32x4.extmul_low_i16x8_s(one, other)));
  v128.store(to, i32x4.add(v128.load(to, 16), i32x4.extmul_high_i16x8_s(one, other)), 16);
}

/** Sums the columns within the radius, one column after the other, and writes the smaller eigenvalue of each sum. */
function writeStrengths(columns: usize, line: usize, width: i32, radius: i32, strengths: usize): void {
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let x = -radius; x < width; x++) {
    const entering = columns + ((x + radius) << 2);
    xx += load<i32>(entering);
    yy += load<i32>(entering + line);
    xy += load<i32>(entering + 2 * line);
    if (x < 0) continue;
    const leaving = columns + ((x - radius - 1) << 2);
    xx -= load<i32>(leaving);
    yy -= load<i32>(leaving + line);
    xy -= load<i32>(leaving + 2 * line);
    store<f32>(strengths + ((<usize>x) << 2), <f32>smallerEigenvalue(xx, yy, xy));
  }
}

function smallerEigenvalue(xx: i32, yy: i32, xy: i32): f64 {
  if (xx === 0 || yy === 0) return 0;
  const half = (<f64>xx - <f64>yy) / 2;
  const cross = <f64>xy;
  return (<f64>xx + <f64>yy) / 2 - Math.sqrt(half * half + cross * cross);
}

/**
 * Smooths with a box of `2 * radius + 1` pixels; the border repeats. The radius is 1 to 7. `target` and `across` need room for 16 bytes
 * beyond the picture, `row` for `width + 2 * radius + 16`.
 */
export function boxBlur(
  source: usize,
  width: i32,
  height: i32,
  radius: i32,
  target: usize,
  across: usize,
  row: usize,
): void {
  for (let y = 0; y < height; y++) {
    const from = source + <usize>y * width;
    memory.fill(row, load<u8>(from), radius);
    memory.copy(row + radius, from, width);
    memory.fill(row + radius + width, load<u8>(from + width - 1), radius + 16);
    // What is written beyond the end of a row the next one overwrites.
    for (let x = 0; x < width; x += 16) {
      let left = i16x8.splat(0);
      let right = i16x8.splat(0);
      for (let i = 0; i <= 2 * radius; i++) {
        const values = v128.load(row + x + i);
        left = i16x8.add(left, i16x8.extend_low_i8x16_u(values));
        right = i16x8.add(right, i16x8.extend_high_i8x16_u(values));
      }
      v128.store(across + <usize>y * width + x, meanOf(left, right, radius));
    }
  }
  for (let y = 0; y < height; y++) blurDown(across, width, height, radius, y, target + <usize>y * width);
}

function blurDown(source: usize, width: i32, height: i32, radius: i32, y: i32, out: usize): void {
  for (let x = 0; x < width; x += 16) {
    let left = i16x8.splat(0);
    let right = i16x8.splat(0);
    for (let row = y - radius; row <= y + radius; row++) {
      const within = max<i32>(0, min<i32>(height - 1, row));
      const values = v128.load(source + <usize>within * width + x);
      left = i16x8.add(left, i16x8.extend_low_i8x16_u(values));
      right = i16x8.add(right, i16x8.extend_high_i8x16_u(values));
    }
    v128.store(out + x, meanOf(left, right, radius));
  }
}

/** Divides sums of `2 * radius + 1` bytes, rounded. Up to 15 bytes, multiplying by the inverse, rounded up, divides exactly. */
function meanOf(left: v128, right: v128, radius: i32): v128 {
  const count = 2 * radius + 1;
  const half = i16x8.splat(<i16>radius);
  const inverse = i16x8.splat(<i16>((65536 + count - 1) / count));
  return i8x16.narrow_i16x8_u(
    multiplyHigh(i16x8.add(left, half), inverse),
    multiplyHigh(i16x8.add(right, half), inverse),
  );
}

function multiplyHigh(one: v128, other: v128): v128 {
  return i16x8.narrow_i32x4_u(
    i32x4.shr_u(i32x4.extmul_low_i16x8_u(one, other), 16),
    i32x4.shr_u(i32x4.extmul_high_i16x8_u(one, other), 16),
  );
}

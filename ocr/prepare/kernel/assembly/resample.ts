/**
 * Scales a picture to `targetWidth` x `targetHeight` by weighted sums, down and then across. For each target column `columns` has
 * the first source column that it draws from and how many, 4 bytes each, then room for `columnStride` weights of 4 bytes; `rows`
 * likewise. `line` needs room for `4 * width + 16` bytes. Sums are cut off to whole levels after adding a half.
 */
export function resample(
  source: usize,
  width: i32,
  target: usize,
  targetWidth: i32,
  targetHeight: i32,
  columns: usize,
  columnStride: i32,
  rows: usize,
  rowStride: i32,
  line: usize,
): void {
  const rowBytes = <usize>8 + ((<usize>rowStride) << 2);
  for (let y = 0; y < targetHeight; y++) {
    const span = rows + <usize>y * rowBytes;
    for (let x = 0; x < width; x += 4) v128.store(line + ((<usize>x) << 2), f32x4.splat(0.5));
    const first = source + <usize>load<i32>(span) * width;
    const count = load<i32>(span, 4);
    for (let j = 0; j < count; j++) {
      addRow(first + <usize>j * width, width, load<f32>(span + ((<usize>j) << 2), 8), line);
    }
    narrowLine(line, columns, columnStride, target + <usize>y * targetWidth, targetWidth);
  }
}

/** Sums are kept in 32 bits and made in 64. */
function addRow(row: usize, width: i32, weight: f32, line: usize): void {
  const share = f64x2.splat(<f64>weight);
  for (let x = 0; x < width; x += 4) {
    const pixels = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(row + x)));
    const at = line + ((<usize>x) << 2);
    const sums = v128.load(at);
    const low = added(sums, pixels, share);
    const high = added(v128.shuffle<i32>(sums, sums, 2, 3, 2, 3), v128.shuffle<i32>(pixels, pixels, 2, 3, 2, 3), share);
    v128.store(at, v128.shuffle<i32>(low, high, 0, 1, 4, 5));
  }
}

function added(sums: v128, pixels: v128, share: v128): v128 {
  const weighed = f64x2.mul(share, f64x2.convert_low_i32x4_u(pixels));
  return f32x4.demote_f64x2_zero(f64x2.add(f64x2.promote_low_f32x4(sums), weighed));
}

function narrowLine(line: usize, columns: usize, stride: i32, target: usize, targetWidth: i32): void {
  const columnBytes = <usize>8 + ((<usize>stride) << 2);
  for (let x = 0; x < targetWidth; x++) {
    const span = columns + <usize>x * columnBytes;
    const from = line + ((<usize>load<i32>(span)) << 2);
    const count = load<i32>(span, 4);
    let sum: f64 = 0;
    for (let j = 0; j < count; j++) {
      const at = (<usize>j) << 2;
      sum += <f64>load<f32>(span + at, 8) * <f64>load<f32>(from + at);
    }
    store<u8>(target + x, <u8>(<i32>sum));
  }
}

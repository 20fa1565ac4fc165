/** Up to this factor, columns fit 16 bits and sums the division by multiplying. Nothing but strips is reduced further. */
const MOST_BY_COLUMNS = 60;

/**
 * Averages squares of `factor` x `factor` pixels; what is left over at the right and at the bottom is dropped. `columns`
 * needs room for `2 * width + 32` bytes.
 */
export function boxDown(source: usize, width: i32, height: i32, factor: i32, target: usize, columns: usize): void {
  const across = width / factor;
  const down = height / factor;
  if (factor > MOST_BY_COLUMNS) {
    averageSquares(source, width, across, down, factor, target);
    return;
  }
  for (let y = 0; y < down; y++) {
    addColumns(source + <usize>(y * factor) * width, width, factor, columns);
    const out = target + <usize>y * across;
    if (factor === 2) averagePairs(columns, across, out);
    else averageGroups(columns, across, factor, out);
  }
}

/** Adds up each column of `rows` rows into 16 bits. */
function addColumns(source: usize, width: i32, rows: i32, columns: usize): void {
  let x = 0;
  for (; x + 16 <= width; x += 16) {
    let left = i16x8.splat(0);
    let right = i16x8.splat(0);
    let at = source + x;
    for (let row = 0; row < rows; row++, at += width) {
      const values = v128.load(at);
      left = i16x8.add(left, i16x8.extend_low_i8x16_u(values));
      right = i16x8.add(right, i16x8.extend_high_i8x16_u(values));
    }
    v128.store(columns + (x << 1), left);
    v128.store(columns + (x << 1), right, 16);
  }
  for (; x < width; x++) {
    let sum: u32 = 0;
    let at = source + x;
    for (let row = 0; row < rows; row++, at += width) sum += load<u8>(at);
    store<u16>(columns + (x << 1), <u16>sum);
  }
}

function averagePairs(columns: usize, across: i32, out: usize): void {
  const half = i32x4.splat(2);
  let x = 0;
  for (; x + 8 <= across; x += 8) {
    const at = columns + (x << 2);
    const left = i32x4.shr_u(i32x4.add(i32x4.extadd_pairwise_i16x8_u(v128.load(at)), half), 2);
    const right = i32x4.shr_u(i32x4.add(i32x4.extadd_pairwise_i16x8_u(v128.load(at, 16)), half), 2);
    const words = i16x8.narrow_i32x4_u(left, right);
    v128.store64_lane(out + x, i8x16.narrow_i16x8_u(words, words), 0);
  }
  for (; x < across; x++) {
    const at = columns + (x << 2);
    store<u8>(out + x, (<u32>load<u16>(at) + <u32>load<u16>(at, 2) + 2) >> 2);
  }
}

function averageGroups(columns: usize, across: i32, factor: i32, out: usize): void {
  const area: u32 = factor * factor;
  const half: u32 = area >> 1;
  // Multiplying by the inverse, rounded up, divides exactly: sums are below 2^20, areas below 2^12.
  const inverse = (((<u64>1) << 32) + area - 1) / area;
  let at = columns;
  for (let x = 0; x < across; x++) {
    let sum: u32 = half;
    for (let i = 0; i < factor; i++, at += 2) sum += load<u16>(at);
    store<u8>(out + x, <u8>((<u64>sum * inverse) >> 32));
  }
}

function averageSquares(source: usize, width: i32, across: i32, down: i32, factor: i32, target: usize): void {
  const area: u32 = factor * factor;
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      let sum: u32 = area >> 1;
      let line = source + <usize>(y * factor) * width + x * factor;
      for (let row = 0; row < factor; row++, line += width) {
        for (let i = 0; i < factor; i++) sum += load<u8>(line + i);
      }
      store<u8>(target + <usize>y * across + x, sum / area);
    }
  }
}

/** Takes the lightest of each square of 2 x 2 pixels; an odd column or row at the end is dropped. */
export function maxDown2(source: usize, width: i32, height: i32, target: usize): void {
  const across = width >> 1;
  const down = height >> 1;
  for (let y = 0; y < down; y++) {
    const upper = source + <usize>(2 * y) * width;
    const lower = upper + width;
    for (let x = 0; x < across; x++) {
      const top = max<u8>(load<u8>(upper + 2 * x), load<u8>(upper + 2 * x + 1));
      const bottom = max<u8>(load<u8>(lower + 2 * x), load<u8>(lower + 2 * x + 1));
      store<u8>(target + <usize>y * across + x, max<u8>(top, bottom));
    }
  }
}

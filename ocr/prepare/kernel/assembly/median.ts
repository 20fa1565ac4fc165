/**
 * Replaces each pixel by the median of its 3 x 3 neighbourhood; the outermost pixels are copied. Rows narrower than 18
 * pixels are copied as they are. The network of exchanges is that of Paeth, "Median finding on a 3x3 grid", 1990.
 */
export function median3(source: usize, width: i32, height: i32, target: usize): void {
  memory.copy(target, source, width);
  memory.copy(target + <usize>(height - 1) * width, source + <usize>(height - 1) * width, width);
  for (let y = 1; y < height - 1; y++) {
    const row = source + <usize>y * width;
    const out = target + <usize>y * width;
    if (width < 18) {
      memory.copy(out, row, width);
      continue;
    }
    for (let x = 1; x < width - 1; x += 16) medianOf16(row, width, out, min<i32>(x, width - 17));
    store<u8>(out, load<u8>(row));
    store<u8>(out + width - 1, load<u8>(row + width - 1));
  }
}

function least(a: v128, b: v128): v128 {
  return v128.min<u8>(a, b);
}

function most(a: v128, b: v128): v128 {
  return v128.max<u8>(a, b);
}

function medianOf16(row: usize, width: i32, out: usize, x: i32): void {
  const at = row + x;
  const a = at - width;
  const c = at + width;
  // Sort the three rows' columns: low, middle and high of each triple.
  const a0 = v128.load(a - 1),
    a1 = v128.load(a),
    a2 = v128.load(a + 1);
  const b0 = v128.load(at - 1),
    b1 = v128.load(at),
    b2 = v128.load(at + 1);
  const c0 = v128.load(c - 1),
    c1 = v128.load(c),
    c2 = v128.load(c + 1);
  const lows = most(most(low3(a0, b0, c0), low3(a1, b1, c1)), low3(a2, b2, c2));
  const highs = least(least(high3(a0, b0, c0), high3(a1, b1, c1)), high3(a2, b2, c2));
  const middles = middle3(middle3(a0, b0, c0), middle3(a1, b1, c1), middle3(a2, b2, c2));
  v128.store(out + x, middle3(lows, middles, highs));
}

function low3(a: v128, b: v128, c: v128): v128 {
  return least(least(a, b), c);
}

function high3(a: v128, b: v128, c: v128): v128 {
  return most(most(a, b), c);
}

function middle3(a: v128, b: v128, c: v128): v128 {
  return most(least(a, b), least(most(a, b), c));
}

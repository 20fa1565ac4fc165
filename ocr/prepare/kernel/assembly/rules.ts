/** A run may be broken by this many light pixels and still be one rule. */
const MAX_GAP = 2;
const ACROSS: u8 = 1;
const DOWN: u8 = 2;

/**
 * Whitens printed rules: dark runs of at least `minLength` pixels, across or down, whose thickness is at most
 * `maxThickness` where they are crossed. Letters that stand on a rule keep their strokes, which are thicker there.
 * `marks` needs room for one byte per pixel, `state` for 8 bytes per column.
 */
export function removeRules(
  source: usize,
  width: i32,
  height: i32,
  target: usize,
  threshold: i32,
  minLength: i32,
  maxThickness: i32,
  marks: usize,
  state: usize,
): void {
  const count = <usize>width * height;
  memory.copy(target, source, count);
  memory.fill(marks, 0, count);
  for (let y = 0; y < height; y++) {
    markAcross(source + <usize>y * width, width, threshold, minLength, marks + <usize>y * width);
  }
  markDown(source, width, height, threshold, minLength, marks, state);
  for (let y = 0; y < height; y++) {
    const row = <usize>y * width;
    for (let x = 0; x < width; x++) {
      // Most of a page has no rule: eight pixels at a time are passed over.
      if (x + 8 <= width && load<u64>(marks + row + x) === 0) {
        x += 7;
        continue;
      }
      const mark = load<u8>(marks + row + x);
      if ((mark & ACROSS) !== 0) whiten(source, target, row + x, width, y, height, threshold, maxThickness);
      if ((mark & DOWN) !== 0) whiten(source, target, row + x, 1, x, width, threshold, maxThickness);
    }
  }
}

function markAcross(row: usize, width: i32, threshold: i32, minLength: i32, marks: usize): void {
  const limit = i8x16.splat(<i8>threshold);
  let x = 0;
  while (x < width) {
    if (x + 16 <= width && !v128.any_true(i8x16.lt_u(v128.load(row + x), limit))) {
      x += 16;
      continue;
    }
    if (<i32>load<u8>(row + x) >= threshold) {
      x++;
      continue;
    }
    let last = x;
    let at = x;
    while (at < width && at - last <= MAX_GAP) {
      if (<i32>load<u8>(row + at) < threshold) last = at;
      at++;
    }
    if (last - x + 1 >= minLength) {
      for (let i = x; i <= last; i++) store<u8>(marks + i, ACROSS);
    }
    x = last + 1;
  }
}

/** Follows the runs of all columns at once, row by row. `state`: first and last dark row of each column's open run. */
function markDown(
  source: usize,
  width: i32,
  height: i32,
  threshold: i32,
  minLength: i32,
  marks: usize,
  state: usize,
): void {
  memory.fill(state, 0xff, (<usize>width) << 3);
  for (let y = 0; y <= height; y++) {
    const row = source + <usize>y * width;
    for (let x = 0; x < width; x++) {
      const column = state + ((<usize>x) << 3);
      const first = load<i32>(column);
      if (y < height && <i32>load<u8>(row + x) < threshold) {
        if (first < 0) store<i32>(column, y);
        store<i32>(column, y, 4);
      } else if (first >= 0) {
        const last = load<i32>(column, 4);
        if (y - last <= MAX_GAP && y < height) continue;
        if (last - first + 1 >= minLength) {
          for (let i = first; i <= last; i++) {
            const at = marks + <usize>i * width + x;
            store<u8>(at, load<u8>(at) | DOWN);
          }
        }
        store<i32>(column, -1);
      }
    }
  }
}

/**
 * Whitens the rule's cross-section at `offset`, and one pixel beyond on both sides, if it is thin enough. `step` leads
 * to the next pixel across the rule, `position` of `limit` is where the pixel lies in that direction.
 */
function whiten(
  source: usize,
  target: usize,
  offset: usize,
  step: i32,
  position: i32,
  limit: i32,
  threshold: i32,
  maxThickness: i32,
): void {
  const here = source + offset;
  let before = 0;
  while (
    before <= maxThickness &&
    position - before > 0 &&
    <i32>load<u8>(here - <usize>((before + 1) * step)) < threshold
  )
    before++;
  let after = 0;
  while (
    after <= maxThickness &&
    position + after < limit - 1 &&
    <i32>load<u8>(here + <usize>((after + 1) * step)) < threshold
  )
    after++;
  if (before + after + 1 > maxThickness) return;
  const from = max<i32>(-position, -before - 1);
  const to = min<i32>(limit - 1 - position, after + 1);
  for (let i = from; i <= to; i++) store<u8>(target + offset + i * step, 255);
}

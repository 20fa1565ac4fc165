/**
 * One horizontal run of ink, 40 bytes: first column, column after the last, row, and index of a run nearer the root of
 * its component; at the root then the component's box (x0, y0, x1, y1 exclusive) and its area in pixels
 * and its number of runs.
 */
const RUN_BYTES: usize = 40;
const START: usize = 0;
const END: usize = 4;
const ROW: usize = 8;
const PARENT: usize = 12;
const X0: usize = 16;
const Y0: usize = 20;
const X1: usize = 24;
const Y1: usize = 28;
const AREA: usize = 32;
const RUNS: usize = 36;

/**
 * Finds the 8-connected components of pixels darker than `threshold`. Lists every run of them at `runs`; roots (runs
 * that are their own parent) carry their component's box and area. Returns the number of runs, or -1 when they are
 * more than `capacity`.
 */
export function components(source: usize, width: i32, height: i32, threshold: i32, runs: usize, capacity: i32): i32 {
  let count = 0;
  let above = 0;
  let aboveEnd = 0;
  for (let y = 0; y < height; y++) {
    const first = count;
    count = findRuns(source + <usize>y * width, width, y, threshold, runs, count, capacity);
    if (count < 0) return -1;
    join(runs, above, aboveEnd, first, count);
    above = first;
    aboveEnd = count;
  }
  for (let i = 0; i < count; i++) {
    const run = runs + <usize>i * RUN_BYTES;
    store<i32>(run, rootOf(runs, i), PARENT);
  }
  return count;
}

function findRuns(row: usize, width: i32, y: i32, threshold: i32, runs: usize, from: i32, capacity: i32): i32 {
  const limit = i8x16.splat(<i8>threshold);
  let count = from;
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
    const start = x;
    while (x + 16 <= width && i8x16.all_true(i8x16.lt_u(v128.load(row + x), limit))) x += 16;
    while (x < width && <i32>load<u8>(row + x) < threshold) x++;
    if (count >= capacity) return -1;
    const run = runs + <usize>count * RUN_BYTES;
    store<i32>(run, start, START);
    store<i32>(run, x, END);
    store<i32>(run, y, ROW);
    store<i32>(run, count, PARENT);
    store<i32>(run, start, X0);
    store<i32>(run, y, Y0);
    store<i32>(run, x, X1);
    store<i32>(run, y + 1, Y1);
    store<i32>(run, x - start, AREA);
    store<i32>(run, 1, RUNS);
    count++;
  }
  return count;
}

/** Joins the runs of one row with those of the row above that touch them, corners included. */
function join(runs: usize, above: i32, aboveEnd: i32, first: i32, end: i32): void {
  let upper = above;
  for (let i = first; i < end; i++) {
    const run = runs + <usize>i * RUN_BYTES;
    const start = load<i32>(run, START);
    const stop = load<i32>(run, END);
    while (upper < aboveEnd && load<i32>(runs + <usize>upper * RUN_BYTES, END) < start) upper++;
    let other = upper;
    while (other < aboveEnd && load<i32>(runs + <usize>other * RUN_BYTES, START) <= stop) {
      unite(runs, i, other);
      other++;
    }
  }
}

function rootOf(runs: usize, index: i32): i32 {
  let root = index;
  while (true) {
    const run = runs + <usize>root * RUN_BYTES;
    const parent = load<i32>(run, PARENT);
    if (parent === root) return root;
    const grandparent = load<i32>(runs + <usize>parent * RUN_BYTES, PARENT);
    store<i32>(run, grandparent, PARENT);
    root = grandparent;
  }
}

function unite(runs: usize, one: i32, other: i32): void {
  const a = rootOf(runs, one);
  const b = rootOf(runs, other);
  if (a === b) return;
  // The older run becomes the root, so that roots come in reading order.
  const root = runs + <usize>min<i32>(a, b) * RUN_BYTES;
  const child = runs + <usize>max<i32>(a, b) * RUN_BYTES;
  store<i32>(child, min<i32>(a, b), PARENT);
  store<i32>(root, min<i32>(load<i32>(root, X0), load<i32>(child, X0)), X0);
  store<i32>(root, min<i32>(load<i32>(root, Y0), load<i32>(child, Y0)), Y0);
  store<i32>(root, max<i32>(load<i32>(root, X1), load<i32>(child, X1)), X1);
  store<i32>(root, max<i32>(load<i32>(root, Y1), load<i32>(child, Y1)), Y1);
  store<i32>(root, load<i32>(root, AREA) + load<i32>(child, AREA), AREA);
  store<i32>(root, load<i32>(root, RUNS) + load<i32>(child, RUNS), RUNS);
}

/**
 * Whitens components of at most `largest` pixels, and the pixel of fading ink around them. `runs` and `count` are
 * those of `components` on the same picture. Returns the number of components whitened.
 */
export function despeckle(pixels: usize, width: i32, height: i32, runs: usize, count: i32, largest: i32): i32 {
  let removed = 0;
  for (let i = 0; i < count; i++) {
    const run = runs + <usize>i * RUN_BYTES;
    const parent = load<i32>(run, PARENT);
    if (load<i32>(runs + <usize>parent * RUN_BYTES, AREA) > largest) continue;
    if (parent === i) removed++;
    whitenRun(pixels, width, height, run, 1);
  }
  return removed;
}

/**
 * Whitens components that are thicker than `thickness` pixels on the average in every direction, as scanner lids and
 * filled areas are, and tables, frames and writing are not. Returns the number of components whitened.
 */
export function whitenMasses(pixels: usize, width: i32, height: i32, runs: usize, count: i32, thickness: i32): i32 {
  let removed = 0;
  for (let i = 0; i < count; i++) {
    const run = runs + <usize>i * RUN_BYTES;
    const parent = load<i32>(run, PARENT);
    const root = runs + <usize>parent * RUN_BYTES;
    const area = load<i32>(root, AREA);
    if (area < thickness * load<i32>(root, RUNS)) continue;
    if (area < thickness * (load<i32>(root, X1) - load<i32>(root, X0))) continue;
    if (area < thickness * (load<i32>(root, Y1) - load<i32>(root, Y0))) continue;
    if (parent === i) removed++;
    whitenRun(pixels, width, height, run, 3);
  }
  return removed;
}

function whitenRun(pixels: usize, width: i32, height: i32, run: usize, beyond: i32): void {
  const y = load<i32>(run, ROW);
  const left = max<i32>(0, load<i32>(run, START) - beyond);
  const right = min<i32>(width, load<i32>(run, END) + beyond);
  for (let line = max<i32>(0, y - beyond); line <= min<i32>(height - 1, y + beyond); line++) {
    memory.fill(pixels + <usize>line * width + left, 255, right - left);
  }
}

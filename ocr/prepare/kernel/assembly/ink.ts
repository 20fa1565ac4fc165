/*
 * Masks are pictures of ones and zeros, a byte a pixel: one is ink. `row` is a scratch line of `width + 2 * 16` bytes and
 * more, as each operation says.
 */

/** Marks every pixel darker than `level`. */
export function darker(source: usize, count: i32, level: i32, target: usize): void {
  const limit = i8x16.splat(<i8>level);
  const one = i8x16.splat(1);
  let i = 0;
  for (; i + 16 <= count; i += 16) {
    v128.store(target + i, v128.and(i8x16.lt_u(v128.load(source + i), limit), one));
  }
  for (; i < count; i++) store<u8>(target + i, <u8>(<i32>load<u8>(source + i) < level));
}

/** Marks every pixel that is darker than `level` on the average with its eight neighbours; at the edges, by itself. */
export function darkerOnAverage(source: usize, width: i32, height: i32, level: i32, target: usize): void {
  darker(source, width * height, level, target);
  // A mean rounds to less than the level if nine times it is at most this.
  const most = 9 * level - 5;
  const limit = i16x8.splat(<i16>most);
  for (let y = 1; y < height - 1; y++) {
    const row = source + <usize>y * width;
    const out = target + <usize>y * width;
    let x = 1;
    for (; x + 8 < width; x += 8) {
      const sum = i16x8.add(
        threeAcross(row + x - width),
        i16x8.add(threeAcross(row + x), threeAcross(row + x + width)),
      );
      const dark = v128.and(i16x8.le_u(sum, limit), i16x8.splat(1));
      v128.store64_lane(out + x, i8x16.narrow_i16x8_u(dark, dark), 0);
    }
    for (; x < width - 1; x++) {
      let sum = 0;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) sum += <i32>load<u8>(row + dy * width + x + dx);
      }
      store<u8>(out + x, <u8>(sum <= most));
    }
  }
}

/** For each of eight pixels the sum of it and its two neighbours. */
function threeAcross(at: usize): v128 {
  return i16x8.add(v128.load8x8_u(at - 1), i16x8.add(v128.load8x8_u(at), v128.load8x8_u(at + 1)));
}

/** Grows a mask by a square of `radius` on every side. `row` needs room for `width + 4 * radius + 48` bytes. */
export function dilate(mask: usize, width: i32, height: i32, radius: i32, target: usize, row: usize): void {
  for (let y = 0; y < height; y++) {
    const out = target + <usize>y * width;
    memory.fill(row, 0, width + 4 * radius + 48);
    uniteRows(mask, width, max<i32>(0, y - radius), min<i32>(height - 1, y + radius), row + radius);
    // Each byte takes in those behind it, twice as many each time: all of the square's width by two spans that overlap.
    let span = 1;
    for (; 2 * span <= 2 * radius + 1; span <<= 1) growSpan(row, width + 2 * radius + 1 - span, span);
    const rest = 2 * radius + 1 - span;
    let x = 0;
    for (; x + 16 <= width; x += 16) v128.store(out + x, v128.or(v128.load(row + x), v128.load(row + x + rest)));
    for (; x < width; x++) store<u8>(out + x, load<u8>(row + x) | load<u8>(row + x + rest));
  }
}

/** Unites each byte of a line with the one `span` behind it, from the left, where those behind are still what they were. */
function growSpan(row: usize, count: i32, span: i32): void {
  for (let x = 0; x < count; x += 16) v128.store(row + x, v128.or(v128.load(row + x), v128.load(row + x + span)));
}

function uniteRows(mask: usize, width: i32, first: i32, last: i32, out: usize): void {
  const top = mask + <usize>first * width;
  let x = 0;
  for (; x + 16 <= width; x += 16) {
    let at = top + x;
    let any = v128.load(at);
    for (let y = first; y < last; y++) {
      at += width;
      any = v128.or(any, v128.load(at));
    }
    v128.store(out + x, any);
  }
  for (; x < width; x++) {
    let any: u8 = 0;
    for (let y = 0; y <= last - first; y++) any |= load<u8>(top + <usize>y * width + x);
    store<u8>(out + x, any);
  }
}

/** Moves a mask; what comes in from outside is no ink. */
export function shift(mask: usize, width: i32, height: i32, dx: i32, dy: i32, target: usize): void {
  memory.fill(target, 0, <usize>width * height);
  const across = width - abs<i32>(dx);
  if (across <= 0) return;
  for (let y = max<i32>(0, dy); y < min<i32>(height, height + dy); y++) {
    const from = mask + <usize>(y - dy) * width + max<i32>(0, -dx);
    memory.copy(target + <usize>y * width + max<i32>(0, dx), from, across);
  }
}

/**
 * Takes print away from the ink of a page. Where a stroke crosses a rule its part under the rule is kept: ink goes on above
 * and below (or left and right of) a stretch of print no longer than `longest`. `near` is a scratch mask, `row` needs room
 * for `4 * width + 64` bytes.
 */
export function withoutPrint(
  ink: usize,
  print: usize,
  width: i32,
  height: i32,
  longest: i32,
  target: usize,
  near: usize,
  row: usize,
): void {
  const count = width * height;
  let i = 0;
  for (; i + 16 <= count; i += 16) v128.store(target + i, v128.andnot(v128.load(ink + i), v128.load(print + i)));
  for (; i < count; i++) store<u8>(target + i, load<u8>(ink + i) & ~load<u8>(print + i));
  dilate(target, width, height, 1, near, row);
  for (let y = 0; y < height; y++) bridgeAcross(ink, print, near, <usize>y * width, width, longest, target);
  bridgeDown(ink, print, near, width, height, longest, target, row);
}

function bridgeAcross(
  ink: usize,
  print: usize,
  near: usize,
  row: usize,
  width: i32,
  longest: i32,
  target: usize,
): void {
  let from = -1;
  for (let x = 0; x < width; x++) {
    if (from < 0 && x + 16 <= width && !v128.any_true(v128.load(print + row + x))) {
      x += 15;
      continue;
    }
    if (load<u8>(print + row + x) !== 0) {
      if (from < 0) from = x;
      continue;
    }
    if (from > 0 && x - from <= longest && (load<u8>(near + row + from - 1) & load<u8>(near + row + x)) !== 0) {
      for (let i = from; i < x; i++) restore(ink, target, row + i);
    }
    from = -1;
  }
}

/** As `bridgeAcross`, for all columns at once. `open` holds the row in which each column's stretch of print began, or -1. */
function bridgeDown(
  ink: usize,
  print: usize,
  near: usize,
  width: i32,
  height: i32,
  longest: i32,
  target: usize,
  open: usize,
): void {
  memory.fill(open, 0xff, (<usize>width) << 2);
  for (let y = 0; y < height; y++) {
    const row = <usize>y * width;
    for (let x = 0; x < width; x++) {
      // Stretches begin, go on or end only where this row or the one before has print.
      if (x + 16 <= width && !hasPrintAround(print + row + x, y > 0 ? width : 0)) {
        x += 15;
        continue;
      }
      const began = open + ((<usize>x) << 2);
      const from = load<i32>(began);
      if (load<u8>(print + row + x) !== 0) {
        if (from < 0) store<i32>(began, y);
        continue;
      }
      store<i32>(began, -1);
      if (from <= 0 || y - from > longest) continue;
      if ((load<u8>(near + <usize>(from - 1) * width + x) & load<u8>(near + row + x)) === 0) continue;
      for (let i = from; i < y; i++) restore(ink, target, <usize>i * width + x);
    }
  }
}

function hasPrintAround(at: usize, width: i32): bool {
  return v128.any_true(v128.or(v128.load(at), v128.load(at - width)));
}

function restore(ink: usize, target: usize, offset: usize): void {
  store<u8>(target + offset, load<u8>(target + offset) | load<u8>(ink + offset));
}

/**
 * Copies the grey of kept ink and of its soft edges onto white: what `written` has, and what of `near` is no darker than
 * `level`.
 */
export function keepWriting(grey: usize, written: usize, near: usize, count: i32, level: i32, target: usize): void {
  const limit = i8x16.splat(<i8>level);
  const none = i8x16.splat(0);
  let i = 0;
  for (; i + 16 <= count; i += 16) {
    const values = v128.load(grey + i);
    const soft = v128.and(i8x16.ne(v128.load(near + i), none), i8x16.ge_u(values, limit));
    const kept = v128.or(i8x16.ne(v128.load(written + i), none), soft);
    v128.store(target + i, v128.or(values, v128.not(kept)));
  }
  for (; i < count; i++) {
    const value = load<u8>(grey + i);
    const isKept = load<u8>(written + i) !== 0 || (load<u8>(near + i) !== 0 && <i32>value >= level);
    store<u8>(target + i, isKept ? value : 255);
  }
}

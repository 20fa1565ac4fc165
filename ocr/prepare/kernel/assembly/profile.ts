/** What is lighter than this is the paper's own noise. */
const PAPER: i32 = 235;
/** Entries of a column beyond the picture's rows, all zero: two before, the rest after. */
const COLUMN_EDGE: i32 = 8;
const ENTRY_BITS: i32 = 2;

/**
 * Cuts a picture into upright strips of `stripWidth` pixels and adds up the darkness of each strip's rows. A strip becomes
 * a column of `height + 8` entries of 32 bits, two for the rows above the picture: the row's sum in the lower half, that of
 * the row before in the upper, so that one instruction weighs both. Strips are at most 139 pixels wide, or sums would
 * overflow; a narrower rest at the right is dropped.
 */
export function stripSums(source: usize, width: i32, height: i32, stripWidth: i32, sums: usize): void {
  const strips = width / stripWidth;
  const column = (<usize>(height + COLUMN_EDGE)) << ENTRY_BITS;
  memory.fill(sums, 0, column * strips);
  for (let y = 0; y < height; y++) {
    const row = source + <usize>y * width;
    for (let strip = 0; strip < strips; strip++) {
      let dark: i32 = 0;
      const start = row + strip * stripWidth;
      for (let i = 0; i < stripWidth; i++) dark += max<i32>(0, PAPER - <i32>load<u8>(start + i));
      const entry = sums + column * strip + ((<usize>(y + 2)) << ENTRY_BITS);
      store<i16>(entry, <i16>dark);
      store<i16>(entry, <i16>dark, 6);
    }
  }
}

/** Rows between the two that are compared: more than shearing blurs, less than a line of text. */
const LAG: i32 = 3;
/** Strips are shifted by this part of a row: whole rows would hide angles that shift the page's edge by less. */
const PARTS = 16;
const PARTS_BITS = 4;

/**
 * How sharply a picture falls into lines that rise by `slope` rows per pixel to the right: the sum of squared
 * differences between rows a little apart, after shearing the strips back to level. `profile` needs room for
 * `4 * (height + 2 * pad)` bytes, where `pad` exceeds half the picture's width times the slope by 6.
 */
export function shearScore(
  sums: usize,
  strips: i32,
  height: i32,
  stripWidth: i32,
  slope: f64,
  profile: usize,
  pad: i32,
): f64 {
  const length = height + 2 * pad;
  memory.fill(profile, 0, (<usize>length) << ENTRY_BITS);
  const middle = <f64>(strips - 1) / 2;
  const column = (<usize>(height + COLUMN_EDGE)) << ENTRY_BITS;
  for (let strip = 0; strip < strips; strip++) {
    const shift = <i32>nearest((<f64>strip - middle) * <f64>stripWidth * slope * <f64>PARTS);
    const part = shift & (PARTS - 1);
    const first = sums + column * strip + (2 << ENTRY_BITS);
    addShifted(first, height, profile + ((pad + (shift >> PARTS_BITS)) << ENTRY_BITS), part);
  }
  return sumOfSquaredSteps(profile, length);
}

/**
 * Adds a column to `target`, shifted down by `part` sixteenths of a row and half a row more. The weights are those of a
 * quadratic B-spline: unlike two weights, they blur all shifts alike, so that no angle is favoured for being level.
 */
function addShifted(column: usize, height: i32, target: usize, part: i32): void {
  const rest = PARTS - part;
  const here = i32x4.splat((rest * rest) | ((PARTS * PARTS + 2 * part * rest) << 16));
  const twoAbove = i32x4.splat(part * part);
  const end = target + ((<usize>(height + 2)) << ENTRY_BITS);
  for (let from = column, to = target; to < end; from += 16, to += 16) {
    const near = i32x4.dot_i16x8_s(v128.load(from), here);
    const far = i32x4.dot_i16x8_s(v128.load(from - (2 << ENTRY_BITS)), twoAbove);
    v128.store(to, i32x4.add(v128.load(to), i32x4.add(near, far)));
  }
}

function sumOfSquaredSteps(profile: usize, length: i32): f64 {
  let sums = f64x2.splat(0);
  let y = LAG;
  for (; y + 4 <= length; y += 4) {
    const at = profile + ((<usize>y) << ENTRY_BITS);
    const steps = i32x4.sub(v128.load(at), v128.load(at - (LAG << ENTRY_BITS)));
    const first = f64x2.convert_low_i32x4_s(steps);
    const second = f64x2.convert_low_i32x4_s(v128.shuffle<i32>(steps, steps, 2, 3, 0, 1));
    sums = f64x2.add(sums, f64x2.add(f64x2.mul(first, first), f64x2.mul(second, second)));
  }
  let score = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
  for (; y < length; y++) {
    const at = profile + ((<usize>y) << ENTRY_BITS);
    const step = <f64>(load<i32>(at) - load<i32>(at - (LAG << ENTRY_BITS)));
    score += step * step;
  }
  return score;
}

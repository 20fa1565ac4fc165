/** What is lighter than this is the paper's own noise. */
const PAPER: i32 = 235;

/**
 * Cuts a picture into upright strips of `stripWidth` pixels and adds up the darkness of each strip's rows:
 * `sums[strip * height + y]`, 32 bits each. A narrower rest at the right is dropped.
 */
export function stripSums(source: usize, width: i32, height: i32, stripWidth: i32, sums: usize): void {
  const strips = width / stripWidth;
  for (let y = 0; y < height; y++) {
    const row = source + <usize>y * width;
    for (let strip = 0; strip < strips; strip++) {
      let dark: i32 = 0;
      const start = row + strip * stripWidth;
      for (let i = 0; i < stripWidth; i++) dark += max<i32>(0, PAPER - <i32>load<u8>(start + i));
      store<i32>(sums + ((<usize>strip * height + y) << 2), dark);
    }
  }
}

/** Rows between the two that are compared: more than shearing blurs, less than a line of text. */
const LAG = 3;
/** Strips are shifted by this part of a row: whole rows would hide angles that shift the page's edge by less. */
const PARTS = 16;
const PARTS_BITS = 4;

/**
 * How sharply a picture falls into lines that rise by `slope` rows per pixel to the right: the sum of squared
 * differences between rows a little apart, after shearing the strips back to level. `profile` needs room for
 * `4 * (height + 2 * pad)` bytes, where `pad` is at least half the picture's width times the slope.
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
  memory.fill(profile, 0, (<usize>length) << 2);
  const middle = <f64>(strips - 1) / 2;
  for (let strip = 0; strip < strips; strip++) {
    const shift = <i32>nearest((<f64>strip - middle) * <f64>stripWidth * slope * <f64>PARTS);
    const part = shift & (PARTS - 1);
    const from = sums + ((<usize>strip * height) << 2);
    addShifted(from, height, profile + ((pad + (shift >> PARTS_BITS)) << 2), part);
  }
  let score: f64 = 0;
  for (let y = LAG; y < length; y++) {
    const step = <f64>(load<i32>(profile + (y << 2)) - load<i32>(profile + ((y - LAG) << 2)));
    score += step * step;
  }
  return score;
}

/**
 * Adds a column to `target`, shifted down by `part` sixteenths of a row and half a row more. The weights are those of a
 * quadratic B-spline: unlike two weights, they blur all shifts alike, so that no angle is favoured for being level.
 */
function addShifted(source: usize, height: i32, target: usize, part: i32): void {
  const rest = PARTS - part;
  const first = i32x4.splat(rest * rest);
  const second = i32x4.splat(PARTS * PARTS + 2 * part * rest);
  const third = i32x4.splat(part * part);
  let y = 0;
  for (; y + 4 <= height; y += 4) {
    const values = v128.load(source + (y << 2));
    const at = target + (y << 2);
    v128.store(at, i32x4.add(v128.load(at), i32x4.mul(values, first)));
    v128.store(at, i32x4.add(v128.load(at, 4), i32x4.mul(values, second)), 4);
    v128.store(at, i32x4.add(v128.load(at, 8), i32x4.mul(values, third)), 8);
  }
  for (; y < height; y++) {
    const value = load<i32>(source + (y << 2));
    const at = target + (y << 2);
    store<i32>(at, load<i32>(at) + value * rest * rest);
    store<i32>(at, load<i32>(at, 4) + value * (PARTS * PARTS + 2 * part * rest), 4);
    store<i32>(at, load<i32>(at, 8) + value * part * part, 8);
  }
}

/**
 * Cuts a picture into upright strips of `stripWidth` pixels and adds up the darkness of each strip's rows:
 * `sums[strip * height + y]`, 32 bits each. A narrower rest at the right is dropped.
 */
export function stripSums(source: usize, width: i32, height: i32, stripWidth: i32, sums: usize): void {
  const strips = width / stripWidth;
  for (let y = 0; y < height; y++) {
    const row = source + <usize>y * width;
    for (let strip = 0; strip < strips; strip++) {
      let light: u32 = 0;
      const start = row + strip * stripWidth;
      for (let i = 0; i < stripWidth; i++) light += load<u8>(start + i);
      store<u32>(sums + ((<usize>strip * height + y) << 2), 255 * stripWidth - light);
    }
  }
}

/**
 * How sharply a picture falls into lines that rise by `slope` rows per pixel to the right: the sum of squared
 * differences between neighbouring rows after shearing the strips back to level. `profile` needs room for
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
    const shift = <i32>nearest((<f64>strip - middle) * <f64>stripWidth * slope);
    const from = sums + ((<usize>strip * height) << 2);
    const to = profile + ((pad + shift) << 2);
    let y = 0;
    for (; y + 4 <= height; y += 4) {
      const at = to + (y << 2);
      v128.store(at, i32x4.add(v128.load(at), v128.load(from + (y << 2))));
    }
    for (; y < height; y++) {
      const at = to + (y << 2);
      store<i32>(at, load<i32>(at) + load<i32>(from + (y << 2)));
    }
  }
  let score: f64 = 0;
  let previous = load<i32>(profile);
  for (let y = 1; y < length; y++) {
    const current = load<i32>(profile + (y << 2));
    const step = <f64>(current - previous);
    score += step * step;
    previous = current;
  }
  return score;
}

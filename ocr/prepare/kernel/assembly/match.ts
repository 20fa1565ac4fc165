/** Samples after which counts of one byte are added to those of four. */
const BATCH = 255;

/**
 * Counts, for every shift of `-reach` to `reach` pixels across and down, how many samples of a mask's ink fall on ink of
 * another: `counts[(dy + reach) * lanes + dx + reach]`, 32 bits each, where `lanes` is `2 * reach + 1` rounded up to 16s.
 * At most `mostSamples` pixels are taken, evenly from all. Returns how many. `padded` needs room for the mask with `reach`
 * zeros on every side and 16 bytes more, `batch` for a byte a count.
 */
export function countMatches(
  mask: usize,
  ink: usize,
  width: i32,
  height: i32,
  reach: i32,
  mostSamples: i32,
  counts: usize,
  padded: usize,
  batch: usize,
): i32 {
  const lanes = (2 * reach + 1 + 15) & ~15;
  const places = lanes * (2 * reach + 1);
  const stride = width + 2 * reach;
  pad(ink, width, height, reach, padded);
  memory.fill(counts, 0, (<usize>places) << 2);
  memory.fill(batch, 0, places);
  const step = max<f64>(1, <f64>countOnes(mask, width * height) / <f64>mostSamples);
  let wanted: f64 = 0;
  let passed = 0;
  let samples = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = mask + <usize>y * width + x;
      if (x + 16 <= width && !v128.any_true(v128.load(at))) {
        x += 15;
        continue;
      }
      if (load<u8>(at) === 0 || passed++ !== <i32>wanted) continue;
      wanted += step;
      samples++;
      addAround(padded + <usize>y * stride + x, stride, reach, lanes, batch);
      if (samples % BATCH === 0) flush(batch, places, counts);
    }
  }
  flush(batch, places, counts);
  return samples;
}

function countOnes(mask: usize, count: i32): i32 {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += load<u8>(mask + i);
  return sum;
}

function pad(mask: usize, width: i32, height: i32, margin: i32, padded: usize): void {
  const stride = width + 2 * margin;
  memory.fill(padded, 0, <usize>stride * (height + 2 * margin) + 16);
  for (let y = 0; y < height; y++) {
    memory.copy(padded + <usize>(y + margin) * stride + margin, mask + <usize>y * width, width);
  }
}

/** Adds the square of `2 * reach + 1` pixels from `corner` on to the counts. */
function addAround(corner: usize, stride: i32, reach: i32, lanes: i32, batch: usize): void {
  for (let row = 0; row <= 2 * reach; row++) {
    for (let lane = 0; lane < lanes; lane += 16) {
      const at = batch + row * lanes + lane;
      v128.store(at, i8x16.add(v128.load(at), v128.load(corner + row * stride + lane)));
    }
  }
}

function flush(batch: usize, places: i32, counts: usize): void {
  for (let i = 0; i < places; i++) {
    const at = counts + ((<usize>i) << 2);
    store<u32>(at, load<u32>(at) + load<u8>(batch + i));
  }
  memory.fill(batch, 0, places);
}

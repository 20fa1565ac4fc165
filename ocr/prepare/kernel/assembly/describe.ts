/**
 * Compares `bits` pairs of pixels around each of `count` places, both given as offsets into the picture, and sets a bit where the second
 * is lighter by more than a share of the standard deviation of all of them, which is taken for `least` at least. `offsets` has
 * the first pixels of all pairs, then the second ones. `bits` is a multiple of 16; `values` needs room for `2 * bits` bytes.
 */
export function describe(
  source: usize,
  places: usize,
  count: i32,
  offsets: usize,
  bits: i32,
  share: f64,
  least: f64,
  descriptors: usize,
  values: usize,
): void {
  for (let i = 0; i < count; i++) {
    gather(source + load<i32>(places + ((<usize>i) << 2)), offsets, 2 * bits, values);
    const step = i8x16.splat(<i8>(max<f64>(least, deviationOf(values, 2 * bits)) * share));
    for (let bit = 0; bit < bits; bit += 16) {
      const lighter = i8x16.sub_sat_u(v128.load(values + bits + bit), v128.load(values + bit));
      store<u16>(descriptors, <u16>i8x16.bitmask(i8x16.gt_u(lighter, step)));
      descriptors += 2;
    }
  }
}

function gather(centre: usize, offsets: usize, count: i32, values: usize): void {
  for (let i = 0; i < count; i++) store<u8>(values + i, load<u8>(centre + load<i32>(offsets + ((<usize>i) << 2))));
}

function deviationOf(values: usize, count: i32): f64 {
  let sums = i32x4.splat(0);
  let squares = i32x4.splat(0);
  for (let i = 0; i < count; i += 8) {
    const wide = v128.load8x8_u(values + i);
    sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_u(wide));
    squares = i32x4.add(squares, i32x4.dot_i16x8_s(wide, wide));
  }
  const mean = <f64>addLanes(sums) / <f64>count;
  return Math.sqrt(<f64>addLanes(squares) / <f64>count - mean * mean);
}

function addLanes(lanes: v128): i32 {
  return (
    i32x4.extract_lane(lanes, 0) +
    i32x4.extract_lane(lanes, 1) +
    i32x4.extract_lane(lanes, 2) +
    i32x4.extract_lane(lanes, 3)
  );
}

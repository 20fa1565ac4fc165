/** Neighbouring places, across and down, whose products are summed side by side. */
const ABREAST = 4;

/**
 * Sums the products of a square template and a square window at each of `places` by `places` places, which are 4 and more. All are
 * floats; the last groups overlap those before rather than be narrower.
 */
export function correlate(template: usize, side: i32, window: usize, windowSide: i32, sums: usize): void {
  const places = windowSide - side + 1;
  for (let y = 0; y < places; y += ABREAST) {
    const top = min<i32>(y, places - ABREAST);
    for (let x = 0; x < places; x += ABREAST) {
      const left = min<i32>(x, places - ABREAST);
      const start = window + ((<usize>(top * windowSide + left)) << 2);
      sumGroup(
        template,
        side,
        start,
        (<usize>windowSide) << 2,
        sums + ((<usize>(top * places + left)) << 2),
        places << 2,
      );
    }
  }
}

function sumGroup(template: usize, side: i32, window: usize, stride: usize, out: usize, outStride: usize): void {
  let first = f32x4.splat(0);
  let second = f32x4.splat(0);
  let third = f32x4.splat(0);
  let fourth = f32x4.splat(0);
  for (let row = 0; row < side; row++, window += stride) {
    let at = window;
    for (let column = 0; column < side; column++, at += 4, template += 4) {
      const value = v128.load32_splat(template);
      first = f32x4.add(first, f32x4.mul(v128.load(at), value));
      second = f32x4.add(second, f32x4.mul(v128.load(at + stride), value));
      third = f32x4.add(third, f32x4.mul(v128.load(at + 2 * stride), value));
      fourth = f32x4.add(fourth, f32x4.mul(v128.load(at + 3 * stride), value));
    }
  }
  v128.store(out, first);
  v128.store(out + outStride, second);
  v128.store(out + 2 * outStride, third);
  v128.store(out + 3 * outStride, fourth);
}

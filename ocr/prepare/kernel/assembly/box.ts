/** Averages squares of `factor` x `factor` pixels; what is left over at the right and at the bottom is dropped. */
export function boxDown(source: usize, width: i32, height: i32, factor: i32, target: usize): void {
  const across = width / factor;
  const down = height / factor;
  const area: u32 = factor * factor;
  const half: u32 = area >> 1;
  for (let y = 0; y < down; y++) {
    const row = source + <usize>(y * factor) * width;
    for (let x = 0; x < across; x++) {
      let sum: u32 = 0;
      let line = row + x * factor;
      for (let j = 0; j < factor; j++) {
        for (let i = 0; i < factor; i++) sum += load<u8>(line + i);
        line += width;
      }
      store<u8>(target + <usize>y * across + x, (sum + half) / area);
    }
  }
}

/** Takes the lightest of each square of 2 x 2 pixels; an odd column or row at the end is dropped. */
export function maxDown2(source: usize, width: i32, height: i32, target: usize): void {
  const across = width >> 1;
  const down = height >> 1;
  for (let y = 0; y < down; y++) {
    const upper = source + <usize>(2 * y) * width;
    const lower = upper + width;
    for (let x = 0; x < across; x++) {
      const top = max<u8>(load<u8>(upper + 2 * x), load<u8>(upper + 2 * x + 1));
      const bottom = max<u8>(load<u8>(lower + 2 * x), load<u8>(lower + 2 * x + 1));
      store<u8>(target + <usize>y * across + x, max<u8>(top, bottom));
    }
  }
}

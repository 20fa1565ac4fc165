import { emptyMask, type InkMask } from './mask.ts';

/** So much of a square must be ink: grain and glare leave holes in it. */
const leastFill = 0.96;

/**
 * The ink that is wider than any pen draws, both across and down: that covered by squares of `sidePx` of ink, with a rim of `rimPx`
 * around them (an opening, Serra 1982). Punched holes, blots and black edges; never a stroke.
 */
export function thickInk({ data, widthPx, heightPx }: InkMask, sidePx: number, rimPx: number): InkMask {
  const sums = sumsOf(data, widthPx, heightPx);
  const at = (x: number, y: number) => sums[y * (widthPx + 1) + x] ?? 0;
  const thick = emptyMask(widthPx, heightPx);
  for (let y = 0; y + sidePx <= heightPx; y += 1) {
    for (let x = 0; x + sidePx <= widthPx; x += 1) {
      const ink = at(x + sidePx, y + sidePx) - at(x, y + sidePx) - at(x + sidePx, y) + at(x, y);
      if (ink >= leastFill * sidePx ** 2) fill(thick, x - rimPx, y - rimPx, sidePx + 2 * rimPx);
    }
  }
  return thick;
}

/** How much ink lies above and left of each place (Crow 1984). */
function sumsOf(data: Uint8Array, widthPx: number, heightPx: number): Int32Array {
  const sums = new Int32Array((widthPx + 1) * (heightPx + 1));
  for (let y = 0; y < heightPx; y += 1) {
    let row = 0;
    for (let x = 0; x < widthPx; x += 1) {
      row += data[y * widthPx + x] ?? 0;
      sums[(y + 1) * (widthPx + 1) + x + 1] = (sums[y * (widthPx + 1) + x + 1] ?? 0) + row;
    }
  }
  return sums;
}

function fill({ data, widthPx, heightPx }: InkMask, left: number, top: number, sidePx: number): void {
  const [from, to] = [Math.max(0, left), Math.min(widthPx, left + sidePx)];
  for (let y = Math.max(0, top); y < Math.min(heightPx, top + sidePx); y += 1) {
    data.fill(1, y * widthPx + from, y * widthPx + to);
  }
}

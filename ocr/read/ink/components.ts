import type { Box } from '../../model/geometry.ts';
import type { InkMask } from './mask.ts';

/** A connected piece of ink (its eight neighbours count). */
export interface Component {
  readonly box: Box;
  /** Indices into the mask. */
  readonly pixels: Int32Array;
}

/** Finds the connected pieces of ink, in the order of their topmost, then leftmost pixels. */
export function findComponents(mask: InkMask): Component[] {
  const { data, widthPx, heightPx } = mask;
  const open = data.slice();
  const stack: number[] = [];
  const components: Component[] = [];
  for (let seed = 0; seed < open.length; seed += 1) {
    if (open[seed] !== 1) continue;
    const pixels: number[] = [];
    let [x0, y0, x1, y1] = [widthPx, heightPx, 0, 0];
    open[seed] = 0;
    stack.push(seed);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      pixels.push(at);
      const x = at % widthPx;
      const y = (at - x) / widthPx;
      x0 = Math.min(x0, x);
      y0 = Math.min(y0, y);
      x1 = Math.max(x1, x + 1);
      y1 = Math.max(y1, y + 1);
      for (let ny = Math.max(0, y - 1); ny <= Math.min(heightPx - 1, y + 1); ny += 1) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(widthPx - 1, x + 1); nx += 1) {
          const neighbour = ny * widthPx + nx;
          if (open[neighbour] !== 1) continue;
          open[neighbour] = 0;
          stack.push(neighbour);
        }
      }
    }
    components.push({ box: [x0, y0, x1, y1], pixels: Int32Array.from(pixels) });
  }
  return components;
}

import { darkerThan, dilate, emptyMask, type InkMask } from './mask.ts';

const mostSamples = 500;
/** What a pixel of shift must gain, as a share of the samples, against a place nearer to the registered one. */
const shiftCost = 0.004;

/**
 * Moves the empty form's print to where the page's own print is: the registration of a whole page leaves a few tenths of a
 * millimetre, which is more than a rule is thick. Tries every shift up to `reachPx`; where the print gives no hold (a single
 * rule says nothing about its own direction) it stays where it is.
 */
export function settlePrint(print: InkMask, pageInk: InkMask, reachPx: number): InkMask {
  const samples = samplePixels(print);
  if (samples.length === 0) return print;
  let best = { score: -Infinity, dx: 0, dy: 0 };
  for (let dy = -reachPx; dy <= reachPx; dy += 1) {
    for (let dx = -reachPx; dx <= reachPx; dx += 1) {
      const found = countMatches(samples, pageInk, dx, dy) / samples.length;
      const score = found - shiftCost * Math.hypot(dx, dy);
      if (score > best.score) best = { score, dx, dy };
    }
  }
  return shiftMask(print, best.dx, best.dy);
}

function samplePixels({ data }: InkMask): number[] {
  const all: number[] = [];
  for (let i = 0; i < data.length; i += 1) if (data[i] === 1) all.push(i);
  const step = Math.max(1, all.length / mostSamples);
  const samples: number[] = [];
  for (let at = 0; at < all.length; at += step) samples.push(all[Math.floor(at)] ?? 0);
  return samples;
}

function countMatches(
  samples: readonly number[],
  { data, widthPx, heightPx }: InkMask,
  dx: number,
  dy: number,
): number {
  let count = 0;
  for (const at of samples) {
    const x = (at % widthPx) + dx;
    const y = Math.floor(at / widthPx) + dy;
    if (x >= 0 && y >= 0 && x < widthPx && y < heightPx) count += data[y * widthPx + x] ?? 0;
  }
  return count;
}

function shiftMask(mask: InkMask, dx: number, dy: number): InkMask {
  if (dx === 0 && dy === 0) return mask;
  const { widthPx, heightPx, data } = mask;
  const shifted = emptyMask(widthPx, heightPx);
  for (let y = Math.max(0, dy); y < Math.min(heightPx, heightPx + dy); y += 1) {
    for (let x = Math.max(0, dx); x < Math.min(widthPx, widthPx + dx); x += 1) {
      shifted.data[y * widthPx + x] = data[(y - dy) * widthPx + (x - dx)] ?? 0;
    }
  }
  return shifted;
}

/**
 * Takes the print away from the page's ink. Where a stroke crosses a rule, its part under the rule is kept: ink goes on
 * above and below (or left and right of) a stretch of print no longer than `rulePx`.
 */
export function withoutPrint(pageInk: InkMask, print: InkMask, rulePx: number): InkMask {
  const { widthPx, heightPx } = pageInk;
  const left = emptyMask(widthPx, heightPx);
  for (let i = 0; i < left.data.length; i += 1) {
    left.data[i] = pageInk.data[i] === 1 && print.data[i] !== 1 ? 1 : 0;
  }
  const wide = dilate(left, 1);
  const restored: number[] = [];
  for (let x = 0; x < widthPx; x += 1) bridge(print.data, wide.data, x, widthPx, heightPx, rulePx, restored);
  for (let y = 0; y < heightPx; y += 1) bridge(print.data, wide.data, y * widthPx, 1, widthPx, rulePx, restored);
  for (const at of restored) if (pageInk.data[at] === 1) left.data[at] = 1;
  return left;
}

/** Finds stretches of print along one row or column that have ink beyond both ends. */
function bridge(
  print: Uint8Array,
  ink: Uint8Array,
  start: number,
  step: number,
  count: number,
  longestPx: number,
  restored: number[],
): void {
  let from = -1;
  for (let i = 0, at = start; i <= count; i += 1, at += step) {
    if (i < count && print[at] === 1) {
      if (from < 0) from = i;
      continue;
    }
    if (from > 0 && i < count && i - from <= longestPx) {
      const before = start + (from - 1) * step;
      if (ink[before] === 1 && ink[at] === 1) {
        for (let inside = start + from * step; inside !== at; inside += step) restored.push(inside);
      }
    }
    from = -1;
  }
}

/** The print of an empty form as a mask that also covers the soft edges a scanner gives it. */
export function printMask(emptyForm: { data: Uint8Array; widthPx: number; heightPx: number }): InkMask {
  return darkerThan(emptyForm, 200);
}

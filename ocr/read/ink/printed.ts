import type { Kernel, Plane } from '../../prepare/kernel/kernel.ts';

const mostSamples = 500;
/** What a pixel of shift must gain, as a share of the samples, against a place nearer to the registered one. */
const shiftCost = 0.004;

/**
 * Moves the empty form's print to where the page's own print is: the registration of a whole page leaves a few tenths of a
 * millimetre, which is more than a rule is thick. Tries every shift up to `reachPx`; where the print gives no hold (a single
 * rule says nothing about its own direction) it stays where it is.
 */
export function settlePrint(kernel: Kernel, print: Plane, pageInk: Plane, reachPx: number): Plane {
  const matches = kernel.countMatches(print, pageInk, reachPx, mostSamples);
  if (matches === null) return print;
  let best = { score: -Infinity, dx: 0, dy: 0 };
  for (let dy = -reachPx; dy <= reachPx; dy += 1) {
    for (let dx = -reachPx; dx <= reachPx; dx += 1) {
      const score = matches.shareAt(dx, dy) - shiftCost * Math.hypot(dx, dy);
      if (score > best.score) best = { score, dx, dy };
    }
  }
  return kernel.shift(print, best.dx, best.dy);
}

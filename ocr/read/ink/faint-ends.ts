import type { Box } from '../../model/geometry.ts';
import type { Component } from './components.ts';
import type { InkMask } from './mask.ts';

/** A stroke fades over this much of its length, no letter over more. */
const reachMm = 1.5;
/** What of a pale piece lies beyond the soft edges of its dark parts is an end of a stroke from this size on. */
const leastEndMm2 = 0.03;

export interface FaintInk {
  /** One more than the place of the pale piece that a pixel is part of; 0 where it is part of none. */
  readonly owners: Int32Array;
  /** Of each pale piece whether strokes may end in it: dust has a halo, and no ends. */
  readonly mayHaveEnds: readonly boolean[];
  /** All dark ink with its soft edges. */
  readonly near: InkMask;
  readonly pxPerMm: number;
}

/**
 * Gives dark pieces the faint ends of their strokes: what of the pale piece that they are part of lies beyond their soft edges. Of
 * two dark parts of one pale piece each has what lies nearer to it along the ink. Pieces that are dark to their ends stay as they are.
 */
export function withFaintEnds(dark: readonly Component[], faint: FaintInk): readonly Component[] {
  const { owners, near, mayHaveEnds, pxPerMm } = faint;
  const leastPx = leastEndMm2 * pxPerMm ** 2;
  const beyond = countBeyond(faint);
  const fading = dark.map(({ pixels }) => {
    const owner = (owners[pixels[0] ?? 0] ?? 0) - 1;
    return mayHaveEnds[owner] === true && (beyond[owner] ?? 0) >= leastPx;
  });
  if (!fading.includes(true)) return dark;
  const added = growThrough(owners, near, { dark, fading, mostPx: Math.round(reachMm * pxPerMm) });
  return dark.map((piece, index) => {
    const ends = added[index] ?? [];
    const endPx = ends.reduce((sum, at) => sum + (near.data[at] === 0 ? 1 : 0), 0);
    return endPx < leastPx ? piece : joined(piece, ends, near.widthPx);
  });
}

/** How many pixels of each pale piece lie beyond dark ink and its soft edges. */
function countBeyond({ owners, near: { data }, mayHaveEnds }: FaintInk): Int32Array {
  const beyond = new Int32Array(mayHaveEnds.length);
  for (let at = 0; at < owners.length; at += 1) {
    const owner = owners[at] ?? 0;
    if (owner > 0 && data[at] === 0) beyond[owner - 1] = (beyond[owner - 1] ?? 0) + 1;
  }
  return beyond;
}

interface Growth {
  readonly dark: readonly Component[];
  /** Which of them grow; the others are only in the way. */
  readonly fading: readonly boolean[];
  readonly mostPx: number;
}

/** The pixels that each dark piece reaches first through pale ink, all growing alike. */
function growThrough(
  owners: Int32Array,
  { widthPx, heightPx }: InkMask,
  { dark, fading, mostPx }: Growth,
): readonly (readonly number[])[] {
  // One more than the place of the dark piece that has a pixel.
  const taken = new Int32Array(owners.length);
  const added: number[][] = dark.map(() => []);
  let front: number[] = [];
  dark.forEach(({ pixels }, index) => {
    for (const at of pixels) {
      taken[at] = index + 1;
      if (fading[index] === true) front.push(at);
    }
  });
  for (let step = 0; step < mostPx && front.length > 0; step += 1) {
    const next: number[] = [];
    for (const at of front) {
      const own = taken[at] ?? 0;
      const x = at % widthPx;
      const y = (at - x) / widthPx;
      for (let ny = Math.max(0, y - 1); ny <= Math.min(heightPx - 1, y + 1); ny += 1) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(widthPx - 1, x + 1); nx += 1) {
          const to = ny * widthPx + nx;
          if (owners[to] === 0 || taken[to] !== 0) continue;
          taken[to] = own;
          next.push(to);
          added[own - 1]?.push(to);
        }
      }
    }
    front = next;
  }
  return added;
}

function joined(piece: Component, ends: readonly number[], widthPx: number): Component {
  const pixels = new Int32Array(piece.pixels.length + ends.length);
  pixels.set(piece.pixels);
  pixels.set(ends, piece.pixels.length);
  let [x0, y0, x1, y1]: Box = piece.box;
  for (const at of ends) {
    const x = at % widthPx;
    const y = (at - x) / widthPx;
    [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1)];
  }
  return { box: [x0, y0, x1, y1], pixels, body: piece };
}

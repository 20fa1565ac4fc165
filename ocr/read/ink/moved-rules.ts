import type { Box } from '../../model/geometry.ts';
import type { Component } from './components.ts';
import { keepPieces, type ZoneInk } from './zone-ink.ts';

/** With their soft edges rules are no thicker than this, and their pieces no higher. */
const thickestMm = 0.6;
const highestMm = 0.8;
/** A piece of a rule is so many times as long as it is high. */
const leastSlender = 3;
/** Pieces of one rule lie as level as this. */
const levelMm = 0.4;
/** A rule of the form runs along so much of its zone, and is no shorter: a dash fills half of a narrow field. */
const leastShare = 0.5;
const leastMm = 15;

/**
 * The ink of a zone without a rule that its edition of the form has elsewhere than the empty form: thin, level, and along most of the
 * zone, whole or in pieces. The very same ink where there is none.
 */
export function withoutMovedRules(zoneInk: ZoneInk): ZoneInk {
  const { components, zoneBox, pxPerMm } = zoneInk;
  const flat = components
    .filter((piece) => isFlat(piece, pxPerMm))
    .toSorted((one, other) => middleOf(one) - middleOf(other));
  const leastPx = Math.max(leastMm * pxPerMm, leastShare * (zoneBox[2] - zoneBox[0]));
  const bands = levelGroups(flat, levelMm * pxPerMm)
    .filter((group) => group.reduce((sum, { box }) => sum + box[2] - box[0], 0) >= leastPx)
    .map(bandOf);
  if (bands.length === 0) return zoneInk;
  return keepPieces(
    zoneInk,
    components.filter(({ box }) => !bands.some(([top, bottom]) => box[1] >= top && box[3] <= bottom)),
  );
}

function isFlat({ box: [x0, y0, x1, y1], pixels }: Component, pxPerMm: number): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  if (height > highestMm * pxPerMm || width < leastSlender * height) return false;
  return pixels.length / width <= thickestMm * pxPerMm;
}

/** Parts pieces, sorted by their middles, where one lies lower than the next by more than `mostPx`. */
function levelGroups(sorted: readonly Component[], mostPx: number): Component[][] {
  const groups: Component[][] = [];
  for (const piece of sorted) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && middleOf(piece) - middleOf(before) <= mostPx) last.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

function bandOf(group: readonly Component[]): [top: number, bottom: number] {
  return [Math.min(...group.map(({ box }) => box[1])), Math.max(...group.map(({ box }) => box[3]))];
}

function middleOf({ box }: { readonly box: Box }): number {
  return (box[1] + box[3]) / 2;
}

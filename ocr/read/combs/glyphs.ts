import type { Box, RectMm } from '../../model/geometry.ts';
import type { Component } from '../ink/components.ts';
import type { FormView } from '../ink/form-view.ts';
import { distance } from '../ink/specks.ts';
import { findZoneInk, type ZoneInk } from '../ink/zone-ink.ts';
import { dealPieces } from './deal-pieces.ts';

/** The ink of one cell of a comb, in pixels of the zone's region. */
export interface Glyph {
  readonly cell: number;
  readonly box: Box;
  readonly pixels: Int32Array;
}

/** Letters reach over the walls of their comb. */
const marginMm = 0.8;
/** Less ink than this in a cell is dirt, and so is less than this that stands apart from the rest. */
const leastInkMm2 = 0.12;
const apartMm = 0.45;

/** Finds the writing in a comb. Null when the comb lies off the page. */
export function findCombInk(view: FormView, rectMm: RectMm): ZoneInk | null {
  return findZoneInk(view, rectMm, marginMm);
}

/** Deals the ink of a comb out to its cells. Cells without ink give no glyph. */
export function cutGlyphs(zoneInk: ZoneInk, cellCount: number): Glyph[] {
  const { region, pxPerMm } = zoneInk;
  const leastPx = leastInkMm2 * pxPerMm * pxPerMm;
  return dealPieces(zoneInk, cellCount).flatMap((dealt, cell) => {
    const pieces = dealt.map((pixels) => ({ pixels, box: boxOfPixels(pixels, region.widthPx) }));
    const pixels = joinPixels(withoutDirt(pieces, leastPx, apartMm * pxPerMm).map((piece) => piece.pixels));
    return pixels.length < leastPx ? [] : [{ cell, pixels, box: boxOfPixels(pixels, region.widthPx) }];
  });
}

/** Pieces of ink at least this high, as a share of the highest, are characters of their own. */
const wholeHeightShare = 0.5;

/**
 * Cuts as many characters as there are to be out of ink that no walls part, from left to right. Where the pieces are more or
 * fewer, characters touch, are broken or are missing, and each piece is dealt to the cell in which it stands.
 */
export function cutGlyphsInOrder(zoneInk: ZoneInk, count: number): Glyph[] {
  const { components } = zoneInk;
  const highest = Math.max(0, ...components.map(({ box }) => box[3] - box[1]));
  const wholes = components
    .filter(({ box }) => box[3] - box[1] >= wholeHeightShare * highest)
    .toSorted((one, other) => one.box[0] - other.box[0]);
  if (wholes.length !== count) return cutGlyphs(zoneInk, count);
  return wholes.map(({ pixels, box }, cell) => ({ cell, pixels, box }));
}

/** Leaves out small pieces that stand apart from the largest and from all that belongs to it. */
function withoutDirt(pieces: readonly Component[], leastPx: number, apartPx: number): Component[] {
  const ordered = pieces.toSorted((one, other) => other.pixels.length - one.pixels.length);
  const kept: Component[] = [];
  for (const piece of ordered) {
    const belongs = kept.length === 0 || kept.some(({ box }) => distance(box, piece.box) <= apartPx);
    if (belongs || piece.pixels.length >= leastPx) kept.push(piece);
  }
  return kept;
}

function joinPixels(parts: readonly Int32Array[]): Int32Array {
  const joined = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let filled = 0;
  for (const part of parts) {
    joined.set(part, filled);
    filled += part.length;
  }
  return joined;
}

function boxOfPixels(pixels: Int32Array, widthPx: number): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, 0, 0];
  for (let index = 0; index < pixels.length; index += 1) {
    const at = pixels[index] ?? 0;
    const x = at % widthPx;
    const y = (at - x) / widthPx;
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x + 1);
    y1 = Math.max(y1, y + 1);
  }
  return [x0, y0, x1, y1];
}

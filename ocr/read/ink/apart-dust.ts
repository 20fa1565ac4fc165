import type { Component } from './components.ts';
import { isStroke } from './has-writing.ts';
import type { ZoneInk } from './zone-ink.ts';

/** No dot, comma or accent stands farther from the strokes of its line, along it and across. */
const alongMm = 3;
const acrossMm = 1.2;

/**
 * The pieces of a zone without dust that stands apart from all strokes: grains large enough to be dots make letters of themselves,
 * and above or below a line they make it look higher than it is. Where there are no strokes all pieces stay.
 */
export function withoutApartDust(zoneInk: ZoneInk): readonly Component[] {
  const { components, pxPerMm } = zoneInk;
  const strokes = components.filter((piece) => isStroke(piece, zoneInk));
  if (strokes.length === 0 || strokes.length === components.length) return components;
  return components.filter(
    (piece) => strokes.includes(piece) || strokes.some((stroke) => isBeside(piece, stroke, pxPerMm)),
  );
}

function isBeside({ box }: Component, { box: stroke }: Component, pxPerMm: number): boolean {
  const along = Math.max(box[0] - stroke[2], stroke[0] - box[2]);
  const across = Math.max(box[1] - stroke[3], stroke[1] - box[3]);
  return along <= alongMm * pxPerMm && across <= acrossMm * pxPerMm;
}

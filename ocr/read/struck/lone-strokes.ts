import type { Component } from '../ink/components.ts';
import { isStroke } from '../ink/has-writing.ts';
import type { ZoneInk } from '../ink/zone-ink.ts';
import { type InkLine, lineThrough } from './ink-line.ts';

/** What says in a field that there is nothing to say: dashes, or a stroke through it. */
export type LoneStrokes = 'dash' | 'stroke';

/** Shorter ones may be what is left of a letter. */
const leastDashMm = 2.5;
const leastStrokeMm = 5;
/** Thinner is a hair or what is left of a rule; no pen draws thicker. */
const thinnestMm = 0.15;
const thickestMm = 1.1;
/** A stroke is so many times as long as it is thick. */
const leastSlender = 2.5;
/** Its ink lies, in the root mean square, no farther from a line; where it is long it may be bent by a share of its length. */
const straightMm = 0.35;
const straightShare = 0.025;
/** Letters that a stroke runs through stand out of it: so much of it is as thin as a pen, seen across. */
const bareShare = 0.95;
/** Degrees against the level: of a dash, and of the steepest stroke. A 1, an I and a typed / stand steeper. */
const levelDeg = 15;
const steepestDeg = 65;
/** The parts of one stroke, cut apart by the form's own print, lie as it does. */
const alongDeg = 20;

/**
 * Whether a field holds nothing but dashes, or one stroke through it: no letters, nothing else that could be writing. Null where it
 * does not.
 */
export function strokesAlone(zoneInk: ZoneInk): LoneStrokes | null {
  const { components, region, pxPerMm } = zoneInk;
  const pieces = components.filter((piece) => isStroke(piece, zoneInk));
  const scale = { widthPx: region.widthPx, pxPerMm };
  const lines: InkLine[] = [];
  // Most fields hold letters: the first of them ends it.
  for (const piece of pieces) {
    const line = lineThrough([piece], region.widthPx);
    if (!isSlender(piece, line, scale)) return null;
    lines.push(line);
  }
  if (lines.length === 0) return null;
  const all = lineThrough(pieces, region.widthPx);
  const isLevel = lines.every(({ angleDeg }) => Math.abs(angleDeg) <= levelDeg);
  const lengthMm = lines.reduce((sum, { lengthPx }) => sum + lengthPx, 0) / pxPerMm;
  if (isLevel) return lengthMm >= leastDashMm ? 'dash' : null;
  const isOne = isStraight(all, pxPerMm) && lines.every((line) => Math.abs(line.angleDeg - all.angleDeg) <= alongDeg);
  return isOne && lengthMm >= leastStrokeMm && Math.abs(all.angleDeg) <= steepestDeg ? 'stroke' : null;
}

interface Scale {
  /** Of the picture in which pieces were found. */
  readonly widthPx: number;
  readonly pxPerMm: number;
}

function isSlender(piece: Component, line: InkLine, { widthPx, pxPerMm }: Scale): boolean {
  if (!isStraight(line, pxPerMm)) return false;
  const thickPx = piece.pixels.length / line.lengthPx;
  if (!isBare(piece, widthPx, Math.abs(line.angleDeg) <= 45, 1.5 * thickestMm * pxPerMm)) return false;
  const isPenStroke = thickPx >= thinnestMm * pxPerMm && thickPx <= thickestMm * pxPerMm;
  return isPenStroke && line.lengthPx >= leastSlender * thickPx;
}

function isStraight({ offPx, lengthPx }: InkLine, pxPerMm: number): boolean {
  return offPx <= Math.max(straightMm * pxPerMm, straightShare * lengthPx);
}

/** Whether a stroke that lies, or one that stands, is nearly everywhere as thin as a pen: from its upper edge to its lower, or from left to right. */
function isBare({ box: [x0, y0, x1, y1], pixels }: Component, widthPx: number, lies: boolean, mostPx: number): boolean {
  const places = lies ? x1 - x0 : y1 - y0;
  const first = new Int32Array(places).fill(Math.max(x1 - x0, y1 - y0));
  const last = new Int32Array(places);
  for (let index = 0; index < pixels.length; index += 1) {
    const at = pixels[index] ?? 0;
    const [x, y] = [(at % widthPx) - x0, Math.floor(at / widthPx) - y0];
    const [place, across] = lies ? [x, y] : [y, x];
    first[place] = Math.min(first[place] ?? across, across);
    last[place] = Math.max(last[place] ?? across, across);
  }
  const thin = last.filter((edge, place) => edge - (first[place] ?? 0) < mostPx).length;
  return thin >= bareShare * places;
}

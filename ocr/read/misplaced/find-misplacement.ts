import type { Zone } from '../../model/form.ts';
import {
  type Box,
  boxOfRect,
  holdsMiddle,
  invertAffine,
  mapBox,
  type Point,
  type RectMm,
} from '../../model/geometry.ts';
import { type FormView, formRect } from '../ink/form-view.ts';
import { isLetterSized } from '../ink/letter-size.ts';
import { findZoneInk } from '../ink/zone-ink.ts';

/** Sheets are put into printers and typewriters this far from their place at most. */
const mostMm = 7;
const stepMm = 0.5;
/** What a letter says for a place by where it stands there. */
const weights = { inside: 1, crossing: 0.4, marked: 1.5, inCell: 0.5 } as const;
/** Letters that stand within this of a zone's edges, or of a box, stand in it. */
const slackMm = 0.3;
const boxSlackMm = 0.7;
/** Places that are nearly as good as the best one: the middle of them all is taken. */
const nearlyShare = 0.015;
const sameMm = 3;
/** Fewer letters tell no place. */
const leastLetters = 6;
/** A misplacement is believed when so many more of the letters stand in zones, and when it is large enough to matter. */
const leastGain = 0.06;
const leastMm = 2;

/**
 * How far from its place a machine wrote all over a page, in millimetres of the layout: the shift by which most letters come to
 * stand in zones, in the middle of cells and boxes. Null where none is clearly better than where the form has its zones.
 */
export function findMisplacement(view: FormView, zones: readonly Zone[]): Point | null {
  const letters = lettersOf(view, formRect(view.emptyForm));
  if (letters.length < leastLetters) return null;
  const places = zones.flatMap(placeOf);
  const scored = shifts().map((shift) => ({ shift, score: scoreAt(shift, letters, places) }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  const alike = scored.filter(
    ({ shift, score }) =>
      score >= best.score - nearlyShare * letters.length &&
      Math.hypot(shift.x - best.shift.x, shift.y - best.shift.y) <= sameMm,
  );
  const middle = { x: mean(alike.map(({ shift }) => shift.x)), y: mean(alike.map(({ shift }) => shift.y)) };
  const gain = scoreAt(middle, letters, places) - scoreAt({ x: 0, y: 0 }, letters, places);
  return gain >= leastGain * letters.length && Math.hypot(middle.x, middle.y) >= leastMm ? middle : null;
}

/** Boxes of all that is as high as a letter and not of the form's print, in millimetres of the layout. */
function lettersOf(view: FormView, rectMm: RectMm): Box[] {
  const ink = findZoneInk(view, rectMm, 0);
  if (ink === null) return [];
  const { left, top } = ink.region;
  const toForm = invertAffine(view.toImage);
  return ink.components
    .filter((piece) => isLetterSized(piece, ink.pxPerMm))
    .map(({ box: [x0, y0, x1, y1] }) => mapBox(toForm, [x0 + left, y0 + top, x1 + left, y1 + top]));
}

interface Place {
  readonly box: Box;
  readonly isMark: boolean;
  /** Width of a cell; null where there are none. */
  readonly cellMm: number | null;
}

function placeOf(zone: Zone): Place[] {
  const [x0, y0, x1, y1] = boxOfRect(zone.rectMm);
  if (zone.kind === 'signature' || zone.kind === 'barcode') return [];
  if (zone.kind === 'mark') {
    const box: Box = [x0 - boxSlackMm, y0 - boxSlackMm, x1 + boxSlackMm, y1 + boxSlackMm];
    return [{ box, isMark: true, cellMm: null }];
  }
  const cells = zone.kind === 'text' ? undefined : zone.cells;
  return [{ box: [x0, y0, x1, y1], isMark: false, cellMm: cells === undefined ? null : zone.rectMm.width / cells }];
}

function shifts(): Point[] {
  const along = Array.from({ length: (2 * mostMm) / stepMm + 1 }, (_, index) => index * stepMm - mostMm);
  return along.flatMap((x) => along.map((y) => ({ x, y })));
}

function scoreAt({ x, y }: Point, letters: readonly Box[], places: readonly Place[]): number {
  let score = 0;
  for (const [x0, y0, x1, y1] of letters) {
    const letter: Box = [x0 - x, y0 - y, x1 - x, y1 - y];
    const place = places.find(({ box }) => holdsMiddle(box, letter));
    if (place !== undefined) score += weightOf(letter, place);
  }
  return score;
}

function weightOf([x0, y0, x1, y1]: Box, { box, isMark, cellMm }: Place): number {
  if (isMark) return weights.marked;
  const isInside = x0 >= box[0] - slackMm && x1 <= box[2] + slackMm && y0 >= box[1] - slackMm && y1 <= box[3] + slackMm;
  const inCell = cellMm === null ? 0 : weights.inCell * centredness(((x0 + x1) / 2 - box[0]) / cellMm);
  return (isInside ? weights.inside : weights.crossing) + inCell;
}

/** 1 in the middle of a cell, -1 on its wall. `across` counts cells. */
function centredness(across: number): number {
  return 1 - 4 * Math.abs(across - Math.floor(across) - 0.5);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

import type { Box, RectMm } from '../../model/geometry.ts';
import { surroundingBox } from '../engines/page-lines.ts';
import { withoutApartDust } from '../ink/apart-dust.ts';
import type { Component } from '../ink/components.ts';
import type { FormView } from '../ink/form-view.ts';
import { hasWriting, isStroke, leastLetterMm } from '../ink/has-writing.ts';
import { inkBox } from '../ink/mask.ts';
import { withoutMovedRules } from '../ink/moved-rules.ts';
import { cutBetweenRows, marksApart, rowsOfLetters } from '../ink/rows.ts';
import { splitIntoLines } from '../ink/split-lines.ts';
import { inkWithoutStamp } from '../ink/stamps.ts';
import { findZoneInk, keepPieces, type ZoneInk } from '../ink/zone-ink.ts';
import { leavesUpOrDown } from '../misplaced/leaves-zone.ts';
import { followWriting } from '../overrun/follow.ts';
import type { OtherZone } from '../overrun/side.ts';
import { type LoneStrokes, strokesAlone } from '../struck/lone-strokes.ts';

/** One line of writing, in pixels of the zone's region. */
export interface WrittenLine {
  readonly box: Box;
  readonly pieces: readonly Component[];
}

/** What stands in a zone of plain lines, before anybody reads it. */
export interface FoundText {
  /** The ink of the zone and of what its writing runs over to, without a stamp and without dust; null where it lies off the page. */
  readonly zoneInk: ZoneInk | null;
  /** From the top; none where the zone is empty or holds strokes alone. */
  readonly written: readonly WrittenLine[];
  readonly loneStrokes: LoneStrokes | null;
  readonly isOverrun: boolean;
  readonly leavesZone: boolean;
}

const marginMm = 1;
/** No accent stands farther from the letters of its line. */
const apartMm = 1.2;

/** Finds the writing of a zone that holds so many lines. `others` are the other zones of the page: writing may run into them. */
export function findText(view: FormView, rectMm: RectMm, lines: number, others: readonly OtherZone[]): FoundText {
  const found = findZoneInk(view, rectMm, marginMm);
  if (found === null) return { zoneInk: null, written: [], loneStrokes: null, isOverrun: false, leavesZone: false };
  const unstamped = withoutMovedRules(inkWithoutStamp(found));
  const { zoneInk: followed, isOverrun } = followWriting(view, rectMm, unstamped, others);
  const leavesZone = isOverrun || followed !== unstamped || leavesUpOrDown(unstamped);
  const clean = keepPieces(followed, withoutApartDust(followed));
  const zoneInk = lines === 1 ? withoutMarks(clean) : clean;
  const loneStrokes = strokesAlone(zoneInk);
  const written = loneStrokes === null ? findLines(zoneInk, lines) : [];
  return { zoneInk, written, loneStrokes, isOverrun, leavesZone };
}

/** What stands above or below a single line, far from it and lower than its letters, is no second line. */
function withoutMarks(zoneInk: ZoneInk): ZoneInk {
  const marks = new Set(marksApart(rowsIn(zoneInk), apartMm * zoneInk.pxPerMm));
  if (marks.size === 0) return zoneInk;
  return keepPieces(
    zoneInk,
    zoneInk.components.filter((piece) => !marks.has(piece)),
  );
}

/** Dust is as high as a low letter: only strokes make rows. */
function rowsIn(zoneInk: ZoneInk): Component[][] {
  const strokes = zoneInk.components.filter((piece) => isStroke(piece, zoneInk));
  return rowsOfLetters(strokes, leastLetterMm * zoneInk.pxPerMm);
}

/** The lines of writing in the ink of a zone; none where it is empty. */
export function findLines(zoneInk: ZoneInk, lines: number): WrittenLine[] {
  if (!hasWriting(zoneInk)) return [];
  const leastLetterPx = leastLetterMm * zoneInk.pxPerMm;
  const rows = lines === 1 ? rowsIn(zoneInk) : [];
  if (rows.length > 1) return rows.map((pieces) => ({ box: surroundingBox(pieces.map(({ box }) => box)), pieces }));
  const bands = splitIntoLines(zoneInk.ink, zoneInk.zoneBox, lines).flatMap((band) =>
    lines === 1 ? [band] : cutBetweenRows(band, piecesIn(zoneInk, band), leastLetterPx),
  );
  return bands.flatMap((band) => {
    const box = inkBox(zoneInk.ink, band);
    const pieces = piecesIn(zoneInk, band);
    return box === null || (lines > 1 && !hasLetters(pieces, zoneInk)) ? [] : [{ box, pieces }];
  });
}

/** The pieces of ink whose middle lies in a band. */
function piecesIn({ components }: ZoneInk, [, top, , bottom]: Box): Component[] {
  return components.filter(({ box }) => box[1] + box[3] >= 2 * top && box[1] + box[3] < 2 * bottom);
}

/** Whether a line of several holds more than strokes and dots: what lies on an empty line is no writing. */
function hasLetters(pieces: readonly Component[], zoneInk: ZoneInk): boolean {
  const leastLetterPx = leastLetterMm * zoneInk.pxPerMm;
  return pieces.some((piece) => piece.box[3] - piece.box[1] >= leastLetterPx && isStroke(piece, zoneInk));
}

import type { Box } from '../../model/geometry.ts';
import type { Component } from './components.ts';

/** A letter is not higher than this many times the middle one: what is higher runs through the lines, as a stamp does. */
const highestShare = 2.2;
/** Rows of which less than this share of a letter's height overlaps are rows apart. */
const overlapShare = 0.3;
/** What is lower than this share of the middle letter is none, but a comma or a dash: one that reaches into a row belongs to it. */
const lowestShare = 0.6;
/** One letter alone may be an accent or a mark between the lines. */
const leastLetters = 2;
/** More pieces that are lower than letters are a broken one. */
const mostMarks = 2;

/**
 * Parts the letters among pieces of ink into rows that stand clearly above each other, top to bottom. `leastLetterPx` is the
 * height of the lowest letter. Pieces that are no letters, or run through several rows, are left out.
 */
export function rowsOfLetters(pieces: readonly Component[], leastLetterPx: number): Component[][] {
  const letters = pieces.filter((piece) => heightOf(piece) >= leastLetterPx);
  const middle = medianHeight(letters);
  const rows: Component[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const letter of letters.toSorted((one, other) => one.box[1] - other.box[1])) {
    if (heightOf(letter) > highestShare * middle) continue;
    const last = rows.at(-1);
    const overlap = heightOf(letter) < lowestShare * middle ? 0 : overlapShare * middle;
    if (last !== undefined && letter.box[1] < bottom - overlap) last.push(letter);
    else rows.push([letter]);
    bottom = Math.max(bottom, letter.box[3]);
  }
  return rows;
}

/**
 * What stands apart above or below a line and is no row of letters: one piece or two, lower than letters, and farther than `apartPx` from
 * all rows. `rows` are as `rowsOfLetters` gives them.
 */
export function marksApart(rows: readonly Component[][], apartPx: number): Component[] {
  const lowestPx = lowestShare * medianHeight(rows.flat());
  const isMark = (row: readonly Component[]) => row.length <= mostMarks && row.every((it) => heightOf(it) < lowestPx);
  const isApart = (row: readonly Component[]) => {
    const [top, bottom] = extentOf(row);
    return rows.every((other) => {
      const [otherTop, otherBottom] = extentOf(other);
      return other === row || top - otherBottom > apartPx || otherTop - bottom > apartPx;
    });
  };
  return rows.filter((row) => isMark(row) && isApart(row)).flat();
}

/**
 * Cuts a band of writing between the rows of letters in it, top to bottom: writers who find no rules set their lines as close as
 * they like. `pieces` are those of the band. A band of one row, or none, stays whole.
 */
export function cutBetweenRows([x0, y0, x1, y1]: Box, pieces: readonly Component[], leastLetterPx: number): Box[] {
  const rows = rowsOfLetters(pieces, leastLetterPx).filter((row) => row.length >= leastLetters);
  const cuts = rows.slice(1).map((row, index) => {
    const bottom = Math.max(...(rows[index] ?? []).map(({ box }) => box[3]));
    return Math.round((bottom + Math.min(...row.map(({ box }) => box[1]))) / 2);
  });
  const tops = [y0, ...cuts];
  return tops.map((top, index): Box => [x0, top, x1, cuts[index] ?? y1]);
}

function extentOf(row: readonly Component[]): [top: number, bottom: number] {
  return [Math.min(...row.map(({ box }) => box[1])), Math.max(...row.map(({ box }) => box[3]))];
}

function heightOf({ box }: Component): number {
  return box[3] - box[1];
}

function medianHeight(pieces: readonly Component[]): number {
  const heights = pieces.map(heightOf).sort((one, other) => one - other);
  return heights[Math.floor(heights.length / 2)] ?? 0;
}

import type { Component } from '../ink/components.ts';

/** A row of letters on a level page, with the dots and strokes that belong to it. */
export interface TextRow {
  readonly pieces: readonly Component[];
  /** How high its letters usually stand, and reach from and to, in pixels from the top. */
  readonly middlePx: number;
  readonly topPx: number;
  readonly bottomPx: number;
  readonly letterPx: number;
}

/** Shares of the height of capitals, between which a piece may be a letter. */
const letterShares = { least: 0.4, most: 3 } as const;
/** Of the usual letter: lower ones are dots and strokes, higher ones run through rows. */
const usualShares = { least: 0.5, most: 2.2 } as const;
/** Letters of one row stand no farther from its middle than this share of their height. */
const levelShare = 0.65;
/** A row that shares more of its height with one of more ink is its crumbs. */
const crumbShare = 0.4;
/** Of two rows as near to a piece the one whose middle is nearer. */
const middleCost = 0.01;

/** Parts pieces of ink into the rows they stand in, top to bottom. What runs through several rows belongs to none. */
export function textRows(pieces: readonly Component[], capitalPx: number): TextRow[] {
  const letters = pieces.filter(
    (piece) => heightOf(piece) >= letterShares.least * capitalPx && heightOf(piece) < letterShares.most * capitalPx,
  );
  if (letters.length === 0) return pieces.length > 0 ? [rowOf(pieces, capitalPx)] : [];
  const letterPx = median(letters.map(heightOf));
  const usual = letters.filter(
    (piece) => heightOf(piece) >= usualShares.least * letterPx && heightOf(piece) <= usualShares.most * letterPx,
  );
  const rows = withoutCrumbs(levelGroups(usual, letterPx).map((group) => rowOf(group, letterPx)));
  return withTheRest(rows, pieces);
}

function levelGroups(letters: readonly Component[], letterPx: number): Component[][] {
  const groups: Component[][] = [];
  for (const letter of letters.toSorted((one, other) => middleOf(one) - middleOf(other))) {
    const last = groups.at(-1);
    const isLevel = last !== undefined && middleOf(letter) - mean(last.map(middleOf)) < levelShare * letterPx;
    if (isLevel) last.push(letter);
    else groups.push([letter]);
  }
  return groups;
}

function rowOf(pieces: readonly Component[], letterPx: number): TextRow {
  return {
    pieces,
    middlePx: median(pieces.map(middleOf)),
    topPx: median(pieces.map(({ box }) => box[1])),
    bottomPx: median(pieces.map(({ box }) => box[3])),
    letterPx,
  };
}

function withoutCrumbs(rows: readonly TextRow[]): TextRow[] {
  return rows.filter(
    (row) => !rows.some((other) => inkOf(row) < inkOf(other) && sharedHeight(row, other) > crumbShare),
  );
}

/** Gives each other piece to the row that it is nearest to. */
function withTheRest(rows: readonly TextRow[], pieces: readonly Component[]): TextRow[] {
  const taken = new Set(rows.flatMap((row) => row.pieces));
  const added = new Map<TextRow, Component[]>();
  for (const piece of pieces) {
    if (taken.has(piece) || runsThrough(piece, rows)) continue;
    const [nearest] = rows.toSorted((one, other) => distance(one, piece) - distance(other, piece));
    if (nearest !== undefined) added.set(nearest, [...(added.get(nearest) ?? []), piece]);
  }
  return rows.map((row) => ({ ...row, pieces: [...row.pieces, ...(added.get(row) ?? [])] }));
}

function runsThrough(piece: Component, rows: readonly TextRow[]): boolean {
  const [, top, , bottom] = piece.box;
  const crossed = rows.filter(({ middlePx }) => middlePx > top && middlePx < bottom);
  return crossed.length > 1 && crossed.every(({ letterPx }) => bottom - top > usualShares.most * letterPx);
}

function distance({ topPx, bottomPx, middlePx }: TextRow, piece: Component): number {
  const y = middleOf(piece);
  return Math.max(0, topPx - y, y - bottomPx) + middleCost * Math.abs(y - middlePx);
}

function sharedHeight(one: TextRow, other: TextRow): number {
  const shared = Math.min(one.bottomPx, other.bottomPx) - Math.max(one.topPx, other.topPx);
  return shared / Math.max(1, one.bottomPx - one.topPx);
}

function inkOf({ pieces }: TextRow): number {
  return pieces.reduce((sum, { pixels }) => sum + pixels.length, 0);
}

function middleOf({ box }: Component): number {
  return (box[1] + box[3]) / 2;
}

function heightOf({ box }: Component): number {
  return box[3] - box[1];
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}

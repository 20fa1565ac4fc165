import type { Zone } from '../model/form.ts';
import type { RectMm } from '../model/geometry.ts';
import { type PrintMap, tileMm } from './print-map.ts';

/** A square with less of its print is covered; print that faded leaves more. */
const mostSeen = 0.2;
/** So many squares that hang together are something that lies on the page. */
const leastSquares = 3;
/** Writing reaches this far into a covered square before anything of it is hidden. */
const marginMm = 0.5;

/** What lies over a page and hides its print: a note, a label, a corner folded over or torn off. */
export interface Cover {
  /** Squares of the form whose print is hidden, in millimetres. */
  readonly squaresMm: readonly RectMm[];
  /** Share of all squares with dark print that are hidden, 0 to 1. */
  readonly share: number;
}

export const noCover: Cover = { squaresMm: [], share: 0 };

/**
 * Finds what of a form is hidden: squares side by side, or corner to corner, in which none of the print is seen. `dark` is of dark
 * print; `all`, of hairlines too, is asked for where something lies on the page, and tells how far that reaches.
 */
export function findCover(dark: PrintMap, all: () => PrintMap): Cover {
  const seeds = new Set(
    groupsOf(unseenSquares(dark), dark).flatMap((group) => (group.length < leastSquares ? [] : group)),
  );
  if (seeds.size === 0) return noCover;
  const unseen = unseenSquares(all());
  for (const seed of seeds) unseen.add(seed);
  const hidden = groupsOf(unseen, dark).flatMap((group) => (group.some((tile) => seeds.has(tile)) ? group : []));
  const squaresMm = hidden.map((tile) => ({
    x: (tile % dark.columns) * tileMm,
    y: Math.floor(tile / dark.columns) * tileMm,
    width: tileMm,
    height: tileMm,
  }));
  const known = dark.seen.reduce((count, share) => count + (Number.isNaN(share) ? 0 : 1), 0);
  return { squaresMm, share: seeds.size / known };
}

function unseenSquares({ seen }: PrintMap): Set<number> {
  return new Set([...seen.keys()].filter((tile) => (seen[tile] ?? 1) < mostSeen));
}

/** Squares that touch each other, corners too. */
function groupsOf(squares: ReadonlySet<number>, { columns, rows }: PrintMap): number[][] {
  const left = new Set(squares);
  const groups: number[][] = [];
  for (const first of left) {
    left.delete(first);
    const group = [first];
    for (const tile of group) {
      const [column, row] = [tile % columns, Math.floor(tile / columns)];
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
          if (left.delete(y * columns + x)) group.push(y * columns + x);
        }
      }
    }
    groups.push(group);
  }
  return groups;
}

/** The zones into which a cover reaches. */
export function coveredZones(zones: readonly Zone[], { squaresMm }: Cover): Zone[] {
  return zones.filter(({ rectMm }) => squaresMm.some((square) => overlap(square, rectMm, marginMm)));
}

/** Whether two rectangles share more than `marginMm` across and down. */
export function overlap(one: RectMm, other: RectMm, marginMm: number): boolean {
  return (
    Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x) > marginMm &&
    Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y) > marginMm
  );
}

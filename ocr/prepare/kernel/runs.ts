import type { Box } from '../../model/geometry.ts';

/** Bounding box and number of dark pixels of one connected component. */
export interface Component {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly area: number;
}

/** A connected piece of ink: its box, and its pixels as their places in the mask's data, row by row. */
export interface Piece {
  readonly box: Box;
  readonly pixels: Int32Array;
}

/** Size of a row in the table of runs that the kernel writes, of numbers of 4 bytes each; see `assembly/components.ts`. */
export const RUN_BYTES = 40;
const columns = RUN_BYTES / 4;
/** Where and in which row of the picture a run lies, the run that stands for its component, and what is known of that. */
const column = { start: 0, end: 1, row: 2, parent: 3, x0: 4, y0: 5, x1: 6, y1: 7, area: 8 } as const;

/** Reads the runs that stand for a component. Tables have 100,000 rows: numbers are read by index, one by one. */
export function readComponents(table: Int32Array): Component[] {
  const found: Component[] = [];
  for (let at = 0, run = 0; at < table.length; at += columns, run += 1) {
    if (table[at + column.parent] !== run) continue;
    const [x0, y0, x1, y1] = boxAt(table, at);
    found.push({ x0, y0, x1, y1, area: table[at + column.area] ?? 0 });
  }
  return found;
}

/** Gathers the pixels of each component from its runs. All lie in one buffer: one for each of hundreds of specks would be slow. */
export function readPieces(table: Int32Array, widthPx: number): Piece[] {
  const pieces: Piece[] = [];
  const all = new Int32Array(areaOf(table));
  let taken = 0;
  const open = new Map<number, { readonly pixels: Int32Array; filled: number }>();
  for (let at = 0; at < table.length; at += columns) {
    const parent = table[at + column.parent] ?? 0;
    let piece = open.get(parent);
    if (piece === undefined) {
      const areaPx = table[at + column.area] ?? 0;
      piece = { pixels: all.subarray(taken, taken + areaPx), filled: 0 };
      taken += areaPx;
      open.set(parent, piece);
      pieces.push({ box: boxAt(table, at), pixels: piece.pixels });
    }
    const { pixels } = piece;
    const rowStart = (table[at + column.row] ?? 0) * widthPx;
    const end = rowStart + (table[at + column.end] ?? 0);
    let { filled } = piece;
    for (let pixel = rowStart + (table[at + column.start] ?? 0); pixel < end; pixel += 1) pixels[filled++] = pixel;
    piece.filled = filled;
  }
  return pieces;
}

/** Pixels of all runs. */
function areaOf(table: Int32Array): number {
  let area = 0;
  for (let at = 0; at < table.length; at += columns) {
    area += (table[at + column.end] ?? 0) - (table[at + column.start] ?? 0);
  }
  return area;
}

function boxAt(table: Int32Array, at: number): Box {
  return [
    table[at + column.x0] ?? 0,
    table[at + column.y0] ?? 0,
    table[at + column.x1] ?? 0,
    table[at + column.y1] ?? 0,
  ];
}

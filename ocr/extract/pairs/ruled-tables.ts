import type { Box } from '../../model/geometry.ts';
import type { Pair, Word } from '../../model/reading.ts';

/** Edges of cells that are nearer than this share of a cell's height are one wall. */
const wallShare = 0.45;
const leastColumns = 2;
/** Heads and one row make a table; one row alone is boxes in a line. */
const leastRows = 2;
/** So many of the heads must hold letters, and no digits: those are values. */
const leastHeads = 0.6;
/** Cells that hold a label of their own are no cells of a table but parts of a form. */
const mostLabelled = 0.2;

/** Cells from left to right. */
type Row = readonly Box[];

export interface FoundTables {
  readonly pairs: readonly Pair[];
  /** Words in the cells of tables. */
  readonly used: ReadonlySet<Word>;
}

/**
 * Finds ruled tables on an upright page: rows of cells under each other with the same walls, the first of which names the
 * columns. Gives a pair of head and text for each cell that is not empty. `others` are labels with values as they look without
 * rules: where cells hold both, the rules part the questions of a form.
 */
export function findRuledTables(cells: readonly Box[], words: readonly Word[], others: readonly Pair[]): FoundTables {
  const used = new Set<Word>();
  const tables = stackRows(rowsOfCells(cells))
    .filter((rows) => rows.length >= leastRows && isTable(rows, words, others))
    .map((rows) => rows.map((row) => row.map((cell) => wordsIn(cell, words))));
  const pairs = tables.flatMap(([heads = [], ...body], table) =>
    body.flatMap((row, index) =>
      row.flatMap((cell, column): Pair[] => {
        const head = heads[column] ?? [];
        for (const word of [...head, ...cell]) used.add(word);
        if (head.length === 0 || cell.length === 0) return [];
        return [
          {
            label: textOf(head),
            value: textOf(cell),
            confidence: Math.min(...[...head, ...cell].map(({ confidence }) => confidence)),
            cell: { table, row: index },
          },
        ];
      }),
    ),
  );
  return { pairs, used };
}

function heightOf([, top, , bottom]: Box): number {
  return bottom - top;
}

/** Cells that share their upper and lower wall and follow each other without a gap. */
function rowsOfCells(cells: readonly Box[]): Row[] {
  const rows: Box[][] = [];
  for (const cell of cells.toSorted((one, other) => one[0] - other[0])) {
    const row = rows.find((candidate) => {
      const last = candidate.at(-1);
      return last !== undefined && isNextTo(last, cell);
    });
    if (row === undefined) rows.push([cell]);
    else row.push(cell);
  }
  return rows.filter((row) => row.length >= leastColumns);
}

function isNextTo(left: Box, right: Box): boolean {
  const slack = wallShare * Math.min(heightOf(left), heightOf(right));
  const near = (one: number, other: number) => Math.abs(one - other) < slack;
  return near(left[1], right[1]) && near(left[3], right[3]) && near(left[2], right[0]);
}

/** Puts rows together that stand under each other with the same walls between their cells. */
function stackRows(rows: readonly Row[]): Row[][] {
  const stacks: Row[][] = [];
  for (const row of rows.toSorted((one, other) => (one[0]?.[1] ?? 0) - (other[0]?.[1] ?? 0))) {
    const stack = stacks.find((candidate) => {
      const last = candidate.at(-1);
      return last !== undefined && isUnder(last, row);
    });
    if (stack === undefined) stacks.push([row]);
    else stack.push(row);
  }
  return stacks;
}

function isUnder(upper: Row, lower: Row): boolean {
  if (upper.length !== lower.length) return false;
  return upper.every((cell, column) => {
    const below = lower[column];
    if (below === undefined) return false;
    const slack = wallShare * Math.min(heightOf(cell), heightOf(below));
    return [
      [cell[0], below[0]],
      [cell[2], below[2]],
      [cell[3], below[1]],
    ].every(([one = 0, other = 0]) => Math.abs(one - other) < slack);
  });
}

function isTable([heads = [], ...body]: readonly Row[], words: readonly Word[], others: readonly Pair[]): boolean {
  const named = heads.filter((cell) => {
    const text = textOf(wordsIn(cell, words)).text;
    return /\p{L}/u.test(text) && !/\d/.test(text);
  });
  if (named.length < leastHeads * heads.length) return false;
  const cells = body.flat();
  const labelled = cells.filter((cell) =>
    others.some(({ label, value }) => liesIn(label.box, cell) && liesIn(value.box, cell)),
  );
  return labelled.length <= mostLabelled * cells.length;
}

function liesIn([x0, y0, x1, y1]: Box, [left, top, right, bottom]: Box): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x > left && x < right && y > top && y < bottom;
}

function wordsIn(cell: Box, words: readonly Word[]): Word[] {
  return words.filter(({ box }) => liesIn(box, cell)).toSorted(inReadingOrder);
}

function inReadingOrder({ box: one }: Word, { box: other }: Word): number {
  const isLevel = Math.abs(one[1] + one[3] - other[1] - other[3]) < Math.min(heightOf(one), heightOf(other));
  return isLevel ? one[0] - other[0] : one[1] - other[1];
}

function textOf(words: readonly Word[]): Pair['label'] {
  const edge = (pick: (...numbers: number[]) => number, at: 0 | 1 | 2 | 3) => pick(...words.map(({ box }) => box[at]));
  return {
    text: words.map(({ text }) => text).join(' '),
    box: [edge(Math.min, 0), edge(Math.min, 1), edge(Math.max, 2), edge(Math.max, 3)],
  };
}

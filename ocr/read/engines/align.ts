/** Places of two texts that correspond; null where one text has nothing there. */
export interface Pairing {
  readonly left: number | null;
  readonly right: number | null;
}

const gapCost = 1;
/** Letters that differ in case or accent stand in the same place; a blank may be a full stop, but never a letter. */
const costs = { same: 0, kin: 0.5, other: 1, letterForBlank: 2.5 } as const;
const letterOrDigit = /[\p{L}\p{N}]/u;

/** Aligns two texts, given as characters, at the least cost of edits (Needleman and Wunsch 1970). */
export function alignTexts(left: readonly string[], right: readonly string[]): Pairing[] {
  const columns = right.length + 1;
  const cost = new Float64Array((left.length + 1) * columns);
  for (let row = 0; row <= left.length; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      cost[row * columns + column] = cheapest(cost, columns, left, right, row, column);
    }
  }
  return trace(cost, columns, left, right);
}

function cheapest(
  cost: Float64Array,
  columns: number,
  left: readonly string[],
  right: readonly string[],
  row: number,
  column: number,
): number {
  if (row === 0) return column * gapCost;
  if (column === 0) return row * gapCost;
  const at = row * columns + column;
  const both = (cost[at - columns - 1] ?? 0) + replacement(left[row - 1], right[column - 1]);
  return Math.min(both, (cost[at - columns] ?? 0) + gapCost, (cost[at - 1] ?? 0) + gapCost);
}

/** From the end back to the start; pairs are preferred to gaps. */
function trace(cost: Float64Array, columns: number, left: readonly string[], right: readonly string[]): Pairing[] {
  const pairings: Pairing[] = [];
  let [row, column] = [left.length, right.length];
  while (row > 0 || column > 0) {
    const at = row * columns + column;
    const here = cost[at] ?? 0;
    const paired =
      row > 0 && column > 0 && here === (cost[at - columns - 1] ?? 0) + replacement(left[row - 1], right[column - 1]);
    const leftOnly = !paired && row > 0 && here === (cost[at - columns] ?? 0) + gapCost;
    if (paired || leftOnly) row -= 1;
    if (!leftOnly) column -= 1;
    pairings.push({ left: paired || leftOnly ? row : null, right: leftOnly ? null : column });
  }
  return pairings.reverse();
}

function replacement(left = '', right = ''): number {
  if (left === right) return costs.same;
  if (left === ' ' || right === ' ') return letterOrDigit.test(left + right) ? costs.letterForBlank : costs.other;
  return bareLetter(left).toLowerCase() === bareLetter(right).toLowerCase() ? costs.kin : costs.other;
}

/** The letter without its accents. */
export function bareLetter(letter: string): string {
  return letter.normalize('NFD').replace(/\p{M}/gu, '');
}

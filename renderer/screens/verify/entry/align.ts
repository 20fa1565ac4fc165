/**
 * Pairs each character of one text with one of another by the fewest differences (Wagner and Fischer, 1974). `differs` tells
 * of two indices. Returns for each index of the first its partner in the second, or null where it has none.
 */
export function alignTexts(
  length: number,
  otherLength: number,
  differs: (index: number, other: number) => boolean,
): readonly (number | null)[] {
  const columns = otherLength + 1;
  const costs = new Uint16Array((length + 1) * columns);
  const costAt = (row: number, column: number): number => costs[row * columns + column] ?? 0;
  const exchange = (row: number, column: number): number =>
    costAt(row - 1, column - 1) + (differs(row - 1, column - 1) ? 1 : 0);
  for (let row = 0; row <= length; row += 1) {
    for (let column = 0; column <= otherLength; column += 1) {
      costs[row * columns + column] =
        row === 0 || column === 0
          ? row + column
          : Math.min(exchange(row, column), costAt(row - 1, column) + 1, costAt(row, column - 1) + 1);
    }
  }
  const partners: (number | null)[] = Array.from({ length }, () => null);
  let row = length;
  let column = otherLength;
  while (row > 0) {
    if (column > 0 && costAt(row, column) === exchange(row, column)) {
      partners[row - 1] = column - 1;
      row -= 1;
      column -= 1;
    } else if (costAt(row, column) === costAt(row - 1, column) + 1) {
      row -= 1;
    } else {
      column -= 1;
    }
  }
  return partners;
}

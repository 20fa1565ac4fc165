/** Width of a written character compared with the distance between the middles of two cells. */
const inkOfCell = 0.6;

/**
 * Where the characters of a comb lie across its ink, which reaches from the first cell with a character to the last: 0 is
 * its left edge, 1 its right. `texts` has one item a cell, a blank where nothing is written, and ends with the last character.
 */
export function spanInCells(texts: readonly string[], place: number): readonly [from: number, to: number] {
  const first = Math.max(
    0,
    texts.findIndex((text) => text.trim() !== ''),
  );
  const widths = texts.length - 1 - first + inkOfCell;
  const from = (place - first) / widths;
  return [from, from + inkOfCell / widths];
}

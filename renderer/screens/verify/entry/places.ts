import { spanInCells } from '../../../../contract/cells.ts';
import type { FieldReading } from '../../../../contract/document.ts';

const narrow = /[iljtfrI1.,'’:;!|() -]/;
const wide = /[mwMW@]/;

/**
 * Where the middle of a character lies across the field's place, 0 at its left edge and 1 at its right. Exact in the cells
 * of a comb; on a line estimated from how wide letters are, since an engine tells the place of a word only.
 */
export function placeAcross({ characters, cells }: FieldReading, place: number): number {
  const texts = characters.map(({ text }) => text);
  if (cells === null) return placeOnLine(texts, place);
  const [from, to] = spanInCells(texts, place);
  return (from + to) / 2;
}

function placeOnLine(texts: readonly string[], place: number): number {
  const before = texts.slice(0, place).reduce((sum, text) => sum + widthOf(text), 0);
  const whole = texts.reduce((sum, text) => sum + widthOf(text), 0);
  return (before + widthOf(texts[place] ?? '') / 2) / Math.max(1, whole);
}

function widthOf(text: string): number {
  if (narrow.test(text)) return 0.5;
  if (wide.test(text)) return 1.5;
  return text === text.toLocaleLowerCase('it') ? 1 : 1.25;
}

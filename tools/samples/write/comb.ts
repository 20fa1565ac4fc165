import type { RectMm } from '../../../ocr/model/geometry.ts';
import type { Random } from '../random.ts';
import type { Hand } from './hand.ts';
import { writeGlyph } from './line.ts';

/** Writes one character into each cell of a comb, from the left. */
export function writeComb(hand: Hand, random: Random, text: string, rect: RectMm, cells: number): string {
  const cellWidth = rect.width / cells;
  const capitalMm = Math.min(hand.combCapitalMm, rect.height * 0.72);
  const em = capitalMm * hand.emPerCapital;
  const spread = { typed: 0, typewriter: 0.28, handwritten: 0.32 }[hand.kind];
  const baseline = rect.y + rect.height / 2 + capitalMm / 2;
  let elements = '';
  [...text].slice(0, cells).forEach((character, cell) => {
    const [glyph] = hand.typeface.outlines(character);
    if (glyph?.ink == null) return;
    const inkWidth = (glyph.ink.maxX - glyph.ink.minX) * em;
    const narrowing = Math.min(1, (cellWidth * 0.9) / inkWidth);
    const left = rect.x + (cell + 0.5) * cellWidth - (glyph.ink.minX * em + inkWidth / 2) * narrowing;
    const x = left + random.gauss() * spread;
    const y = baseline + random.gauss() * spread * 0.8;
    elements += writeGlyph(hand, random, glyph, x, y, em * narrowing, capitalMm);
  });
  return elements;
}

import type { RectMm } from '../../ocr/model/geometry.ts';
import { squareOf } from '../../ocr/read/combs/glyph-square.ts';
import { cutGlyphs, findCombInk } from '../../ocr/read/combs/glyphs.ts';
import type { FormView } from '../../ocr/read/ink/form-view.ts';
import { noCharacter } from './alphabet.ts';
import type { LabelledGlyph } from './glyph-set.ts';

/** Cuts a comb as reading does and gives each cell's ink its label. `labels` has one entry a cell. */
export function cutComb(view: FormView, rectMm: RectMm, labels: readonly string[]): LabelledGlyph[] {
  const ink = findCombInk(view, rectMm);
  if (ink === null) return [];
  return cutGlyphs(ink, labels.length).map((glyph) => ({
    label: labels[glyph.cell] ?? noCharacter,
    square: squareOf(ink.grey, glyph, ink.pxPerMm),
  }));
}

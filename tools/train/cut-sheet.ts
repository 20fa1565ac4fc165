import type { Random } from '../samples/random.ts';
import { captureSheet } from './capture-sheet.ts';
import { cutComb } from './cut-comb.ts';
import type { LabelledGlyph } from './glyph-set.ts';
import type { OpenFace, Sheet, SheetComb } from './sheet.ts';

/** A glyph together with how it was written. */
export type WrittenGlyph = LabelledGlyph & Pick<SheetComb, 'kind' | 'face'>;

/** Copies and scans a sheet, prepares it as every page, and cuts its characters out as reading does. */
export async function cutSheet(random: Random, sheet: Sheet, openFace: OpenFace): Promise<WrittenGlyph[]> {
  const look = await captureSheet(random, sheet, { openFace });
  return sheet.combs.flatMap((comb) =>
    cutComb(look(), comb.rectMm, comb.labels).map((glyph) => ({ ...glyph, kind: comb.kind, face: comb.face })),
  );
}

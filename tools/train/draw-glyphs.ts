import { createTypefaceCase } from '../forms/draw/typeface.ts';
import { createRandom } from '../samples/random.ts';
import { cutSheet, type WrittenGlyph } from './cut-sheet.ts';
import { drawSheet, type FamiliesByKind } from './sheet.ts';

export interface DrawWishes {
  readonly seed: string;
  readonly sheets: number;
  readonly families: FamiliesByKind;
  readonly onSheet?: (done: number) => void;
}

/** Draws sheets of combs, about a thousand characters each, and cuts them. The same wishes give the same glyphs. */
export async function drawGlyphs({ seed, sheets, families, onSheet }: DrawWishes): Promise<WrittenGlyph[]> {
  const openFace = createTypefaceCase();
  const glyphs: WrittenGlyph[] = [];
  for (let index = 0; index < sheets; index += 1) {
    const random = createRandom(`${seed}/sheet ${index}`);
    const sheet = drawSheet(random.fork('drawing'), families, openFace);
    glyphs.push(...(await cutSheet(random.fork('capture'), sheet, openFace)));
    onSheet?.(index + 1);
  }
  return glyphs;
}

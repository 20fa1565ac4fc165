import { type Affine, applyAffine, type RectMm } from '../../../ocr/model/geometry.ts';
import type { GlyphOutline, Typeface } from './typeface.ts';

/** A point in typographer's size is 1/72 inch. */
export const mmPerPoint = 25.4 / 72;

/** Width of a line of text in millimetres when set at `sizeMm` to the em. */
export function measureText(typeface: Typeface, text: string, sizeMm: number): number {
  return typeface.outlines(text).reduce((sum, glyph) => sum + glyph.advance, 0) * sizeMm;
}

/** One glyph as SVG path data. `place` maps ems (y downwards, origin on the baseline) to the drawing's millimetres. */
export function glyphPath(glyph: GlyphOutline, place: Affine): string {
  let path = '';
  for (const { command, args } of glyph.commands) {
    path += commandLetters[command];
    for (let index = 0; index + 1 < args.length; index += 2) {
      const em = { x: (args[index] ?? 0) * glyph.scale, y: -(args[index + 1] ?? 0) * glyph.scale };
      const { x, y } = applyAffine(place, em);
      path += `${decimal(x)} ${decimal(y)} `;
    }
  }
  return path;
}

const commandLetters = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
} as const;

export interface SetText {
  readonly path: string;
  readonly widthMm: number;
  /** Smallest rectangle around the ink; null when there is none. */
  readonly ink: RectMm | null;
}

/** Sets one straight line of text with its origin at (x, y) on the baseline, all in millimetres. */
export function setText(typeface: Typeface, text: string, x: number, y: number, sizeMm: number): SetText {
  let pen = x;
  let path = '';
  let [minX, minY, maxX, maxY] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  for (const glyph of typeface.outlines(text)) {
    path += glyphPath(glyph, [sizeMm, 0, 0, sizeMm, pen, y]);
    if (glyph.ink !== null) {
      minX = Math.min(minX, pen + glyph.ink.minX * sizeMm);
      maxX = Math.max(maxX, pen + glyph.ink.maxX * sizeMm);
      minY = Math.min(minY, y - glyph.ink.maxY * sizeMm);
      maxY = Math.max(maxY, y - glyph.ink.minY * sizeMm);
    }
    pen += glyph.advance * sizeMm;
  }
  const ink = maxX > minX ? roundRect({ x: minX, y: minY, width: maxX - minX, height: maxY - minY }) : null;
  return { path, widthMm: pen - x, ink };
}

/** Breaks a text into lines no wider than `widthMm`; a word that is too long by itself keeps its own line. */
export function breakLines(typeface: Typeface, text: string, sizeMm: number, widthMm: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && measureText(typeface, `${last} ${word}`, sizeMm) <= widthMm) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

/** Hundredths of a millimetre: finer than any printer's dot. */
export function roundRect(rect: RectMm): RectMm {
  return { x: round2(rect.x), y: round2(rect.y), width: round2(rect.width), height: round2(rect.height) };
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}

function decimal(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fitIntoSquare } from '../../ocr/read/combs/glyph-square.ts';
import type { LabelledGlyph } from './glyph-set.ts';

const sidePx = 16;
/** Rows from here on are never learnt from. Neighbouring rows are of the same writers. */
const heldOutFrom = 1195;
/** The set stretches each digit to a full square; people write them about so wide. */
const widthShare = 0.7;

/**
 * The Semeion digits (Tactile srl, Brescia; UCI): 1,593 digits of 80 people as 16 by 16 black and white pixels. Null when the
 * data folder does not hold them.
 */
export async function readSemeion(
  data: string | null,
): Promise<{ train: LabelledGlyph[]; heldOut: LabelledGlyph[] } | null> {
  const path = data === null ? null : join(data, 'digits', 'semeion.txt');
  if (path === null || !existsSync(path)) return null;
  const rows = (await readFile(path, 'utf8')).split('\n').filter((row) => row.trim() !== '');
  const glyphs = rows.map(readRow);
  return { train: glyphs.slice(0, heldOutFrom), heldOut: glyphs.slice(heldOutFrom) };
}

/** 256 pixels, ten columns of which one says the digit, and the digit. */
function readRow(row: string): LabelledGlyph {
  const numbers = row.trim().split(/\s+/).map(Number);
  const pixels = numbers.slice(0, sidePx * sidePx);
  return { label: String(numbers.slice(sidePx * sidePx, sidePx * sidePx + 10).indexOf(1)), square: drawSquare(pixels) };
}

function drawSquare(pixels: readonly number[]): Uint8Array {
  const enlarged = 8;
  const widthPx = Math.round(sidePx * enlarged * widthShare);
  const heightPx = sidePx * enlarged;
  const data = Uint8Array.from({ length: widthPx * heightPx }, (_, at) => {
    const x = Math.floor(((at % widthPx) / widthPx) * sidePx);
    const y = Math.floor(Math.floor(at / widthPx) / enlarged);
    return (pixels[y * sidePx + x] ?? 0) * 200;
  });
  return fitIntoSquare({ data, widthPx, heightPx });
}

import type { CapturedPage } from '../model/page.ts';
import { decodePdf } from './formats/pdf.ts';
import { decodeRaster } from './formats/raster.ts';
import { decodeTiff } from './formats/tiff.ts';
import { openSource, type Source } from './source.ts';

/**
 * Decodes one page of a source file to 8-bit grey, upright as its metadata says, transparency on white. A PDF page is
 * drawn at the resolution of its scan, else at 300 dpi. A picture that ends early or breaks in the middle is refused
 * rather than read in part. `name` is only for messages.
 *
 * @throws PageError with the codes of `inspectSource`, about this page.
 */
export async function decodePage(path: string, _name: string, index: number): Promise<CapturedPage> {
  return await decodeSource(await openSource(path), index);
}

/** Decodes one page of a source that is in memory; see `decodePage`. */
export async function decodeSource({ bytes, format }: Source, index: number): Promise<CapturedPage> {
  if (format === 'pdf') return decodePdf(bytes, index);
  if (format === 'tiff') return decodeTiff(bytes, index);
  return decodeRaster(bytes, format, index);
}

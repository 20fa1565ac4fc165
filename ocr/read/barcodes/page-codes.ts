import type { Barcode } from '../../model/barcode.ts';
import type { Box } from '../../model/geometry.ts';
import type { CapturedPage } from '../../model/page.ts';
import type { BarcodeReader } from './reader.ts';
import { reduceImage } from './reduce-image.ts';

/** Enough for the codes of separator sheets and labels, and four times as quick as 300. */
const searchDpi = 150;

/**
 * Finds the codes anywhere on a captured page, such as those that separate one document from the next. Boxes are in pixels
 * of the captured page. A page of unknown resolution is searched as it is.
 */
export async function findPageCodes({ image, dpi }: CapturedPage, read: BarcodeReader): Promise<Barcode[]> {
  const factor = dpi === null ? 1 : Math.min(1, searchDpi / dpi);
  if (factor === 1) return read(image);
  const codes = await read(await reduceImage(image, factor));
  const enlarged = ([x0, y0, x1, y1]: Box): Box => [x0 / factor, y0 / factor, x1 / factor, y1 / factor];
  return codes.map((code) => ({ ...code, box: enlarged(code.box) }));
}

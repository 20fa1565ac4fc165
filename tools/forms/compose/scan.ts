import { basename } from 'node:path';
import { type Affine, composeAffine, invertAffine } from '../../../ocr/model/geometry.ts';
import type { PreparedPage } from '../../../ocr/model/page.ts';
import { decodePage } from '../../../ocr/prepare/decode.ts';
import { preparePage } from '../../../ocr/prepare/prepare.ts';
import type { SheetSize } from '../draw/raster.ts';

const mmPerInch = 25.4;

/** A filled-in page, upright and clean. */
export interface FilledScan {
  readonly name: string;
  readonly page: PreparedPage;
  /** Of the sheet as it was captured. */
  readonly size: SheetSize;
}

/** Decodes and prepares one page of a file. Throws PageError when it cannot be decoded. */
export async function openScan(path: string, index: number): Promise<FilledScan> {
  const name = basename(path);
  const captured = await decodePage(path, name, index);
  const page = preparePage(captured);
  const capturedDpi = page.dpi * Math.hypot(page.toCaptured[0], page.toCaptured[1]);
  const { widthPx, heightPx } = captured.image;
  const size = { widthMm: (widthPx / capturedDpi) * mmPerInch, heightMm: (heightPx / capturedDpi) * mmPerInch };
  return { name, page, size };
}

/** Millimetres of a sheet of the given size, laid on the middle of the prepared page, to pixels of that page. */
export function sheetOnPage({ image, dpi }: PreparedPage, { widthMm, heightMm }: SheetSize): Affine {
  const scale = dpi / mmPerInch;
  return [scale, 0, 0, scale, (image.widthPx - widthMm * scale) / 2, (image.heightPx - heightMm * scale) / 2];
}

/** The mean of maps of layout millimetres to page pixels, each taken back to millimetres of a sheet on its page. */
export function meanSheet(
  placed: readonly { readonly page: PreparedPage; readonly toImage: Affine }[],
  size: SheetSize,
): Affine {
  const maps = placed.map(({ page, toImage }) => composeAffine(toImage, invertAffine(sheetOnPage(page, size))));
  const mean = (pick: (map: Affine) => number) => maps.reduce((sum, map) => sum + pick(map), 0) / maps.length;
  return [
    mean(([a]) => a),
    mean(([, b]) => b),
    mean(([, , c]) => c),
    mean(([, , , d]) => d),
    mean(([, , , , e]) => e),
    mean(([, , , , , f]) => f),
  ];
}

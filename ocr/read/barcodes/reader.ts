import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader';
import { type Barcode, type BarcodeFormat, barcodeFormatSchema } from '../../model/barcode.ts';
import type { GreyImage } from '../../model/page.ts';

/**
 * Finds the codes on an image, in any direction, black on white or white on black. `thorough` looks a second time where
 * nothing was found, which doubles the time on images without a code.
 */
export type BarcodeReader = (image: GreyImage, look?: 'quick' | 'thorough') => Promise<Barcode[]>;

/** Codes with error correction: what is read of them is right. Pale ones are looked for among these alone. */
const corrected: readonly BarcodeFormat[] = ['Aztec', 'DataMatrix', 'PDF417', 'QRCode'];
/** In a pale or coloured code everything darker than this is ink: the middle between black and white lies above it. */
const offWhite = 225;

/**
 * Starts ZXing from the WebAssembly that lies beside its module: left to itself it would fetch it from a network. The
 * module is one for the whole process, however often this is called.
 */
export async function createBarcodeReader(): Promise<BarcodeReader> {
  const wasm = await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
  await prepareZXingModule({ overrides: { wasmBinary }, equalityFn: () => true, fireImmediately: true });
  return async (image, look = 'quick') => {
    const found = await search(image, barcodeFormatSchema.options);
    return found.length > 0 || look === 'quick' ? found : search(inTwoTones(image), corrected);
  };
}

async function search(image: GreyImage, formats: readonly BarcodeFormat[]): Promise<Barcode[]> {
  const results = await readBarcodes(asRgba(image), { formats: [...formats] });
  return results.flatMap(toBarcode);
}

function inTwoTones({ data, widthPx, heightPx }: GreyImage): GreyImage {
  return { data: data.map((value) => (value < offWhite ? 0 : 255)), widthPx, heightPx };
}

function toBarcode({ isValid, symbology, text, rotation, position }: ReadResult): Barcode[] {
  const format = barcodeFormatSchema.safeParse(symbology === 'EANUPC' ? 'EAN13' : symbology);
  if (!isValid || !format.success || text === '') return [];
  const corners = [position.topLeft, position.topRight, position.bottomLeft, position.bottomRight];
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  return [
    {
      format: format.data,
      text,
      box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
      rotationDeg: rotation,
    },
  ];
}

/** ZXing takes a browser's picture: four bytes a pixel. */
function asRgba({ data, widthPx, heightPx }: GreyImage) {
  const rgba = new Uint8ClampedArray(4 * widthPx * heightPx);
  const pixels = new Uint32Array(rgba.buffer);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = 0xff000000 | ((data[at] ?? 255) * 0x010101);
  return { data: rgba, width: widthPx, height: heightPx, colorSpace: 'srgb' as const };
}

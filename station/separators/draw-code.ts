import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

/** A code as rows of modules; true is black. A code of bars has one row. */
export type CodeModules = readonly (readonly boolean[])[];

export type DrawCode = (text: string, format: 'QRCode' | 'Code128') => Promise<CodeModules>;

/**
 * Starts the writing part of ZXing from the WebAssembly that lies beside its module: left to itself it would fetch it from a
 * network. QR codes are drawn with the highest error correction, so that a third of one may be spoilt.
 */
export async function createCodeDrawer(): Promise<DrawCode> {
  const wasm = await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm')));
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
  await prepareZXingModule({ overrides: { wasmBinary }, equalityFn: () => true, fireImmediately: true });
  return async (text, format) => {
    const options = format === 'QRCode' ? 'ecLevel=H' : '';
    const { error, symbol } = await writeBarcode(text, { format, options, addQuietZones: false });
    if (error !== '') throw new Error(`no ${format} can be drawn: ${error}`);
    const rows = format === 'Code128' ? 1 : symbol.height;
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: symbol.width }, (_, column) => symbol.data[row * symbol.width + column] === 0),
    );
  };
}

import type { GreyImage } from '../../model/page.ts';

/** Fields of a directory as TIFF 6.0 numbers them: a grey picture, not compressed, in one strip. */
const field = {
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  stripStart: 273,
  samplesPerPixel: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
} as const;
const magic = 42;
const headerBytes = 8;
const entryBytes = 12;
const long = 4;

/**
 * Writes a picture as a TIFF file, for the engine's own reader. Of the formats it knows this costs least: it copies rows,
 * where it takes portable grey maps byte by byte, 45 ms a page.
 */
export function writeTiff({ data, widthPx, heightPx }: GreyImage): Uint8Array {
  const entries = [
    [field.width, widthPx],
    [field.height, heightPx],
    [field.bitsPerSample, 8],
    [field.compression, 1],
    [field.photometric, 1],
    [field.stripStart, dataStart(9)],
    [field.samplesPerPixel, 1],
    [field.rowsPerStrip, heightPx],
    [field.stripBytes, data.length],
  ] as const;
  const file = new Uint8Array(dataStart(entries.length) + data.length);
  const view = new DataView(file.buffer);
  file.set(Buffer.from('II', 'latin1'));
  view.setUint16(2, magic, true);
  view.setUint32(4, headerBytes, true);
  view.setUint16(headerBytes, entries.length, true);
  for (const [index, [tag, value]] of entries.entries()) {
    const at = headerBytes + 2 + index * entryBytes;
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, long, true);
    view.setUint32(at + 4, 1, true);
    view.setUint32(at + 8, value, true);
  }
  file.set(data, dataStart(entries.length));
  return file;
}

/** Behind the header, the number of entries, the entries, and four zeros for "no other picture". */
function dataStart(entryCount: number): number {
  return headerBytes + 2 + entryCount * entryBytes + 4;
}

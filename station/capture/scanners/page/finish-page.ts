import { open } from 'node:fs/promises';
import { type ScannedPage, ScannerError } from '../scanner.ts';
import { checkTiff } from './check-tiff.ts';
import { finishJpeg } from './finish-jpeg.ts';
import { readAt } from './read-at.ts';

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The last chunk of a PNG file: no data, `IEND`, and its checksum. */
const pngEnd = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);

/**
 * Makes sure that what a scanner gave is one whole page: a JPEG, PNG or TIFF file that does not end early. Throws a
 * ScannerError `broken-page`.
 */
export async function finishPage(path: string): Promise<ScannedPage> {
  // The disk takes the bytes while they are looked through, so that whoever keeps the page has less to wait for.
  const [page, onDisk] = await Promise.allSettled([check(path), flush(path)]);
  if (page.status === 'rejected') throw page.reason;
  if (onDisk.status === 'rejected') throw onDisk.reason;
  return page.value;
}

async function flush(path: string): Promise<void> {
  await using handle = await open(path, 'r+');
  await handle.sync();
}

async function check(path: string): Promise<ScannedPage> {
  const { start, end, bytes } = await readEnds(path);
  if (start.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) {
    return { path, format: 'jpeg', bytes, ...(await finishJpeg(path)) };
  }
  if (start.subarray(0, 8).equals(pngSignature) && start.length >= 24) {
    if (!end.equals(pngEnd)) throw new ScannerError('broken-page', 'the PNG file ends before its end');
    const size = { widthPx: start.readUInt32BE(16), heightPx: start.readUInt32BE(20) };
    return { path, format: 'png', bytes, ...size, statedHeightPx: null };
  }
  const order = start.toString('latin1', 0, 2);
  if ((order === 'II' || order === 'MM') && start.length >= 8) {
    return { path, format: 'tiff', bytes, ...(await checkTiff(path)), statedHeightPx: null };
  }
  throw new ScannerError('broken-page', 'the scanner gave something that is no picture');
}

async function readEnds(path: string): Promise<{ start: Buffer; end: Buffer; bytes: number }> {
  await using handle = await open(path, 'r');
  const { size } = await handle.stat();
  const start = await readAt(handle, 0, Math.min(24, size));
  const end = await readAt(handle, Math.max(0, size - pngEnd.length), Math.min(pngEnd.length, size));
  return { start, end, bytes: size };
}

import { open, readFile } from 'node:fs/promises';
import { ScannerError } from '../scanner.ts';
import { type JpegComponent, type JpegHead, readJpegHead } from './jpeg-head.ts';
import { countUnits } from './jpeg-rows.ts';

export interface FinishedJpeg {
  readonly widthPx: number;
  readonly heightPx: number;
  /** What the header said before it was put right; null when it was right. */
  readonly statedHeightPx: number | null;
}

/**
 * Makes sure that a JPEG file is whole. Feeders write the header before they know how long the sheet is, and some never put
 * the height right: the header's height is then set to what the data holds, which changes two bytes and no pixel.
 *
 * Throws a ScannerError `broken-page` for a file that ends early, within a row, or in codes that mean nothing.
 */
export async function finishJpeg(path: string): Promise<FinishedJpeg> {
  const file = await readFile(path);
  const head = readJpegHead(file);
  if (head === null || head.widthPx === 0) throw broken('it is no whole JPEG file');
  if (head.components === null) {
    if (!endsWithMarker(file)) throw broken('the picture ends before its end marker');
    return { widthPx: head.widthPx, heightPx: head.heightPx, statedHeightPx: null };
  }
  const heightPx = await measureHeight(file, head, head.components);
  if (heightPx === head.heightPx) return { widthPx: head.widthPx, heightPx, statedHeightPx: null };
  await writeHeight(path, head.heightOffset, heightPx);
  return { widthPx: head.widthPx, heightPx, statedHeightPx: head.heightPx };
}

async function measureHeight(file: Buffer, head: JpegHead, components: readonly JpegComponent[]): Promise<number> {
  const { units, end, isCorrupt } = await countUnits(file, head, components);
  if (isCorrupt) throw broken('the picture holds codes that mean nothing');
  const lines = readNumberOfLines(file, end);
  if (!isEndMarker(file, lines?.end ?? end)) throw broken('the picture ends before its end marker');
  const unitWidthPx = 8 * Math.max(...components.map(({ horizontal }) => horizontal));
  const unitHeightPx = 8 * Math.max(...components.map(({ vertical }) => vertical));
  const unitsInRow = Math.ceil(head.widthPx / unitWidthPx);
  const rows = units / unitsInRow;
  if (rows === 0 || !Number.isInteger(rows)) throw broken('the picture ends within a row');
  if (lines !== null && Math.ceil(lines.heightPx / unitHeightPx) === rows) return lines.heightPx;
  return Math.ceil(head.heightPx / unitHeightPx) === rows ? head.heightPx : rows * unitHeightPx;
}

/** A DNL segment gives the height after the first scan (T.81, B.2.5). */
function readNumberOfLines(file: Buffer, offset: number): { heightPx: number; end: number } | null {
  if (file[offset] !== 0xff || file[offset + 1] !== 0xdc || offset + 6 > file.length) return null;
  return { heightPx: file.readUInt16BE(offset + 4), end: offset + 2 + file.readUInt16BE(offset + 2) };
}

function isEndMarker(file: Buffer, offset: number): boolean {
  let at = offset;
  while (file[at] === 0xff && file[at + 1] === 0xff) at += 1;
  return file[at] === 0xff && file[at + 1] === 0xd9;
}

/** Some scanners send zeros after the end. */
function endsWithMarker(file: Buffer): boolean {
  let end = file.length;
  while (end > 0 && file[end - 1] === 0) end -= 1;
  return end >= 2 && file[end - 2] === 0xff && file[end - 1] === 0xd9;
}

async function writeHeight(path: string, offset: number, heightPx: number): Promise<void> {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(heightPx);
  await using handle = await open(path, 'r+');
  await handle.write(bytes, 0, 2, offset);
}

function broken(detail: string): ScannerError {
  return new ScannerError('broken-page', detail);
}

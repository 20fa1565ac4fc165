import { type FileHandle, open } from 'node:fs/promises';
import { ScannerError } from '../scanner.ts';
import { readAt } from './read-at.ts';

interface Entry {
  readonly tag: number;
  /** Bytes of one value. */
  readonly size: number;
  readonly count: number;
  readonly bytes: Buffer;
}

const tags = { width: 256, height: 257, stripOffsets: 273, stripByteCounts: 279 };
/** Bytes of a value by type, from type 1 (TIFF 6.0, section 2). */
const typeSizes = [1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

/**
 * Makes sure that all of a TIFF file's first picture is there: its directory, all that this points to, and every strip.
 * Throws a ScannerError `broken-page`.
 */
export async function checkTiff(path: string): Promise<{ readonly widthPx: number; readonly heightPx: number }> {
  await using handle = await open(path, 'r');
  const { size: fileBytes } = await handle.stat();
  const numbers = numbersOf(await readWhole(handle, 0, 8));
  const entries = await readDirectory(handle, numbers);
  const valuesOf = (tag: number) => {
    const entry = entries.find((own) => own.tag === tag);
    return entry === undefined ? [] : numbers.all(entry);
  };
  const counts = valuesOf(tags.stripByteCounts);
  const offsets = valuesOf(tags.stripOffsets);
  const isWhole = offsets.length > 0 && offsets.every((offset, strip) => offset + (counts[strip] ?? 0) <= fileBytes);
  const [[widthPx = 0], [heightPx = 0]] = [valuesOf(tags.width), valuesOf(tags.height)];
  if (!isWhole || widthPx === 0 || heightPx === 0) throw early();
  return { widthPx, heightPx };
}

type Numbers = ReturnType<typeof numbersOf>;

/** Readers for the byte order that the file's head states. */
function numbersOf(head: Buffer) {
  const isLittle = head.toString('latin1', 0, 2) === 'II';
  const short = (from: Buffer, at: number) => (isLittle ? from.readUInt16LE(at) : from.readUInt16BE(at));
  const long = (from: Buffer, at: number) => (isLittle ? from.readUInt32LE(at) : from.readUInt32BE(at));
  return {
    ...{ short, long, directoryAt: long(head, 4) },
    all: ({ bytes, size, count }: Entry) =>
      Array.from({ length: count }, (_, index) => (size === 2 ? short(bytes, 2 * index) : long(bytes, 4 * index))),
  };
}

async function readDirectory(handle: FileHandle, { short, long, directoryAt }: Numbers): Promise<Entry[]> {
  const count = short(await readWhole(handle, directoryAt, 2), 0);
  const listed = await readWhole(handle, directoryAt + 2, 12 * count);
  const entries: Entry[] = [];
  for (let at = 0; at < listed.length; at += 12) {
    const size = typeSizes[short(listed, at + 2) - 1] ?? 1;
    const values = long(listed, at + 4);
    const isInline = size * values <= 4;
    const bytes = isInline
      ? listed.subarray(at + 8, at + 12)
      : await readWhole(handle, long(listed, at + 8), size * values);
    entries.push({ tag: short(listed, at), size, count: values, bytes });
  }
  return entries;
}

const longestValuesBytes = 16 * 2 ** 20;

async function readWhole(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  if (length > longestValuesBytes) throw early();
  const bytes = await readAt(handle, position, length);
  if (bytes.length < length) throw early();
  return bytes;
}

function early(): ScannerError {
  return new ScannerError('broken-page', 'the TIFF file ends before its end');
}

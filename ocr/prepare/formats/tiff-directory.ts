import { PageError } from '../../model/failure.ts';

/** What one image file directory of a TIFF says about its image (TIFF 6.0, section 8; BigTIFF in libtiff's notes). */
export interface TiffDirectory {
  /** Position in the chain of directories, as libtiff counts them. */
  readonly position: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bitsPerSample: number;
  readonly compression: number;
  /** 1 unsigned, 2 signed, 3 floating point. */
  readonly sampleFormat: number;
  /** 1 to 8, as in EXIF. */
  readonly orientation: number;
  readonly dpiX: number | undefined;
  readonly dpiY: number | undefined;
  /** Whether it is a smaller copy of another image of the file. */
  readonly reduced: boolean;
  /** Byte after the last one that the image's strips or tiles occupy. */
  readonly dataEnd: number;
}

const TAG = {
  subfileType: 254,
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  stripOffsets: 273,
  orientation: 274,
  stripByteCounts: 279,
  resolutionX: 282,
  resolutionY: 283,
  resolutionUnit: 296,
  tileOffsets: 324,
  tileByteCounts: 325,
  sampleFormat: 339,
} as const;

const TYPE_BYTES = new Map([
  [1, 1],
  [2, 1],
  [3, 2],
  [4, 4],
  [5, 8],
  [6, 1],
  [7, 1],
  [8, 2],
  [9, 4],
  [10, 8],
  [11, 4],
  [12, 8],
  [13, 4],
  [16, 8],
  [17, 8],
  [18, 8],
]); // prettier-ignore

const CENTIMETRE = 3;
const CM_PER_INCH = 2.54;
/** No pile of paper has more pages in one file; a longer chain is a loop or an attack. */
const MAX_DIRECTORIES = 10_000;
const MAX_VALUES = 1_000_000;

interface Reader {
  readonly bytes: Buffer;
  readonly little: boolean;
  readonly big: boolean;
}

type Tags = ReadonlyMap<number, readonly number[]>;

/**
 * Reads the chain of image file directories of a TIFF or BigTIFF without touching pixels.
 *
 * @throws PageError `damaged-file` when the chain leaves the file, loops or lacks an image's size; `no-pages`.
 */
export function readTiffDirectories(bytes: Buffer): TiffDirectory[] {
  if (bytes.length < 16) throw new PageError('damaged-file', `the TIFF file ends after ${bytes.length} bytes`);
  const little = bytes[0] === 0x49;
  const reader = { bytes, little, big: unsigned({ bytes, little, big: false }, 2, 2) === 43 };
  const directories: TiffDirectory[] = [];
  const seen = new Set<number>();
  let offset = reader.big ? unsigned(reader, 8, 8) : unsigned(reader, 4, 4);
  while (offset !== 0) {
    if (seen.has(offset)) throw new PageError('damaged-file', 'the TIFF directories form a loop');
    if (seen.size >= MAX_DIRECTORIES)
      throw new PageError('damaged-file', `more than ${MAX_DIRECTORIES} TIFF directories`);
    seen.add(offset);
    const { tags, next } = readTags(reader, offset);
    directories.push(describe(tags, directories.length));
    offset = next;
  }
  if (directories.length === 0) throw new PageError('no-pages', 'the TIFF file has no image directory');
  return directories;
}

function readTags(reader: Reader, offset: number): { tags: Tags; next: number } {
  const countBytes = reader.big ? 8 : 2;
  const entryBytes = reader.big ? 20 : 12;
  const count = unsigned(reader, offset, countBytes);
  const tags = new Map<number, readonly number[]>();
  for (let index = 0; index < count; index++) {
    const entry = offset + countBytes + index * entryBytes;
    tags.set(unsigned(reader, entry, 2), readValues(reader, entry));
  }
  const end = offset + countBytes + count * entryBytes;
  const pointerBytes = reader.big ? 8 : 4;
  return { tags, next: end + pointerBytes <= reader.bytes.length ? unsigned(reader, end, pointerBytes) : 0 };
}

/** Values of an entry as numbers; those of types without a whole number (text, floats) come out as none. */
function readValues(reader: Reader, entry: number): number[] {
  const type = unsigned(reader, entry + 2, 2);
  const size = TYPE_BYTES.get(type);
  const count = unsigned(reader, entry + 4, reader.big ? 8 : 4);
  if (size === undefined || type === 2 || type === 7 || type === 11 || type === 12 || count > MAX_VALUES) return [];
  const inline = reader.big ? 8 : 4;
  const field = entry + inline + 4;
  const start = size * count <= inline ? field : unsigned(reader, field, inline);
  if (start + size * count > reader.bytes.length) return [];
  const rational = type === 5 || type === 10;
  return Array.from({ length: count }, (_, index) => {
    const at = start + index * size;
    return rational ? unsigned(reader, at, 4) / unsigned(reader, at + 4, 4) : unsigned(reader, at, size);
  });
}

function describe(tags: Tags, position: number): TiffDirectory {
  const one = (tag: number, otherwise: number): number => tags.get(tag)?.[0] ?? otherwise;
  const widthPx = one(TAG.width, 0);
  const heightPx = one(TAG.height, 0);
  if (widthPx === 0 || heightPx === 0) {
    throw new PageError('damaged-file', `TIFF directory ${position + 1} states no width or height`);
  }
  const perInch = one(TAG.resolutionUnit, 2) === CENTIMETRE ? CM_PER_INCH : 1;
  const dpi = (tag: number): number | undefined => {
    const stated = tags.get(tag)?.[0];
    return stated === undefined ? undefined : stated * perInch;
  };
  return {
    position,
    widthPx,
    heightPx,
    bitsPerSample: one(TAG.bitsPerSample, 1),
    compression: one(TAG.compression, 1),
    sampleFormat: one(TAG.sampleFormat, 1),
    orientation: one(TAG.orientation, 1),
    dpiX: dpi(TAG.resolutionX),
    dpiY: dpi(TAG.resolutionY),
    reduced: (one(TAG.subfileType, 0) & 1) === 1,
    dataEnd: Math.max(
      endOf(tags, TAG.stripOffsets, TAG.stripByteCounts),
      endOf(tags, TAG.tileOffsets, TAG.tileByteCounts),
    ),
  };
}

function endOf(tags: Tags, offsetTag: number, countTag: number): number {
  const counts = tags.get(countTag) ?? [];
  return (tags.get(offsetTag) ?? []).reduce((end, offset, index) => Math.max(end, offset + (counts[index] ?? 0)), 0);
}

function unsigned({ bytes, little }: Reader, offset: number, size: number): number {
  if (offset + size > bytes.length) {
    throw new PageError(
      'damaged-file',
      `the file ends after ${bytes.length} bytes; its directory points to byte ${offset}`,
    );
  }
  if (size === 8) {
    const value = little ? bytes.readBigUInt64LE(offset) : bytes.readBigUInt64BE(offset);
    return Number(value);
  }
  return little ? bytes.readUIntLE(offset, size) : bytes.readUIntBE(offset, size);
}

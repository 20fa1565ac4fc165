/** One component of a frame with the tables its scan uses. */
export interface JpegComponent {
  readonly horizontal: number;
  readonly vertical: number;
  readonly dcTable: Uint16Array;
  readonly acTable: Uint16Array;
}

/** What comes before a JPEG file's first scan (ITU-T T.81, annex B). */
export interface JpegHead {
  readonly widthPx: number;
  /** As the frame header states it; 0 is allowed where a DNL segment follows the scan. */
  readonly heightPx: number;
  /** Where the two bytes of the height lie. */
  readonly heightOffset: number;
  /** Components of the one scan of a sequential Huffman file; null for other kinds (progressive, several scans). */
  readonly components: readonly JpegComponent[] | null;
  /** MCUs between restart markers; 0 when there are none. */
  readonly restartInterval: number;
  /** Where the first scan's entropy-coded data begins. */
  readonly scanOffset: number;
}

interface Frame {
  readonly isSequential: boolean;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly heightOffset: number;
  readonly sampling: ReadonlyMap<number, { readonly horizontal: number; readonly vertical: number }>;
}

const marker = { startOfImage: 0xd8, huffmanTables: 0xc4, startOfScan: 0xda, restartInterval: 0xdd };
/** SOF0 to SOF15 without DHT, JPG and DAC, which lie among them. */
const isFrame = (code: number) => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);
/** Baseline and extended sequential, Huffman coded. */
const isSequential = (code: number) => code === 0xc0 || code === 0xc1;

/** Reads the head of a JPEG file, or null when the bytes are no such head or end within it. */
export function readJpegHead(file: Buffer): JpegHead | null {
  if (file.length < 4 || file[0] !== 0xff || file[1] !== marker.startOfImage) return null;
  const tables = new Map<number, Uint16Array>();
  let frame: Frame | null = null;
  let restartInterval = 0;
  for (let offset = 2; offset + 4 <= file.length; ) {
    if (file[offset] !== 0xff) return null;
    const code = file[offset + 1] ?? 0;
    // Any number of fill bytes may stand before a marker.
    if (code === 0xff) {
      offset += 1;
      continue;
    }
    const end = offset + 2 + file.readUInt16BE(offset + 2);
    if (end > file.length) return null;
    const segment = file.subarray(offset + 4, end);
    if (isFrame(code)) frame = readFrame(segment, code, offset + 4);
    if (code === marker.huffmanTables) readTables(segment, tables);
    if (code === marker.restartInterval && segment.length >= 2) restartInterval = segment.readUInt16BE(0);
    if (code === marker.startOfScan) {
      if (frame === null) return null;
      const { widthPx, heightPx, heightOffset } = frame;
      const components = readScan(segment, frame, tables);
      return { widthPx, heightPx, heightOffset, components, restartInterval, scanOffset: end };
    }
    offset = end;
  }
  return null;
}

function readFrame(segment: Buffer, code: number, offset: number): Frame | null {
  if (segment.length < 6 || segment.length < 6 + 3 * (segment[5] ?? 0)) return null;
  const sampling = new Map<number, { horizontal: number; vertical: number }>();
  for (let index = 0; index < (segment[5] ?? 0); index += 1) {
    const factors = segment[7 + 3 * index] ?? 0;
    sampling.set(segment[6 + 3 * index] ?? 0, { horizontal: factors >> 4, vertical: factors & 15 });
  }
  const [heightPx, widthPx] = [segment.readUInt16BE(1), segment.readUInt16BE(3)];
  return { isSequential: isSequential(code), widthPx, heightPx, heightOffset: offset + 1, sampling };
}

/** Each table as a look-up from the next 16 bits to `length * 256 + symbol`, 0 where no code matches. */
function readTables(segment: Buffer, tables: Map<number, Uint16Array>): void {
  let offset = 0;
  while (offset + 17 <= segment.length) {
    const id = segment[offset] ?? 0;
    const table = new Uint16Array(65_536);
    let symbolAt = offset + 17;
    let code = 0;
    for (let length = 1; length <= 16; length += 1) {
      for (let count = segment[offset + length] ?? 0; count > 0; count -= 1) {
        const first = code << (16 - length);
        table.fill((length << 8) | (segment[symbolAt] ?? 0), first, first + (1 << (16 - length)));
        symbolAt += 1;
        code += 1;
      }
      code <<= 1;
    }
    tables.set(id, table);
    offset = symbolAt;
  }
}

function readScan(segment: Buffer, frame: Frame, tables: ReadonlyMap<number, Uint16Array>): JpegComponent[] | null {
  const count = segment[0] ?? 0;
  if (!frame.isSequential || count !== frame.sampling.size || segment.length < 1 + 2 * count) return null;
  const components: JpegComponent[] = [];
  for (let index = 0; index < count; index += 1) {
    const sampling = frame.sampling.get(segment[1 + 2 * index] ?? 0);
    const choice = segment[2 + 2 * index] ?? 0;
    const dcTable = tables.get(choice >> 4);
    const acTable = tables.get(0x10 | (choice & 15));
    if (!sampling?.horizontal || !sampling.vertical || !dcTable || !acTable) return null;
    // A scan of one component is not interleaved: its units are single blocks whatever its factors (T.81, A.2.2).
    components.push(count === 1 ? { horizontal: 1, vertical: 1, dcTable, acTable } : { ...sampling, dcTable, acTable });
  }
  return components;
}

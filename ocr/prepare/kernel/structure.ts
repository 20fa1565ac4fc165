import type { Arena, Call } from './arena.ts';
import type { Plane } from './plane.ts';

/** Operations that look for places again by what they look like. */
export interface StructureKernel {
  /** Smooths with a box of `2 * radius + 1` pixels, of which the border repeats; the radius is 1 to 7. */
  readonly boxBlur: (source: Plane, radius: number) => Plane;
  /** Scales by weighted sums of neighbours. */
  readonly resample: (source: Plane, columns: Spans, rows: Spans) => Plane;
  /** See `assembly/corners.ts`; the radius is below 90. */
  readonly cornerStrengths: (source: Plane, radius: number) => Float32Array;
  /** Sums of products of a square template with a square window, at every place where it fits; 4 places each way at least. */
  readonly correlate: (template: Square, window: Square) => Float32Array;
  /** Bits that tell which of two pixels is lighter, for each pair around each place. */
  readonly describe: (source: Plane, places: Int32Array, pairs: PixelPairs) => Uint32Array;
}

/** Numbers in rows, as many rows as columns. */
export interface Square {
  readonly data: Float32Array;
  readonly side: number;
}

/** For each target pixel along one direction the source pixels that it draws from. */
export interface Spans {
  readonly targetPx: number;
  /** Room for so many weights in each row of `table`. */
  readonly stride: number;
  /** A row of `2 + stride` numbers of 4 bytes for each target pixel: the first source pixel, how many, and their weights (floats). */
  readonly table: ArrayBuffer;
}

export interface PixelPairs {
  /** From a place to the first pixel of every pair, then to the second of every pair; 32 pairs or a multiple. */
  readonly offsets: Int32Array;
  /** The second pixel must be lighter by this share of the standard deviation of all. */
  readonly share: number;
  /** In levels of grey: no standard deviation is taken for less. */
  readonly leastDeviation: number;
}

const VECTOR_BYTES = 16;

/** The structure operations over a kernel's memory. */
export function structureOperations({ allocate, scope, memory }: Arena, call: Call): StructureKernel {
  const putBytes = (bytes: Uint8Array): number => {
    const address = allocate(bytes.byteLength);
    new Uint8Array(memory.buffer).set(bytes, address);
    return address;
  };
  const put = (numbers: Float32Array | Int32Array): number =>
    putBytes(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  return {
    boxBlur: ({ address, widthPx, heightPx }, radius) => {
      const room = widthPx * heightPx + VECTOR_BYTES;
      const target = { address: allocate(room), widthPx, heightPx };
      scope(() => {
        const row = allocate(widthPx + 2 * radius + VECTOR_BYTES);
        call('boxBlur', address, widthPx, heightPx, radius, target.address, allocate(room), row);
      });
      return target;
    },
    resample: ({ address, widthPx }, columns, rows) => {
      const target = {
        address: allocate(columns.targetPx * rows.targetPx),
        widthPx: columns.targetPx,
        heightPx: rows.targetPx,
      };
      scope(() => {
        const across = [putBytes(new Uint8Array(columns.table)), columns.stride];
        const down = [putBytes(new Uint8Array(rows.table)), rows.stride];
        const line = allocate(4 * widthPx + VECTOR_BYTES);
        call('resample', address, widthPx, target.address, target.widthPx, target.heightPx, ...across, ...down, line);
      });
      return target;
    },
    cornerStrengths: ({ address, widthPx, heightPx }, radius) =>
      scope(() => {
        const strengths = allocate(4 * widthPx * heightPx);
        const sums = allocate(3 * (4 * (widthPx + 2 * radius + 1) + VECTOR_BYTES));
        call('cornerStrengths', address, widthPx, heightPx, radius, strengths, sums);
        return new Float32Array(memory.buffer, strengths, widthPx * heightPx).slice();
      }),
    correlate: (template, window) =>
      scope(() => {
        const places = (window.side - template.side + 1) ** 2;
        const sums = allocate(4 * places);
        call('correlate', put(template.data), template.side, put(window.data), window.side, sums);
        return new Float32Array(memory.buffer, sums, places).slice();
      }),
    describe: (source, places, { offsets, share, leastDeviation }) =>
      scope(() => {
        const bits = offsets.length / 2;
        const words = (places.length * bits) / 32;
        const descriptors = allocate(4 * words);
        const given = [source.address, put(places), places.length, put(offsets), bits, share, leastDeviation];
        call('describe', ...given, descriptors, allocate(offsets.length));
        return new Uint32Array(memory.buffer, descriptors, words).slice();
      }),
  };
}

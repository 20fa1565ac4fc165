import type { Arena, Call } from './arena.ts';
import type { Plane } from './plane.ts';

/** Operations on masks: planes of ones, which are ink, and zeros. All return new planes. */
export interface InkKernel {
  readonly darker: (source: Plane, level: number) => Plane;
  /** As `darker`, of the mean of each pixel and its eight neighbours: grain falls to a third while strokes stay. */
  readonly darkerOnAverage: (source: Plane, level: number) => Plane;
  /** As `darker`, at a fraction of the resolution: ink where any of the pixels that it stands for is, so that no line breaks. */
  readonly darkerReduced: (source: Plane, factor: number, level: number) => Plane;
  /** The parts of ink that run straight across or down for `leastPx` at least, which is at most 255. */
  readonly straightLines: (mask: Plane, leastPx: number) => Plane;
  /** Grows the ink by a square of `radiusPx` on every side. */
  readonly dilate: (mask: Plane, radiusPx: number) => Plane;
  readonly shift: (mask: Plane, dx: number, dy: number) => Plane;
  /** Null for a mask without ink. */
  readonly countMatches: (mask: Plane, ink: Plane, reachPx: number, mostSamples: number) => ShiftMatches | null;
  /**
   * Takes print away from the ink of a page, but not where ink goes on at both ends of a stretch of print no longer than
   * `longestPx`, across or down.
   */
  readonly withoutPrint: (ink: Plane, print: Plane, longestPx: number) => Plane;
  /** The grey of what was written, and of its edges in `near` if they are no darker than `level`, on white. */
  readonly keepWriting: (grey: Plane, written: Plane, near: Plane, level: number) => Plane;
}

/** How well one mask falls on another when it is shifted. */
export interface ShiftMatches {
  /** Share of the samples that fall on ink, for shifts of at most the reach. */
  readonly shareAt: (dx: number, dy: number) => number;
}

const VECTOR_BYTES = 16;

/** The ink operations over a kernel's memory. */
export function inkOperations({ allocate, scope, memory }: Arena, call: Call): InkKernel {
  const like = ({ widthPx, heightPx }: Plane): Plane => ({ address: allocate(widthPx * heightPx), widthPx, heightPx });
  const place = ({ address, widthPx, heightPx }: Plane) => [address, widthPx, heightPx] as const;
  return {
    darker: (source, level) => {
      const target = like(source);
      call('darker', source.address, source.widthPx * source.heightPx, level, target.address);
      return target;
    },
    darkerOnAverage: (source, level) => {
      const target = like(source);
      call('darkerOnAverage', ...place(source), level, target.address);
      return target;
    },
    darkerReduced: (source, factor, level) => {
      const [widthPx, heightPx] = [Math.ceil(source.widthPx / factor), Math.ceil(source.heightPx / factor)];
      const target = { address: allocate(widthPx * heightPx), widthPx, heightPx };
      scope(() => call('darkerReduced', ...place(source), factor, level, target.address, allocate(source.widthPx)));
      return target;
    },
    straightLines: (mask, leastPx) => {
      const target = like(mask);
      scope(() => call('straightLines', ...place(mask), leastPx, target.address, allocate(mask.widthPx)));
      return target;
    },
    dilate: (mask, radiusPx) => {
      const target = like(mask);
      scope(() => {
        const row = allocate(mask.widthPx + 4 * radiusPx + 3 * VECTOR_BYTES);
        call('dilate', ...place(mask), radiusPx, target.address, row);
      });
      return target;
    },
    shift: (mask, dx, dy) => {
      const target = like(mask);
      call('shift', ...place(mask), dx, dy, target.address);
      return target;
    },
    countMatches: (mask, ink, reachPx, mostSamples) =>
      scope(() => {
        const rows = 2 * reachPx + 1;
        const lanes = Math.ceil(rows / VECTOR_BYTES) * VECTOR_BYTES;
        const counts = allocate(4 * lanes * rows);
        const padded = allocate((mask.widthPx + 2 * reachPx) * (mask.heightPx + 2 * reachPx) + 2 * VECTOR_BYTES);
        const places = [mask.address, ink.address, mask.widthPx, mask.heightPx];
        const samples = call('countMatches', ...places, reachPx, mostSamples, counts, padded, allocate(lanes * rows));
        if (samples === 0) return null;
        const found = new Uint32Array(memory.buffer, counts, lanes * rows).slice();
        return { shareAt: (dx, dy) => (found[(dy + reachPx) * lanes + dx + reachPx] ?? 0) / samples };
      }),
    withoutPrint: (ink, print, longestPx) => {
      const target = like(ink);
      scope(() => {
        const near = like(ink);
        const row = allocate(4 * ink.widthPx + 4 * VECTOR_BYTES);
        const [address, ...size] = place(ink);
        call('withoutPrint', address, print.address, ...size, longestPx, target.address, near.address, row);
      });
      return target;
    },
    keepWriting: (grey, written, near, level) => {
      const target = like(grey);
      const count = grey.widthPx * grey.heightPx;
      call('keepWriting', grey.address, written.address, near.address, count, level, target.address);
      return target;
    },
  };
}

import type { Measure } from '../measure.ts';

/** What every part of the reading suite is given. */
export interface BenchContext {
  /** Folder of evaluation data, or null where there is none. */
  readonly data: string | null;
  readonly seed: string;
  /** Sample documents read for exactness. */
  readonly documents: number;
  /** Sample documents read again and again for speed. */
  readonly timedDocuments: number;
  /** Alternating rounds of what is timed; medians are reported. */
  readonly rounds: number;
  /** Whether the yardstick, Debian's tesseract, is installed. */
  readonly native: boolean;
  /** An empty folder that the suite removes at its end. */
  readonly scratch: string;
}

/** One group of figures that can be taken by itself. */
export interface BenchPart {
  readonly name: string;
  readonly run: (context: BenchContext) => Promise<Measure[]>;
}

import type { Measure } from '../measure.ts';

/** What every part of the capture suite gets. */
export interface CaptureContext {
  /** Folder of evaluation data, if there is one. */
  readonly data: string | null;
  /** Pages taken in for each figure of speed. */
  readonly pages: number;
  /** Pages scanned and read while memory is watched. */
  readonly memoryPages: number;
  /** Alternating rounds of what is timed; medians are reported. */
  readonly rounds: number;
  /** An empty folder; removed afterwards. */
  readonly scratch: string;
}

export interface CapturePart {
  readonly name: string;
  run(context: CaptureContext): Promise<Measure[]>;
}

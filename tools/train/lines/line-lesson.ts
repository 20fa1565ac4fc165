import type { LineNetworkName } from '../../../ocr/read/engines/line-network/description.ts';

/** One training of a line network. All folders are absolute paths. */
export interface LineLesson {
  readonly network: LineNetworkName;
  /** Sets of lines to learn from, and the one that only measures. */
  readonly learnt: readonly string[];
  readonly heldOut: string;
  /** Where the model goes, and where what is needed on the way is put. */
  readonly out: string;
  readonly work: string;
  /** The folder of an earlier network to begin with; begins with nothing where absent. */
  readonly from?: string | undefined;
  /** Which network of that folder; the same where absent. */
  readonly fromNetwork?: LineNetworkName | undefined;
  /** How much the weights that it began with count in those that are kept, 0 to 1; the rest is what was learnt. */
  readonly keepEarlier: number;
  readonly rounds: number;
  readonly seed: string;
}

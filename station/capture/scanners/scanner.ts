import type {
  ScanDevice,
  ScanDriverName,
  ScannerCapabilities,
  ScanSettings,
  ScanStopCode,
} from '../../../contract/capture.ts';

/** What a scanner says of itself before a job is given to it. */
export type ScannerState = 'idle' | 'busy' | 'empty' | 'jam' | 'cover-open' | 'double-feed' | 'failed';

/** An expected end of scanning that is not the end of the pile. The closed code says what a person is told. */
export class ScannerError extends Error {
  readonly code: ScanStopCode;

  /** @param detail For the log, in English, without content of a page. */
  constructor(code: ScanStopCode, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.name = 'ScannerError';
    this.code = code;
  }
}

export interface ScanOrder {
  readonly settings: ScanSettings;
  /** An existing folder where the driver may put the page in hand. Whoever gave the order removes it. */
  readonly folder: string;
  /** Ends the job: the scanner is told to stop and no further page is given. */
  readonly signal: AbortSignal;
}

/** One side of a sheet, whole, as a file that belongs to whoever receives it. */
export interface ScannedPage {
  readonly path: string;
  readonly format: 'jpeg' | 'png' | 'tiff';
  readonly bytes: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Height in the file's header as the scanner sent it, where it was wrong and was put right in the file; else null. */
  readonly statedHeightPx: number | null;
}

export interface Scanner {
  /** Throws a ScannerError. */
  capabilities(signal: AbortSignal): Promise<ScannerCapabilities>;
  /** Throws a ScannerError. */
  state(signal: AbortSignal): Promise<ScannerState>;
  /**
   * Scans the pile. A page is asked of the scanner only when the one before was taken from here, so that a receiver who
   * stores each page before asking again never has more than one page at stake. Ends when the feeder is empty after at
   * least one page, or after the one page of a flatbed; leaving the loop early ends the scanner's job. (One driver cannot
   * keep the first promise: see naps2/.)
   *
   * Throws a ScannerError, `feeder-empty` among them when there was no paper at all.
   */
  scan(order: ScanOrder): AsyncGenerator<ScannedPage, void, void>;
}

/** One way of talking to scanners. */
export interface ScanDriver {
  readonly name: ScanDriverName;
  /** Scanners within reach. Throws a ScannerError `driver-missing` when this way of talking is not installed here. */
  discover(signal: AbortSignal): Promise<ScanDevice[]>;
  open(address: string): Scanner;
}

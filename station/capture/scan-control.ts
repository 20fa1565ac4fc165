import type { ScanStopCode } from '../../contract/capture.ts';
import type { ScanControl } from './feed-batch.ts';

/** The other end of a running scan's control. */
export interface ScanHandle extends ScanControl {
  /** Asks for no page after the one in hand. */
  hold(): void;
  release(): void;
  /** Ends the scanner's job. */
  stop(): void;
  /** Ends it because the station closes. */
  close(): void;
  isClosing(): boolean;
}

export interface RunningScan extends ScanHandle {
  readonly ended: Promise<ScanStopCode>;
}

export function createScanControl(): ScanHandle {
  const stopping = new AbortController();
  let released = Promise.resolve();
  let release: () => void = () => undefined;
  let isClosing = false;

  function stop(): void {
    stopping.abort();
    release();
  }

  return {
    signal: stopping.signal,
    untilReleased: () => released,
    hold() {
      released = new Promise((resolve) => (release = resolve));
    },
    release: () => release(),
    stop,
    close() {
      isClosing = true;
      stop();
    },
    isClosing: () => isClosing,
  };
}

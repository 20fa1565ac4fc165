import type { ScannerState } from '../scanner.ts';
import { elementsAt, numberAt, parseXml, textAt, textsAt, type XmlElement } from './xml.ts';

export interface EsclJobStatus {
  readonly state: string;
  readonly reasons: readonly string[];
  /** Pages the scanner still holds for us; null when it does not say. */
  readonly imagesToTransfer: number | null;
}

export interface EsclStatus {
  readonly scanner: ScannerState;
  /** What the feeder says; `idle` is a feeder with paper, null a scanner without one. */
  readonly feeder: ScannerState | null;
  /** The job asked about; null when the scanner does not list it. */
  readonly job: EsclJobStatus | null;
}

const scannerStates: Readonly<Record<string, ScannerState>> = {
  Idle: 'idle',
  Processing: 'busy',
  Testing: 'busy',
  Stopped: 'failed',
  Down: 'failed',
};

const feederStates: Readonly<Record<string, ScannerState>> = {
  ScannerAdfLoaded: 'idle',
  ScannerAdfProcessing: 'busy',
  ScannerAdfEmpty: 'empty',
  ScannerAdfJam: 'jam',
  ScannerAdfMispick: 'jam',
  ScannerAdfHatchOpen: 'cover-open',
  ScannerAdfMultipickDetected: 'double-feed',
  ScannerAdfDuplexPageTooShort: 'failed',
  ScannerAdfDuplexPageTooLong: 'failed',
  ScannerAdfInputTrayFailed: 'failed',
  ScannerAdfInputTrayOverloaded: 'failed',
};

/** Reads `ScannerStatus`. A state that the specification does not know counts as failed. Throws a ScannerError. */
export function parseStatus(text: string, jobPath: string | null): EsclStatus {
  const root = parseXml(text, 'ScannerStatus');
  const feeder = textAt(root, 'AdfState');
  const job = elementsAt(root, 'Jobs', 'JobInfo').find((info) => jobPath !== null && isJob(info, jobPath));
  return {
    scanner: scannerStates[textAt(root, 'State') ?? ''] ?? 'failed',
    feeder: feeder === undefined ? null : (feederStates[feeder] ?? 'failed'),
    job: job === undefined ? null : parseJob(job),
  };
}

/** Jobs are compared by their last part: some scanners write a path here and a whole address in `Location`. */
function isJob(info: XmlElement, jobPath: string): boolean {
  const uri = textAt(info, 'JobUri')?.replace(/\/$/, '');
  return uri !== undefined && uri.split('/').at(-1) === jobPath.split('/').at(-1);
}

function parseJob(info: XmlElement): EsclJobStatus {
  return {
    state: textAt(info, 'JobState') ?? '',
    reasons: textsAt(info, 'JobStateReasons', 'JobStateReason'),
    imagesToTransfer: numberAt(info, 'ImagesToTransfer') ?? null,
  };
}

/** What keeps a job from this source from starting, or null. */
export function obstacleOf({ scanner, feeder }: EsclStatus, source: 'feeder' | 'flatbed'): ScannerState | null {
  if (scanner === 'failed') return 'failed';
  if (source === 'flatbed' || feeder === null) return scanner === 'busy' ? 'busy' : null;
  if (feeder === 'idle') return scanner === 'busy' ? 'busy' : null;
  // A scanner at work for somebody else may not know yet what lies in its feeder.
  return scanner === 'busy' && feeder === 'empty' ? 'busy' : feeder;
}

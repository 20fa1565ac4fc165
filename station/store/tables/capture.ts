import type { Generated } from 'kysely';
import type { Source } from '../../../contract/batch.ts';
import type { ScanStopCode, ScanView } from '../../../contract/capture.ts';
import type { PilePage } from '../../../contract/pile.ts';
import type { WatchedFolder } from '../../../contract/watched-folder.ts';
import type { FailureCode } from '../../../ocr/model/failure.ts';
import type { Flag, JsonText } from './column-types.ts';

export interface BatchRow {
  id: string;
  name: string;
  profileId: string;
  createdAt: string;
  createdBy: string;
  practice: Generated<Flag>;
}

export interface OriginalRow {
  sha256: string;
  bytes: number;
  storedAt: string;
}

export interface ImportFileRow {
  batchId: string;
  ordinal: number;
  path: string;
  name: string;
  taken: Generated<Flag>;
}

export type SourceState = Source['state'];

export interface SourceRow {
  id: string;
  batchId: string;
  ordinal: number;
  name: string;
  sha256: string | null;
  bytes: number | null;
  state: SourceState;
  reasonCode: FailureCode | null;
  reasonDetail: string | null;
  duplicateOf: string | null;
  scanSheet: number | null;
  side: PilePage['side'];
}

export interface PlacementRow {
  sourceId: string;
  kind: 'before' | 'end' | 'replace';
  pageId: string | null;
  actor: string;
}

export interface ScanRow {
  batchId: string;
  device: JsonText;
  settings: JsonText;
  state: ScanView['state'];
  stopCode: ScanStopCode | null;
  expectedSheets: number | null;
}

export interface RememberedScanRow {
  profileId: string;
  device: JsonText;
  settings: JsonText;
  separation: JsonText | null;
}

export interface ScannerCertificateRow {
  host: string;
  fingerprint: string;
  firstSeenAt: string;
}

export interface HotFileRow {
  folder: string;
  identity: string;
  batchId: string;
  takenAt: string;
}

export interface WatchedFolderRow {
  id: string;
  path: string;
  realPath: string;
  profileId: string;
  batching: WatchedFolder['batching'];
  addedBy: string;
  addedAt: string;
  paused: Generated<Flag>;
  removedAt: string | null;
}

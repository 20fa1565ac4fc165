import type { Generated } from 'kysely';
import type { PageState } from '../../../contract/batch.ts';
import type { PileEditKind, PilePage, TrayKind } from '../../../contract/pile.ts';
import type { FailureCode } from '../../../ocr/model/failure.ts';
import type { Flag, JsonText, Rotation } from './column-types.ts';

export interface PageRow {
  id: string;
  batchId: string;
  sourceId: string;
  pageIndex: number;
  state: PageState;
  widthPx: number;
  heightPx: number;
  dpi: number | null;
  rotationDeg: Generated<Rotation>;
  blank: Flag | null;
  formKey: string | null;
  layoutPage: number | null;
  /** Form that was recognised but could not be aligned. */
  notAligned: string | null;
  failureCode: FailureCode | null;
  failureDetail: string | null;
  quality: Generated<JsonText | null>;
  flagged: Generated<Flag | null>;
}

/** Read-only view: pages with their source, document and position in the batch. */
export interface BatchPageRow extends PageRow {
  sourceName: string;
  sha256: string;
  sourceOrdinal: number;
  documentId: string | null;
  tray: TrayKind | null;
  ordinal: number;
}

export interface PilePageRow {
  pageId: string;
  batchId: string;
  position: string;
  sheet: number | null;
  side: PilePage['side'];
  tray: TrayKind | null;
  dismissed: Generated<Flag>;
  kept: Generated<Flag>;
  cut: 'begins' | 'joins' | null;
  turnDeg: Rotation | null;
  replacedBy: string | null;
  sought: Generated<Flag>;
  separator: JsonText | null;
  notices: Generated<JsonText>;
}

export interface PileEditRow {
  seq: Generated<number>;
  batchId: string;
  kind: PileEditKind | 'undo' | 'redo';
  edit: number | null;
  actor: string;
  at: string;
  changes: JsonText;
  separation: JsonText | null;
}

export interface SeparationRow {
  batchId: string;
  separation: JsonText;
}

export interface ReadingRow {
  pageId: string;
  reading: JsonText;
  readAt: string;
}

export interface SaidFormRow {
  pageId: string;
  formKey: string | null;
}

import type { Generated } from 'kysely';
import type { Verdict } from '../../../contract/document.ts';
import type { RescanReason } from '../../../contract/rescan.ts';
import type { Flag, JsonText } from './column-types.ts';

export type VerdictKind = Verdict['kind'];

export interface VerdictRow {
  seq: Generated<number>;
  documentId: string;
  pointer: string;
  accountId: string;
  kind: VerdictKind;
  value: JsonText | null;
  at: string;
}

export interface CommentRow {
  id: Generated<number>;
  documentId: string;
  pageId: string;
  pointer: string | null;
  accountId: string;
  text: string;
  at: string;
}

/** What was arranged about a document that waits; most have no row. */
export interface ArrangementRow {
  documentId: string;
  urgent: Generated<Flag>;
  assignedTo: string | null;
  postponedUntil: string | null;
  postponedBy: string | null;
  postponeReason: string | null;
}

export interface EffortRow {
  seq: Generated<number>;
  documentId: string;
  at: string;
  keystrokes: number;
  activeMs: number;
  fieldsAsked: number;
}

export interface PracticeEffortRow {
  documentId: string;
  keys: number;
  seconds: number;
}

/** What is known of the documents that were finished on a day, in UTC. */
export interface OverviewDayRow {
  day: string;
  sheet: JsonText;
}

/** Why a document in the state `rescan` has to be scanned again; others have no row. */
export interface RescanRow {
  documentId: string;
  reason: RescanReason;
  words: string | null;
  accountId: string;
  at: string;
  /** A page of the document was read again since its fields were made. */
  stale: Generated<Flag>;
}

export interface RescanPageRow {
  documentId: string;
  pageId: string;
}

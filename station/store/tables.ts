import type { Generated } from 'kysely';
import type { Role } from '../../contract/account.ts';
import type { DocumentState, PageState, Source } from '../../contract/batch.ts';
import type { ScanStopCode, ScanView } from '../../contract/capture.ts';
import type { Delivery } from '../../contract/delivery.ts';
import type { Verdict } from '../../contract/document.ts';
import type { PileEditKind, PilePage, TrayKind } from '../../contract/pile.ts';
import type { FailureCode } from '../../ocr/model/failure.ts';
import type { FieldReason, FieldStatus } from '../../ocr/model/field.ts';

/** 0 or 1: SQLite has no booleans. */
export type Flag = 0 | 1;
/** JSON text; each owner parses it with the schema of what it put there. */
export type JsonText = string;
export type Rotation = 0 | 90 | 180 | 270;
export type SourceState = Source['state'];
export type DeliveryState = Delivery['state'];
export type VerdictKind = Verdict['kind'];
export type CheckCause = 'sample' | 'over-limit';
export type CheckOutcome = 'right' | 'wrong' | 'unclear';
export type SecretScheme = 'scrypt' | 'argon2id';
export type JobState = 'waiting' | 'running' | 'done' | 'failed';

export interface BatchRow {
  id: string;
  name: string;
  profileId: string;
  createdAt: string;
  createdBy: string;
  practice: Generated<Flag>;
}

export interface PracticeEffortRow {
  documentId: string;
  keys: number;
  seconds: number;
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

export interface DocumentRow {
  id: string;
  batchId: string;
  ordinal: number;
  formKey: string | null;
  state: DocumentState;
  note: string | null;
  openFields: Generated<number>;
  verifiedBy: string | null;
  approvedBy: string | null;
  reference: string | null;
  notices: Generated<JsonText>;
  waitingSince: Generated<string | null>;
}

export interface DocumentPageRow {
  documentId: string;
  position: number;
  pageId: string;
}

export interface FieldRow {
  documentId: string;
  pointer: string;
  ordinal: number;
  value: JsonText;
  raw: string;
  confidence: number;
  status: FieldStatus;
  reason: FieldReason | null;
  candidates: JsonText;
  page: number;
  boxPx: JsonText | null;
}

export interface AccountRow {
  id: string;
  name: string;
  role: Role;
  secretHash: string;
  secretSalt: string;
  createdAt: string;
  secretScheme: SecretScheme;
  seesSpecialCategories: Flag;
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

export interface BatchPlanRow {
  batchId: string;
  seed: string;
  sampleRate: number;
  errorLimit: number;
  /** JSON: the rules of forms and fields at the time. */
  rules: string;
}

/** What a person chose for a profile, a form or a field of a form; what does not apply is an empty text. */
export interface SamplingRuleRow {
  profileId: string;
  formKey: string;
  pointer: string;
  sampleRate: number;
  errorLimit: number;
}

/** An accepted field that is asked all the same. */
export interface FieldCheckRow {
  documentId: string;
  pointer: string;
  cause: CheckCause;
  kind: string;
  at: string;
  outcome: CheckOutcome | null;
  decidedAt: string | null;
}

export interface ReturnedKindRow {
  batchId: string;
  kind: string;
  at: string;
  samples: number;
  wrong: number;
  fields: number;
}

export interface EffortRow {
  seq: Generated<number>;
  documentId: string;
  at: string;
  keystrokes: number;
  activeMs: number;
  fieldsAsked: number;
}

/** What is known of the documents that were finished on a day, in UTC. */
export interface OverviewDayRow {
  day: string;
  sheet: JsonText;
}

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

export interface SaidFormRow {
  pageId: string;
  formKey: string | null;
}

export interface PreferencesRow {
  accountId: string;
  preferences: JsonText;
}

export interface DestinationRow {
  id: string;
  title: string;
  url: string;
  token: string;
}

export interface DeliveryRow {
  id: string;
  documentId: string;
  destinationId: string;
  idempotencyKey: string;
  state: DeliveryState;
  attempts: Generated<number>;
  submission: JsonText | null;
  submissionUrl: string | null;
  problem: JsonText | null;
  receipt: JsonText | null;
  createdAt: string;
  createdBy: string;
}

export interface UploadRow {
  deliveryId: string;
  position: number;
  sha256: string;
  bytes: number;
  uploadUrl: string | null;
  offsetBytes: Generated<number>;
  done: Generated<Flag>;
}

export interface JobRow {
  seq: Generated<number>;
  kind: string;
  subjectId: string;
  batchId: string;
  parameters: JsonText;
  parametersHash: string;
  state: JobState;
  urgent: Generated<Flag>;
  attempts: Generated<number>;
  leaseUntilMs: number | null;
  notBeforeMs: Generated<number>;
  lastFailure: JsonText | null;
}

export interface AuditEventRow {
  seq: number;
  at: string;
  actor: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  detail: JsonText;
  previousHash: string;
  hash: string;
}

export interface AuditHeadRow {
  one: 1;
  seq: number;
  hash: string;
}

/** All tables and views by name. Columns are camel case in the database too, so that rows need no translation. */
export interface Tables {
  batches: BatchRow;
  originals: OriginalRow;
  import_files: ImportFileRow;
  sources: SourceRow;
  scans: ScanRow;
  remembered_scans: RememberedScanRow;
  scanner_certificates: ScannerCertificateRow;
  hot_files: HotFileRow;
  placements: PlacementRow;
  pages: PageRow;
  pile_pages: PilePageRow;
  pile_edits: PileEditRow;
  separations: SeparationRow;
  batch_pages: BatchPageRow;
  readings: ReadingRow;
  documents: DocumentRow;
  document_pages: DocumentPageRow;
  fields: FieldRow;
  accounts: AccountRow;
  arrangements: ArrangementRow;
  efforts: EffortRow;
  overview_days: OverviewDayRow;
  batch_plans: BatchPlanRow;
  sampling_rules: SamplingRuleRow;
  field_checks: FieldCheckRow;
  returned_kinds: ReturnedKindRow;
  verdicts: VerdictRow;
  comments: CommentRow;
  said_forms: SaidFormRow;
  preferences: PreferencesRow;
  destinations: DestinationRow;
  deliveries: DeliveryRow;
  uploads: UploadRow;
  jobs: JobRow;
  practice_efforts: PracticeEffortRow;
  audit_events: AuditEventRow;
  audit_head: AuditHeadRow;
}

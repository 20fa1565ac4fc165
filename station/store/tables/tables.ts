import type {
  BatchRow,
  HotFileRow,
  ImportFileRow,
  OriginalRow,
  PlacementRow,
  RememberedScanRow,
  ScannerCertificateRow,
  ScanRow,
  SourceRow,
  WatchedFolderRow,
} from './capture.ts';
import type { DeliveryRow, DestinationRow, UploadRow } from './delivery.ts';
import type { DocumentPageRow, DocumentRow, FieldRow } from './documents.ts';
import type { RetiredFormRow } from './forms.ts';
import type {
  BatchPageRow,
  PageRow,
  PileEditRow,
  PilePageRow,
  ReadingRow,
  SaidFormRow,
  SeparationRow,
} from './pages.ts';
import type { AccountRow, PreferencesRow } from './people.ts';
import type { BatchPlanRow, ChosenThresholdRow, FieldCheckRow, ReturnedKindRow, SamplingRuleRow } from './sampling.ts';
import type {
  ArrangementRow,
  CommentRow,
  EffortRow,
  OverviewDayRow,
  PracticeEffortRow,
  RescanPageRow,
  RescanRow,
  VerdictRow,
} from './verification.ts';
import type { AuditEventRow, AuditHeadRow, JobRow } from './work.ts';

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
  watched_folders: WatchedFolderRow;
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
  retired_forms: RetiredFormRow;
  accounts: AccountRow;
  arrangements: ArrangementRow;
  efforts: EffortRow;
  overview_days: OverviewDayRow;
  batch_plans: BatchPlanRow;
  chosen_threshold: ChosenThresholdRow;
  sampling_rules: SamplingRuleRow;
  field_checks: FieldCheckRow;
  returned_kinds: ReturnedKindRow;
  verdicts: VerdictRow;
  comments: CommentRow;
  rescans: RescanRow;
  rescan_pages: RescanPageRow;
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

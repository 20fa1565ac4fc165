import type { PilePage, PileStep, PileView, Separator } from '../../contract/pile.ts';
import { parseSheetText, separatorFindingSchema } from '../../ocr/model/separator.ts';
import { isOpenToEdits } from '../pipeline/document-upkeep.ts';
import { pipelineKinds } from '../pipeline/progress.ts';
import { separationOf } from '../pipeline/read-settings.ts';
import { namesOfAccounts } from '../store/accounts.ts';
import type { ReadableStore } from '../store/connection.ts';
import { countDocuments, findDocuments, type StoredDocument } from '../store/documents.ts';
import { countOpenJobs } from '../store/jobs.ts';
import { countPlaces, listEdits, type StoredEdit } from '../store/pile.ts';
import type { PilePageFacts } from '../store/pile-pages.ts';
import { tellNotices } from '../texts/notices.ts';
import { pileStepTexts } from '../texts/pile-steps.ts';
import { presentSummary } from '../verify/present-document.ts';
import { type Forms, presentPageAlone } from '../verify/present-page.ts';
import { replayEdits } from './history.ts';

export function presentPile(store: ReadableStore, batchId: string): PileView {
  const { done, undone } = replayEdits(listEdits(store, batchId));
  const names = namesOfAccounts(store);
  return {
    batchId,
    revision: revisionOf(store),
    ...countPlaces(store, batchId),
    documents: countDocuments(store, batchId),
    separation: separationOf(store, batchId),
    undo: presentStep(done.at(-1), names),
    redo: presentStep(undone.at(-1), names),
    running: countOpenJobs(store, batchId, pipelineKinds) > 0,
  };
}

/** Nothing of a pile changes without an audit event. */
function revisionOf(store: ReadableStore): number {
  return store.first(store.query.selectFrom('audit_head').select('seq'))?.seq ?? 0;
}

function presentStep(edit: StoredEdit | undefined, names: ReadonlyMap<string, string>): PileStep | null {
  if (edit === undefined || edit.kind === 'undo' || edit.kind === 'redo') return null;
  const { kind, pages, actor, at } = edit;
  return { kind, title: pileStepTexts[kind], pages, by: names.get(actor) ?? actor, at };
}

export function presentPilePages(store: ReadableStore, rows: readonly PilePageFacts[], forms: Forms): PilePage[] {
  const ids = rows.flatMap(({ documentId }) => documentId ?? []);
  const documents = findDocuments(store, [...new Set(ids)]);
  return rows.map((row) => presentPilePage(row, documents.get(row.documentId ?? '') ?? null, forms));
}

function presentPilePage(row: PilePageFacts, document: StoredDocument | null, forms: Forms): PilePage {
  const { tray, sheet, side, replacedBy, documentPosition } = row;
  const locked = document !== null && !isOpenToEdits(document.state, document.verifiedBy);
  const begins = document !== null && documentPosition === 0;
  return {
    ...presentPageAlone({ ...row, sha256: row.sha256 ?? '' }, forms),
    ...{ tray, sheet, side, replacedBy, locked },
    dismissed: row.dismissed === 1,
    separator: tray === 'separator' ? presentSeparator(row.separator) : null,
    replaces: Boolean(row.replaces),
    document: begins ? { ...presentSummary(document, forms), locked } : null,
    notices: tellNotices(row.notices),
  };
}

function presentSeparator(finding: string | null): Separator {
  const sheet = finding === null ? null : separatorFindingSchema.parse(JSON.parse(finding)).sheet;
  const content = sheet === null ? null : parseSheetText(sheet);
  return { profileId: content?.profileId ?? null, reference: content?.reference ?? null };
}

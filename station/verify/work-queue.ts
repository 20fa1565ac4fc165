import type { Account } from '../../contract/account.ts';
import type { DocumentState } from '../../contract/batch.ts';
import type { Task, WaitingDocument } from '../../contract/work.ts';
import { hasRight } from '../people/rights.ts';
import { namesOfAccounts } from '../store/accounts.ts';
import { type Arrangement, arrangementsOf, nothingArranged } from '../store/arrangements.ts';
import { listBatches } from '../store/batches.ts';
import type { ReadableStore } from '../store/connection.ts';
import { listDocuments, type StoredDocument } from '../store/documents.ts';
import { listPracticeBatches } from '../store/practice.ts';
import { documentsWithWordOf } from '../store/verdicts.ts';
import { isOpenTo } from './ask-fields.ts';
import { type Knowledge, weighDocument } from './document-detail.ts';
import { isSecond } from './four-eyes.ts';
import type { Holder, Leases } from './leases.ts';
import { policiesOf } from './policies.ts';
import { presentSummary } from './present-document.ts';
import { mustNotSee } from './special-categories.ts';

export const beingVerified: readonly DocumentState[] = ['read', 'verifying'];

/** A document that waits, with what was arranged about it. */
export interface Waiting {
  readonly document: StoredDocument;
  readonly arrangement: Arrangement;
}

/** Documents that this person may work on, the urgent first, then as they lie in their batch. */
export function documentsFor(
  store: ReadableStore,
  actor: Account,
  { task, batchId }: { readonly task: Task; readonly batchId: string | null },
  knowledge: Knowledge,
): Waiting[] {
  if (!hasRight(actor, task === 'verify' ? 'work' : 'supervise')) return [];
  const arrangements = arrangementsOf(store, batchId);
  const states = task === 'verify' ? beingVerified : (['verified'] as const);
  const own = documentsWithWordOf(store, actor.id, batchId, states);
  const practice = listPracticeBatches(store);
  const mayApprove = (document: StoredDocument): boolean =>
    !practice.has(document.batchId) && isSecond(actor, document, own.has(document.id));
  return listDocuments(store, batchId, states)
    .filter((document) => task === 'verify' || mayApprove(document))
    .filter(
      (document) => task === 'approve' || !own.has(document.id) || !waitsForOthers(store, actor, document, knowledge),
    )
    .filter((document) => !mustNotSee(actor, knowledge.forms.get(document.formKey ?? '') ?? null))
    .map((document) => ({ document, arrangement: arrangements.get(document.id) ?? nothingArranged }))
    .toSorted((left, right) => right.arrangement.urgent - left.arrangement.urgent);
}

/** Whether this person, who gave a word on a document, has done their part, and others still have to key it. */
function waitsForOthers(store: ReadableStore, actor: Account, document: StoredDocument, knowledge: Knowledge): boolean {
  const policies = policiesOf(knowledge.forms.get(document.formKey ?? '') ?? null);
  // Weighing a document costs more than this list can pay for each of a thousand.
  if (![...policies.values()].includes('double-key')) return false;
  const open = weighDocument(store, document, knowledge).filter((one) => one.open);
  return open.length > 0 && !open.some((one) => isOpenTo(one, actor.id));
}

/** Whether a document is this person's to take now: not postponed, and not given to somebody else. */
export function isFree({ arrangement }: Waiting, actor: Account, now: Date): boolean {
  const { assignedTo, postponedUntil } = arrangement;
  const isOthers = assignedTo !== null && assignedTo !== actor.id;
  return !isOthers && (postponedUntil === null || Date.parse(postponedUntil) <= now.getTime());
}

/** So many are shown at most: nobody reads further, and the list is asked for again as it empties. */
const mostShown = 500;

export interface QueueView {
  readonly actor: Account;
  readonly window: Holder;
  readonly leases: Leases;
  readonly task: Task;
  readonly batchId: string | null;
}

/** The queue as a screen lists it, over one batch or all: the urgent first, then the oldest batch. */
export function presentQueue(
  store: ReadableStore,
  { actor, window, leases, task, batchId }: QueueView,
  knowledge: Knowledge,
): WaitingDocument[] {
  const names = namesOfAccounts(store);
  const nameOf = (id: string) => names.get(id) ?? id;
  const batches = new Map(listBatches(store, actor.id).map((batch) => [batch.id, batch]));
  const createdAt = (one: Waiting) => batches.get(one.document.batchId)?.createdAt ?? '';
  const practice = listPracticeBatches(store);
  return documentsFor(store, actor, { task, batchId }, knowledge)
    .filter(({ document }) => batchId !== null || !practice.has(document.batchId))
    .toSorted(
      (left, right) =>
        right.arrangement.urgent - left.arrangement.urgent || createdAt(left).localeCompare(createdAt(right)),
    )
    .slice(0, mostShown)
    .map(({ document, arrangement }) => {
      const { urgent, assignedTo, postponedUntil, postponedBy, postponeReason } = arrangement;
      const holder = leases.holderOf(document.id, window);
      const batch = batches.get(document.batchId);
      const isPostponed = postponedUntil !== null && postponedBy !== null && postponeReason !== null;
      return {
        document: presentSummary(document, knowledge.forms),
        batchName: batch?.name ?? document.batchId,
        task,
        waitingSince: document.waitingSince ?? batch?.createdAt ?? new Date(0).toISOString(),
        urgent: urgent === 1,
        assignedTo: assignedTo === null ? null : { id: assignedTo, name: nameOf(assignedTo) },
        postponed: isPostponed ? { until: postponedUntil, reason: postponeReason, by: nameOf(postponedBy) } : null,
        holder: holder && { name: holder.account.name, away: holder.away, own: holder.own },
      };
    });
}

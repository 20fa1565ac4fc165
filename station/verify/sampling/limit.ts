import type { DocumentState } from '../../../contract/batch.ts';
import { lowerBound } from '../../../ocr/extract/calibrate/bound.ts';
import { appendEvent, machine } from '../../audit/chain.ts';
import { changeDocument } from '../../store/change-state.ts';
import {
  countSamples,
  type FieldCheck,
  insertCheck,
  insertReturnedKind,
  listReturnedKinds,
} from '../../store/checks.ts';
import type { Transaction } from '../../store/connection.ts';
import { deliveriesOfDocument, updateDelivery } from '../../store/deliveries.ts';
import { listDocuments, machineFields, type StoredDocument, setOpenFields } from '../../store/documents.ts';
import type { Forms } from '../present-page.ts';
import { kindOf } from './draw.ts';
import { planOfBatch, planOfField } from './plan.ts';

/** How sure the count of wrong samples must be before a batch goes back. */
const level = 0.95;

/** Where documents can still be asked about. */
const stillHere: readonly DocumentState[] = ['read', 'verifying', 'verified', 'approved'];

export interface LimitContext {
  readonly forms: Forms;
  /** Counts the open fields of a document as it stands now. */
  readonly countOpen: (document: StoredDocument) => number;
}

/**
 * Sends a batch back when too many samples of one kind of field were wrong: all accepted fields of that kind are asked, also
 * in documents that were verified or approved but not delivered. `over the limit` means that the error rate lies above it
 * with 95 % confidence (Clopper and Pearson 1934), so that one unlucky sample among many sends nothing back. The limit is that
 * of the field which was just decided; samples are counted over all fields of its kind.
 */
export function returnWhenOverLimit(
  transaction: Transaction,
  { batchId, formKey }: Pick<StoredDocument, 'batchId' | 'formKey'>,
  { kind, pointer }: Pick<FieldCheck, 'kind' | 'pointer'>,
  context: LimitContext,
): void {
  const { samples, wrong } = countSamples(transaction, batchId, kind);
  const { errorLimit } = planOfField(planOfBatch(transaction, batchId), formKey, pointer);
  if (wrong === 0 || lowerBound(wrong, samples, level) <= errorLimit) return;
  if (listReturnedKinds(transaction, batchId).some((returned) => returned.kind === kind)) return;
  let fields = 0;
  for (const document of listDocuments(transaction, batchId, stillHere)) {
    if (isBeingDelivered(transaction, document.id)) continue;
    const reopened = askAll(transaction, document, kind, context.forms);
    fields += reopened;
    if (reopened > 0) reopen(transaction, document, context);
  }
  insertReturnedKind(transaction, { batchId, kind, samples, wrong, fields });
  appendEvent(transaction, {
    ...{ actor: machine, action: 'batch.returned', subjectKind: 'batch', subjectId: batchId },
    detail: { kind, samples, wrong, fields },
  });
}

function isBeingDelivered(transaction: Transaction, documentId: string): boolean {
  return deliveriesOfDocument(transaction, documentId).some(({ state }) => state !== 'failed');
}

/** Has every accepted field of a kind asked; returns how many were not before. */
function askAll(transaction: Transaction, document: StoredDocument, kind: string, forms: Forms): number {
  const form = forms.get(document.formKey ?? '');
  if (form === undefined) return 0;
  const accepted = [...machineFields(transaction, document.id)].filter(
    ([pointer, { status, value }]) => status === 'accepted' && value !== null && kindOf(form, pointer) === kind,
  );
  return accepted.filter(([pointer]) =>
    insertCheck(transaction, { documentId: document.id, pointer, cause: 'over-limit', kind }),
  ).length;
}

function reopen(transaction: Transaction, document: StoredDocument, { countOpen }: LimitContext): void {
  const { id, state } = document;
  setOpenFields(transaction, id, countOpen(document));
  if (state !== 'verified' && state !== 'approved') return;
  for (const delivery of deliveriesOfDocument(transaction, id)) {
    updateDelivery(transaction, delivery.id, { submission: null });
  }
  const set = { note: 'errors-over-limit', verifiedBy: null, approvedBy: null };
  changeDocument(transaction, { id, to: 'verifying', actor: machine, action: 'document.sent-back', set });
}

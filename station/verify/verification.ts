import type { Account } from '../../contract/account.ts';
import type { DocumentState } from '../../contract/batch.ts';
import type { DocumentDetail, DocumentSummary, Verdict } from '../../contract/document.ts';
import { appendEvent } from '../audit/chain.ts';
import { enqueueRefitWhenApproved } from '../calibration/refit.ts';
import type { StationCore } from '../core.ts';
import { requireRole } from '../people/people.ts';
import { changeDocument } from '../store/change-state.ts';
import type { Transaction } from '../store/connection.ts';
import { deliveriesOfDocument, updateDelivery } from '../store/deliveries.ts';
import { listDocuments, type StoredDocument, setOpenFields } from '../store/documents.ts';
import { isPractice } from '../store/practice.ts';
import { deleteLastWord, gaveWord, insertWord } from '../store/verdicts.ts';
import { refuse } from '../texts/refusals.ts';
import { documentDetail, type Knowledge, loadKnowledge, requireDocument, weighDocument } from './document-detail.ts';
import { parseVerdict } from './parse-verdict.ts';
import { presentSummary } from './present-document.ts';

export type VerificationCore = Pick<StationCore, 'store' | 'forms' | 'loadTables' | 'announce'>;

/** People's work on documents. Every function throws an AppError where the person or the document's state forbids it. */
export interface Verification {
  get(documentId: string): Promise<DocumentDetail>;
  queue(actor: Account, batchId: string, task: 'verify' | 'approve'): Promise<DocumentSummary[]>;
  decide(actor: Account, field: FieldAddress, verdict: Verdict): Promise<DocumentDetail>;
  undo(actor: Account, field: FieldAddress): Promise<DocumentDetail>;
  finish(actor: Account, documentId: string): Promise<DocumentDetail>;
  approve(actor: Account, documentId: string): Promise<DocumentDetail>;
  sendBack(actor: Account, documentId: string, reason: string): Promise<DocumentDetail>;
}

export interface FieldAddress {
  readonly documentId: string;
  readonly pointer: string;
}

export function createVerification(station: VerificationCore): Verification {
  const { store } = station;

  /** Changes a document in one transaction and returns it as it then stands. */
  async function change(documentId: string, work: (step: Step) => void): Promise<DocumentDetail> {
    const knowledge = await loadKnowledge(station);
    const detail = store.transact((transaction) => {
      const document = requireDocument(transaction, documentId);
      work({ transaction, document, knowledge });
      setOpenFields(transaction, documentId, countOpen(transaction, document, knowledge));
      return documentDetail(transaction, documentId, knowledge);
    });
    station.announce(detail.batchId);
    return detail;
  }

  return {
    async get(documentId) {
      return documentDetail(store, documentId, await loadKnowledge(station));
    },
    async queue(actor, batchId, task) {
      const forms = await station.forms.byKey();
      const waiting = listDocuments(store, batchId, task === 'verify' ? beingVerified : ['verified']);
      const own = waiting.filter((document) => task === 'verify' || mayApprove(station, actor, document));
      return own.map((document) => presentSummary(document, forms));
    },
    decide: (actor, field, verdict) => change(field.documentId, (step) => decide(step, actor, field.pointer, verdict)),
    undo: (actor, field) => change(field.documentId, (step) => undo(step, actor, field.pointer)),
    finish: (actor, documentId) => change(documentId, (step) => finish(step, actor)),
    approve: (actor, documentId) => change(documentId, (step) => approve(step, actor)),
    sendBack: (actor, documentId, reason) => change(documentId, (step) => sendBack(step, actor, reason)),
  };
}

interface Step {
  readonly transaction: Transaction;
  readonly document: StoredDocument;
  readonly knowledge: Knowledge;
}

const beingVerified: readonly DocumentState[] = ['read', 'verifying'];

function countOpen(transaction: Transaction, document: StoredDocument, knowledge: Knowledge): number {
  return weighDocument(transaction, document, knowledge).filter(({ open }) => open).length;
}

function decide(step: Step, actor: Account, pointer: string, verdict: Verdict): void {
  const { transaction, document, knowledge } = step;
  beginVerifying(step, actor);
  const form = knowledge.forms.get(document.formKey ?? '');
  if (form === undefined) throw refuse('form-not-installed');
  const weighed = weighDocument(transaction, document, knowledge).find((one) => one.pointer === pointer);
  if (weighed === undefined) throw refuse('no-such-field');
  const { kind, given } = parseVerdict(form, weighed, verdict, knowledge.tables);
  insertWord(transaction, { documentId: document.id, pointer, accountId: actor.id, kind, given });
  recordWord(step, actor, 'field.decided', { pointer, verdict: kind, despite: given.despite });
}

function undo(step: Step, actor: Account, pointer: string): void {
  const { transaction, document } = step;
  refuseUnlessVerifying(document);
  if (!deleteLastWord(transaction, document.id, pointer)) throw refuse('nothing-to-undo');
  recordWord(step, actor, 'field.word-taken-back', { pointer });
}

function finish(step: Step, actor: Account): void {
  const { transaction, document, knowledge } = step;
  refuseUnlessVerifying(document);
  if (countOpen(transaction, document, knowledge) > 0) throw refuse('fields-open');
  const set = { verifiedBy: actor.id, note: null };
  changeDocument(transaction, { id: document.id, to: 'verified', actor: actor.id, set });
}

function approve({ transaction, document }: Step, actor: Account): void {
  requireRole(actor, 'supervisor');
  if (isPractice(transaction, document.batchId)) throw refuse('practice-not-approved');
  if (document.state !== 'verified') throw refuse('not-verified');
  if (!isSecondPerson(transaction, actor, document)) throw refuse('four-eyes');
  const set = { approvedBy: actor.id };
  changeDocument(transaction, { id: document.id, to: 'approved', actor: actor.id, set });
  enqueueRefitWhenApproved(transaction, document.batchId);
}

function sendBack({ transaction, document }: Step, actor: Account, reason: string): void {
  requireRole(actor, 'supervisor');
  if (document.state === 'approved') withdrawDeliveries(transaction, document.id);
  else if (document.state !== 'verified') throw refuse('not-verified');
  const set = { note: reason, verifiedBy: null, approvedBy: null };
  const change = { id: document.id, to: 'verifying', actor: actor.id, action: 'document.sent-back', set } as const;
  changeDocument(transaction, change);
}

/** What failed to be delivered may change; a later delivery then sends the document as it stands by then. */
function withdrawDeliveries(transaction: Transaction, documentId: string): void {
  for (const { id, state } of deliveriesOfDocument(transaction, documentId)) {
    if (state !== 'failed') throw refuse('being-delivered');
    updateDelivery(transaction, id, { submission: null });
  }
}

function beginVerifying({ transaction, document }: Step, actor: Account): void {
  refuseUnlessVerifying(document);
  if (document.state === 'read') changeDocument(transaction, { id: document.id, to: 'verifying', actor: actor.id });
}

function refuseUnlessVerifying({ state }: StoredDocument): void {
  if (!beingVerified.includes(state)) throw refuse('not-being-verified');
}

function mayApprove({ store }: VerificationCore, actor: Account, document: StoredDocument): boolean {
  return actor.role !== 'clerk' && !isPractice(store, document.batchId) && isSecondPerson(store, actor, document);
}

/** Four eyes: whoever gave a word on the document, or ended its verification, is not a second person. */
function isSecondPerson(store: Parameters<typeof gaveWord>[0], actor: Account, document: StoredDocument): boolean {
  return document.verifiedBy !== actor.id && !gaveWord(store, document.id, actor.id);
}

function recordWord(
  { transaction, document }: Step,
  actor: Account,
  action: string,
  detail: Record<string, string | null>,
): void {
  appendEvent(transaction, {
    actor: actor.id,
    action,
    subjectKind: 'document',
    subjectId: document.id,
    detail,
  });
}

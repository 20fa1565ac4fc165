import type { Account } from '../../contract/account.ts';
import type { AuditAction } from '../../contract/audit-actions.ts';
import type { DocumentDetail, DocumentSummary, Verdict } from '../../contract/document.ts';
import type { RescanRequest } from '../../contract/rescan.ts';
import { sameValue } from '../../ocr/extract/same-value.ts';
import { appendEvent } from '../audit/chain.ts';
import { enqueueRefitWhenApproved } from '../calibration/refit.ts';
import type { StationCore } from '../core.ts';
import { requireRight } from '../people/rights.ts';
import { changeDocument } from '../store/change-state.ts';
import { findCheck, settleCheck } from '../store/checks.ts';
import type { Transaction } from '../store/connection.ts';
import { deliveriesOfDocument, updateDelivery } from '../store/deliveries.ts';
import { noteArrival, type StoredDocument, setOpenFields } from '../store/documents.ts';
import { isPractice } from '../store/practice.ts';
import type { CheckOutcome } from '../store/tables/sampling.ts';
import { deleteLastWord, insertWord } from '../store/verdicts.ts';
import { refuse } from '../texts/refusals/refusals.ts';
import { isOpenTo } from './ask-fields.ts';
import { documentDetail, type Knowledge, loadKnowledge, requireDocument, weighDocument } from './document-detail.ts';
import { isSecondPerson } from './four-eyes.ts';
import { parseVerdict } from './parse-verdict.ts';
import { policiesOf } from './policies.ts';
import { presentSummary } from './present-document.ts';
import { sendToRescan, verifyAnyway } from './rescans.ts';
import { returnWhenOverLimit } from './sampling/limit.ts';
import { mustNotSee } from './special-categories.ts';
import type { WeighedField } from './weigh-words.ts';
import { beingVerified, documentsFor, isFree } from './work-queue.ts';

export type VerificationCore = Pick<StationCore, 'store' | 'forms' | 'loadTables' | 'announce' | 'clock'>;

/** People's work on documents. Every function throws an AppError where the person or the document's state forbids it. */
export interface Verification {
  get(actor: Account, documentId: string): Promise<DocumentDetail>;
  queue(actor: Account, batchId: string, task: 'verify' | 'approve'): Promise<DocumentSummary[]>;
  decide(actor: Account, field: FieldAddress, verdict: Verdict): Promise<DocumentDetail>;
  undo(actor: Account, field: FieldAddress): Promise<DocumentDetail>;
  finish(actor: Account, documentId: string): Promise<DocumentDetail>;
  approve(actor: Account, documentId: string): Promise<DocumentDetail>;
  sendBack(actor: Account, documentId: string, reason: string): Promise<DocumentDetail>;
  rescan(actor: Account, request: RescanRequest): Promise<DocumentDetail>;
  verifyAnyway(actor: Account, documentId: string): Promise<DocumentDetail>;
}

export interface FieldAddress {
  readonly documentId: string;
  readonly pointer: string;
}

export function createVerification(station: VerificationCore): Verification {
  const { store } = station;

  /** Changes a document in one transaction and returns it as it then stands. */
  async function change(actor: Account, documentId: string, work: (step: Step) => void): Promise<DocumentDetail> {
    const knowledge = await loadKnowledge(station);
    const detail = store.transact((transaction) => {
      const document = requireDocument(transaction, documentId);
      work({ transaction, document, knowledge });
      setOpenFields(transaction, documentId, countOpen(transaction, document, knowledge));
      return documentDetail(transaction, actor, documentId, knowledge);
    });
    station.announce(detail.batchId);
    return detail;
  }

  return {
    async get(actor, documentId) {
      return documentDetail(store, actor, documentId, await loadKnowledge(station));
    },
    async queue(actor, batchId, task) {
      const knowledge = await loadKnowledge(station);
      const now = station.clock();
      return documentsFor(store, actor, { task, batchId }, knowledge)
        .filter((waiting) => isFree(waiting, actor, now))
        .map(({ document }) => presentSummary(document, knowledge.forms));
    },
    decide: (actor, field, verdict) =>
      change(actor, field.documentId, (step) => decide(step, actor, field.pointer, verdict)),
    undo: (actor, field) => change(actor, field.documentId, (step) => undo(step, actor, field.pointer)),
    finish: (actor, documentId) => change(actor, documentId, (step) => finish(step, actor)),
    approve: (actor, documentId) => change(actor, documentId, (step) => approve(step, actor)),
    sendBack: (actor, documentId, reason) => change(actor, documentId, (step) => sendBack(step, actor, reason)),
    rescan: (actor, request) => change(actor, request.documentId, (step) => sendToRescan(step, actor, request)),
    verifyAnyway: (actor, documentId) => change(actor, documentId, (step) => verifyAnyway(step, actor)),
  };
}

export interface Step {
  readonly transaction: Transaction;
  readonly document: StoredDocument;
  readonly knowledge: Knowledge;
}

export function countOpen(transaction: Transaction, document: StoredDocument, knowledge: Knowledge): number {
  return weighDocument(transaction, document, knowledge).filter(({ open }) => open).length;
}

/** Takes a word on one field. Throws an AppError where the document's state or the field forbids it. */
export function decide(step: Step, actor: Account, pointer: string, verdict: Verdict): void {
  const { transaction, document, knowledge } = step;
  beginVerifying(step, actor);
  const form = knowledge.forms.get(document.formKey ?? '');
  if (form === undefined) throw refuse('form-not-installed');
  const weighed = weighDocument(transaction, document, knowledge).find((one) => one.pointer === pointer);
  if (weighed === undefined) throw refuse('no-such-field');
  if (weighed.special && !actor.seesSpecialCategories) throw refuse('special-categories');
  if (weighed.blind && verdict.kind === 'confirm') throw refuse('key-it');
  if (weighed.keying?.kind === 'differing' && weighed.closedTo.includes(actor.id)) throw refuse('third-person');
  const { kind, given } = parseVerdict(form, weighed, verdict, knowledge.tables);
  insertWord(transaction, { documentId: document.id, pointer, accountId: actor.id, kind, given });
  weighCheck(step, pointer);
  recordWord(step, actor, 'field.decided', { pointer, verdict: kind, despite: given.despite });
}

function undo(step: Step, actor: Account, pointer: string): void {
  const { transaction, document, knowledge } = step;
  refuseUnlessVerifying(document);
  const form = knowledge.forms.get(document.formKey ?? '') ?? null;
  // What another person keyed blindly is theirs to take back.
  const own = policiesOf(form).get(pointer) === 'double-key' ? { accountId: actor.id } : {};
  if (!deleteLastWord(transaction, { documentId: document.id, pointer, ...own })) throw refuse('nothing-to-undo');
  weighCheck(step, pointer);
  recordWord(step, actor, 'field.word-taken-back', { pointer });
}

/** Says that a person has done their part of a document. Throws an AppError where fields are still open to them. */
export function finish(step: Step, actor: Account): void {
  const { transaction, document, knowledge } = step;
  refuseUnlessVerifying(document);
  const open = weighDocument(transaction, document, knowledge).filter((one) => one.open);
  if (open.some((one) => isOpenTo(one, actor.id))) throw refuse('fields-open');
  if (open.length > 0) {
    passOn(step, actor);
    return;
  }
  const set = { verifiedBy: actor.id, note: null };
  changeDocument(transaction, { id: document.id, to: 'verified', actor: actor.id, set });
}

/** This person has done their part; what is left to key is for others. */
function passOn({ transaction, document }: Step, actor: Account): void {
  noteArrival(transaction, document.id);
  appendEvent(transaction, {
    ...{ actor: actor.id, action: 'document.passed-on', subjectKind: 'document', subjectId: document.id },
  });
}

/** Compares what people now say of a checked field with what the machine was sure of. */
function weighCheck({ transaction, document, knowledge }: Step, pointer: string): void {
  const check = findCheck(transaction, document.id, pointer);
  if (check === undefined) return;
  const field = weighDocument(transaction, document, knowledge).find((one) => one.pointer === pointer);
  settleCheck(transaction, check, field ? outcomeOf(field) : null);
  returnWhenOverLimit(transaction, document, check, {
    forms: knowledge.forms,
    countOpen: (other) => countOpen(transaction, other, knowledge),
  });
}

function outcomeOf({ machine, word }: WeighedField): CheckOutcome | null {
  if (word === null) return null;
  if (word.kind === 'unreadable') return 'unclear';
  return sameValue(machine.value, word.value) ? 'right' : 'wrong';
}

function approve({ transaction, document, knowledge }: Step, actor: Account): void {
  requireRight(actor, 'supervise');
  if (isPractice(transaction, document.batchId)) throw refuse('practice-not-approved');
  if (document.state !== 'verified') throw refuse('not-verified');
  if (mustNotSee(actor, knowledge.forms.get(document.formKey ?? '') ?? null)) throw refuse('special-categories');
  if (!isSecondPerson(transaction, actor, document)) throw refuse('four-eyes');
  const set = { approvedBy: actor.id };
  changeDocument(transaction, { id: document.id, to: 'approved', actor: actor.id, set });
  enqueueRefitWhenApproved(transaction, document.batchId);
}

function sendBack({ transaction, document }: Step, actor: Account, reason: string): void {
  requireRight(actor, 'supervise');
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
  if (state === 'rescan') throw refuse('to-be-rescanned');
  if (!beingVerified.includes(state)) throw refuse('not-being-verified');
}

function recordWord(
  { transaction, document }: Step,
  actor: Account,
  action: AuditAction,
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

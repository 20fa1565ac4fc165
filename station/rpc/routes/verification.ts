import { completeValue } from '../../verify/complete.ts';
import { loadKnowledge } from '../../verify/document-detail.ts';
import { leaveForm } from '../../verify/leave-form.ts';
import { listRescans } from '../../verify/rescans.ts';
import { wordsOfDocument } from '../../verify/words-of-pages.ts';
import { signedIn } from '../base.ts';
import { requireBatch } from './batches.ts';

export const verificationRoutes = {
  get: signedIn.verification.get.handler(({ context: { verification, account, session, looks }, input }) => {
    const { documentId } = input;
    looks.record(session, { accountId: account.id, subjectKind: 'document', subjectId: documentId });
    return verification.get(account, documentId);
  }),
  queue: signedIn.verification.queue.handler(async ({ context, input }) => {
    const { station, verification, account, leases, session } = context;
    requireBatch(station, input.batchId);
    const waiting = await verification.queue(account, input.batchId, input.task);
    // What another window has in hand is not offered to this one.
    return waiting.filter(({ id }) => leases.holderOf(id, session)?.own !== false);
  }),
  decide: signedIn.verification.decide.handler(({ context: { verification, account, leases, session }, input }) => {
    leases.require(session, input.documentId);
    return verification.decide(account, input, input.verdict);
  }),
  undo: signedIn.verification.undo.handler(({ context: { verification, account, leases, session }, input }) => {
    leases.require(session, input.documentId);
    return verification.undo(account, input);
  }),
  finish: signedIn.verification.finish.handler(async ({ context, input: { documentId } }) => {
    const { verification, account, leases, session } = context;
    leases.require(session, documentId);
    const finished = await verification.finish(account, documentId);
    leases.release(session, documentId);
    return finished;
  }),
  approve: signedIn.verification.approve.handler(async ({ context, input: { documentId } }) => {
    const { verification, account, leases, session } = context;
    leases.requireFree(session, documentId);
    const approved = await verification.approve(account, documentId);
    leases.release(session, documentId);
    return approved;
  }),
  sendBack: signedIn.verification.sendBack.handler(async ({ context, input: { documentId, reason } }) => {
    const { verification, account, leases, session } = context;
    leases.requireFree(session, documentId);
    const returned = await verification.sendBack(account, documentId, reason);
    leases.release(session, documentId);
    return returned;
  }),
  complete: signedIn.verification.complete.handler(async ({ context: { station, account }, input }) =>
    completeValue(station.store, account, input, await loadKnowledge(station)),
  ),
  words: signedIn.verification.words.handler(async ({ context: { station, account }, input }) =>
    wordsOfDocument(station.store, account, input.documentId, await loadKnowledge(station)),
  ),
  leaveForm: signedIn.verification.leaveForm.handler(async ({ context, input: { documentId, formKey } }) => {
    const { station, account, leases, session } = context;
    leases.require(session, documentId);
    await leaveForm(station, account, documentId, formKey);
    leases.release(session, documentId);
    return null;
  }),
  rescan: signedIn.verification.rescan.handler(async ({ context, input }) => {
    const { verification, account, leases, session } = context;
    leases.require(session, input.documentId);
    const waiting = await verification.rescan(account, input);
    leases.release(session, input.documentId);
    return waiting;
  }),
  rescans: signedIn.verification.rescans.handler(async ({ context: { station }, input: { batchId } }) => {
    requireBatch(station, batchId);
    return listRescans(station.store, batchId, await station.forms.byKey());
  }),
  verifyAnyway: signedIn.verification.verifyAnyway.handler(({ context, input: { documentId } }) => {
    const { verification, account, leases, session } = context;
    leases.requireFree(session, documentId);
    return verification.verifyAnyway(account, documentId);
  }),
};

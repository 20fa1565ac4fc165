import { loadKnowledge } from '../../verify/document-detail.ts';
import { presentQueue } from '../../verify/work-queue.ts';
import { signedIn } from '../base.ts';
import { requireBatch } from './batches.ts';

export const workRoutes = {
  queue: signedIn.work.queue.handler(async ({ context: { station, leases, account, session }, input }) => {
    if (input.batchId !== null) requireBatch(station, input.batchId);
    const knowledge = await loadKnowledge(station);
    return presentQueue(station.store, { ...input, leases, actor: account, window: session }, knowledge);
  }),
  hold: signedIn.work.hold.handler(({ context: { leases, session }, input }) => {
    const other = leases.hold(session, input.documentId);
    return other === null ? { kind: 'held' } : { kind: 'taken', by: other.account.name, away: other.away };
  }),
  release: signedIn.work.release.handler(({ context: { leases, session }, input }) => {
    leases.release(session, input.documentId);
    return null;
  }),
  takeOver: signedIn.work.takeOver.handler(({ context: { arrangements, session, account }, input }) => {
    arrangements.takeOver(account, session, input.documentId);
    return null;
  }),
  assign: signedIn.work.assign.handler(({ context: { arrangements, account }, input }) => {
    arrangements.assign(account, input.documentId, input.accountId);
    return null;
  }),
  setUrgent: signedIn.work.setUrgent.handler(({ context: { arrangements, account }, input }) => {
    arrangements.setUrgent(account, input.documentId, input.urgent);
    return null;
  }),
  postpone: signedIn.work.postpone.handler(({ context: { arrangements, leases, session, account }, input }) => {
    arrangements.postpone(account, input);
    leases.release(session, input.documentId);
    return null;
  }),
  resume: signedIn.work.resume.handler(({ context: { arrangements, account }, input }) => {
    arrangements.resume(account, input.documentId);
    return null;
  }),
  recordEffort: signedIn.work.recordEffort.handler(({ context: { arrangements }, input }) => {
    arrangements.recordEffort(input);
    return null;
  }),
};

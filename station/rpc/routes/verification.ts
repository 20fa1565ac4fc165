import { signedIn } from '../base.ts';
import { requireBatch } from './batches.ts';

export const verificationRoutes = {
  get: signedIn.verification.get.handler(({ context: { verification }, input }) => verification.get(input.documentId)),
  queue: signedIn.verification.queue.handler(({ context: { station, verification, account }, input }) => {
    requireBatch(station, input.batchId);
    return verification.queue(account, input.batchId, input.task);
  }),
  decide: signedIn.verification.decide.handler(({ context: { verification, account }, input }) =>
    verification.decide(account, input, input.verdict),
  ),
  undo: signedIn.verification.undo.handler(({ context: { verification, account }, input }) =>
    verification.undo(account, input),
  ),
  finish: signedIn.verification.finish.handler(({ context: { verification, account }, input }) =>
    verification.finish(account, input.documentId),
  ),
  approve: signedIn.verification.approve.handler(({ context: { verification, account }, input }) =>
    verification.approve(account, input.documentId),
  ),
  sendBack: signedIn.verification.sendBack.handler(({ context: { verification, account }, input }) =>
    verification.sendBack(account, input.documentId, input.reason),
  ),
};

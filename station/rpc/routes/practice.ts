import { signedIn } from '../base.ts';
import { presentBatch, requireBatch } from './batches.ts';

export const practiceRoutes = {
  start: signedIn.practice.start.handler(async ({ context: { station, practice, account }, input }) => {
    const id = await practice.start(account, input.name);
    return presentBatch(station, requireBatch(station, id));
  }),
  score: signedIn.practice.score.handler(({ context: { practice, account }, input }) =>
    practice.score(account, input.batchId),
  ),
  addEffort: signedIn.practice.addEffort.handler(({ context: { practice, account }, input }) => {
    practice.addEffort(account, input);
    return null;
  }),
  discard: signedIn.practice.discard.handler(({ context: { practice, account }, input }) => {
    practice.discard(account, input.batchId);
    return null;
  }),
};

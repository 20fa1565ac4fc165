import { expect, test } from 'vitest';
import type { BatchProgress } from '../../../contract/batch.ts';
import { type Stage, stageOf } from '../../../renderer/screens/batches/stage.ts';

const nothing: BatchProgress = {
  ...{ sources: 0, sourcesOpened: 0, refused: 0, duplicates: 0, pages: 0, pagesRead: 0, pagesQuarantined: 0 },
  ...{ quality: { assessed: 0, flagged: 0 }, documents: {}, doubts: 0, running: false },
};

test.each<[Stage, Partial<BatchProgress>]>([
  ['reading', { running: true, documents: { read: 1 } }],
  ['toVerify', { documents: { verifying: 1, verified: 2, approved: 3 } }],
  ['toRescan', { documents: { rescan: 1, verified: 2, delivered: 1 } }],
  ['toApprove', { documents: { verified: 1, approved: 3, delivered: 1 } }],
  ['toDeliver', { documents: { approved: 1, delivered: 4 } }],
  ['done', { documents: { delivered: 4 } }],
  ['attention', { refused: 1 }],
  ['waiting', {}],
])('a batch is at the step %s that people or the machine must take next', (stage, progress) => {
  expect(stageOf({ ...nothing, ...progress })).toBe(stage);
});

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Account } from '../../contract/account.ts';
import type { PracticeScore, practiceEffortSchema } from '../../contract/practice.ts';
import { appendEvent } from '../audit/chain.ts';
import { enterBatch } from '../capture/enter-batch.ts';
import type { StationCore } from '../core.ts';
import { builtInProfiles } from '../profiles.ts';
import { findBatch } from '../store/batches.ts';
import { deleteBatch } from '../store/delete-batch.ts';
import { countOpenJobs, enqueue } from '../store/jobs.ts';
import { addEffort } from '../store/practice.ts';
import { refuse } from '../texts/refusals/refusals.ts';
import { loadKnowledge, requireDocument } from '../verify/document-detail.ts';
import { readAnswers } from './answers.ts';
import { scoreBatch } from './score.ts';

export type PracticeCore = Pick<StationCore, 'store' | 'forms' | 'loadTables' | 'announce'>;
type Effort = z.infer<typeof practiceEffortSchema>;

/**
 * Piles to learn on. They go through reading and verification like any other and are told apart by their batch alone:
 * whoever learns, counts or delivers leaves them out. Functions throw an AppError where it is no practice, or not theirs.
 */
export interface Practice {
  /** Returns the id of a new pile; its pages are read afterwards. */
  start(actor: Account, name: string): Promise<string>;
  score(actor: Account, batchId: string): Promise<PracticeScore>;
  addEffort(actor: Account, effort: Effort): void;
  /** Deletes a pile with everything that was said on it. Refused while it is being read. */
  discard(actor: Account, batchId: string): void;
}

/** `folder`: the pictures and their answers, as they come with the program. */
export function createPractice(station: PracticeCore, folder: string): Practice {
  const { store, announce } = station;
  return {
    async start(actor, name) {
      const { documents } = await readAnswers(folder);
      const paths = documents.flatMap(({ files }) => files.map((file) => join(folder, file)));
      const batchId = randomUUID();
      const [{ id: profileId }] = builtInProfiles;
      store.transact((transaction) => {
        enterBatch(transaction, {
          id: batchId,
          name,
          profileId,
          actor: actor.id,
          chosen: paths.length,
          practice: true,
        });
        enqueue(transaction, { kind: 'import', subjectId: batchId, batchId, parameters: { paths } });
      });
      announce(batchId);
      return batchId;
    },
    async score(actor, batchId) {
      requireOwn(store, actor, batchId);
      const [answers, knowledge] = await Promise.all([readAnswers(folder), loadKnowledge(station)]);
      return scoreBatch(store, batchId, answers, knowledge);
    },
    addEffort(actor, effort) {
      requireOwn(store, actor, requireDocument(store, effort.documentId).batchId);
      store.transact((transaction) => addEffort(transaction, effort));
    },
    discard(actor, batchId) {
      requireOwn(store, actor, batchId);
      store.transact((transaction) => {
        if (countOpenJobs(transaction, batchId) > 0) throw refuse('practice-being-read');
        deleteBatch(transaction, batchId);
        const subject = { subjectKind: 'batch', subjectId: batchId } as const;
        appendEvent(transaction, { actor: actor.id, action: 'batch.practice-discarded', ...subject });
      });
      announce(batchId);
    },
  };
}

function requireOwn(store: Parameters<typeof findBatch>[0], actor: Account, batchId: string): void {
  const batch = findBatch(store, batchId);
  if (batch === undefined) throw refuse('no-such-batch');
  if (batch.practice === 0) throw refuse('no-practice');
  if (batch.createdBy !== actor.id) throw refuse('practice-of-another');
}

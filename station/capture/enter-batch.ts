import { AppError } from '../app-error.ts';
import { appendEvent } from '../audit/chain.ts';
import { findProfile } from '../profiles.ts';
import type { Transaction } from '../store/connection.ts';

export interface BatchToEnter {
  readonly id: string;
  readonly name: string;
  readonly profileId: string;
  /** Account id, or the machine's name for the command line. */
  readonly actor: string;
  /** How many files and folders were chosen; 0 for a pile that a scanner feeds. */
  readonly chosen: number;
  /** A pile to learn on. */
  readonly practice?: boolean;
}

/** Enters a new batch with its audit event. */
export function enterBatch(
  transaction: Transaction,
  { id, name, profileId, actor, chosen, practice = false }: BatchToEnter,
): void {
  const createdAt = transaction.now.toISOString();
  const row = { id, name, profileId, createdAt, createdBy: actor, practice: practice ? 1 : 0 } as const;
  transaction.run(transaction.query.insertInto('batches').values(row));
  appendEvent(transaction, {
    ...{ actor, action: 'batch.created', subjectKind: 'batch', subjectId: id },
    detail: { profile: profileId, chosen, ...(practice && { practice }) },
  });
}

/** Throws an AppError `NOT_FOUND` for an unknown profile. */
export function requireProfile(profileId: string): void {
  if (findProfile(profileId) !== undefined) return;
  throw new AppError('NOT_FOUND', {
    it: `Il profilo «${profileId}» non esiste.`,
    en: `There is no profile “${profileId}”.`,
  });
}

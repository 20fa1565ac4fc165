import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Batching } from '../../../contract/watched-folder.ts';
import { machine } from '../../audit/chain.ts';
import type { Transaction } from '../../store/connection.ts';
import { enterBatch } from '../enter-batch.ts';

export interface FolderToBatch {
  readonly folder: string;
  readonly profileId: string;
  readonly batching: Batching;
}

/** Longer than it takes to lay the next part of a pile on the copier, shorter than from one pile to another. */
const pauseBetweenBatchesMs = 30 * 60_000;

/** The batch that a file of a watched folder goes into now; made where a new one begins. */
export function batchOfFolder(transaction: Transaction, wanted: FolderToBatch): string {
  const present = latestBatch(transaction, wanted, beginningOf(wanted.batching, transaction.now));
  if (present !== undefined) return present;
  const id = randomUUID();
  const { profileId } = wanted;
  enterBatch(transaction, { id, name: nameOf(wanted, transaction.now), profileId, actor: machine, chosen: 0 });
  return id;
}

/** The batch of the last file that was taken from the folder under the profile since an instant. */
function latestBatch(transaction: Transaction, { folder, profileId }: FolderToBatch, since: Date): string | undefined {
  const last = transaction.query
    .selectFrom('hot_files')
    .innerJoin('batches', 'batches.id', 'hot_files.batchId')
    .select('hot_files.batchId')
    .where('folder', '=', folder)
    .where('profileId', '=', profileId)
    .where('takenAt', '>=', since.toISOString())
    .orderBy('takenAt', 'desc')
    .limit(1);
  return transaction.first(last)?.batchId;
}

function beginningOf(batching: Batching, now: Date): Date {
  return batching === 'day' ? startOfDay(now) : new Date(now.getTime() - pauseBetweenBatchesMs);
}

/** Midnight where the office is. */
export function startOfDay(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate());
}

/** For people: the folder, and the day or the minute at which the batch began where the office is. */
function nameOf({ folder, batching }: FolderToBatch, now: Date): string {
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const day = [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join('-');
  const time = batching === 'day' ? [] : [`${twoDigits(now.getHours())}:${twoDigits(now.getMinutes())}`];
  // The root of a disk has no name of its own.
  return [basename(folder) || folder, day, ...time].join(' ');
}

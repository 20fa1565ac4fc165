import { randomBytes } from 'node:crypto';
import { builtInProfiles, findProfile } from '../../profiles.ts';
import { findBatchPlan, insertBatchPlan } from '../../store/checks.ts';
import type { Transaction } from '../../store/connection.ts';
import type { BatchPlanRow } from '../../store/tables.ts';

/** The plan a batch follows: that of its profile when its first document was made, with a seed of its own. */
export function planOfBatch(transaction: Transaction, batchId: string): BatchPlanRow {
  const present = findBatchPlan(transaction, batchId);
  if (present !== undefined) return present;
  const { query } = transaction;
  const batch = transaction.first(query.selectFrom('batches').select('profileId').where('id', '=', batchId));
  const { sampling } = findProfile(batch?.profileId ?? '') ?? builtInProfiles[0];
  const plan = { batchId, seed: randomBytes(16).toString('hex'), ...sampling };
  insertBatchPlan(transaction, plan);
  return plan;
}

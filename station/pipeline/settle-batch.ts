import type { Transaction } from '../store/connection.ts';
import { countOpenJobs, enqueue } from '../store/jobs.ts';
import { isFedByScanner } from '../store/scans.ts';

/**
 * Queues the assembly of a batch's documents when nothing is left to scan, take in, open or read. To be called in the
 * transaction that ends such a job, after the job itself was ended.
 */
export function enqueueAssemblyWhenSettled(transaction: Transaction, batchId: string): void {
  if (isFedByScanner(transaction, batchId)) return;
  if (countOpenJobs(transaction, batchId, ['import', 'open', 'read']) > 0) return;
  enqueue(transaction, { kind: 'assemble', subjectId: batchId, batchId, parameters: {} });
}

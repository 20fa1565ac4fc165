import type { Account } from '../../contract/account.ts';
import { appendEvent } from '../audit/chain.ts';
import { saveThreshold } from '../store/chosen-threshold.ts';
import type { Transaction } from '../store/connection.ts';

/** Holds for documents that are made from now on; null gives the choice back to the program. */
export function chooseThreshold(
  transaction: Transaction,
  actor: Pick<Account, 'id'>,
  { threshold }: { readonly threshold: number | null },
): void {
  saveThreshold(transaction, threshold);
  appendEvent(transaction, {
    ...{ actor: actor.id, action: 'threshold.chosen', subjectKind: 'station', subjectId: 'threshold' },
    detail: { threshold },
  });
}

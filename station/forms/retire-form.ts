import type { Account } from '../../contract/account.ts';
import { appendEvent } from '../audit/chain.ts';
import type { StationCore } from '../core.ts';
import { deleteRetiredForm, insertRetiredForm } from '../store/retired-forms.ts';
import { refuse } from '../texts/refusals/refusals.ts';

type RetireCore = Pick<StationCore, 'store' | 'forms'>;

/**
 * Pages of batches begun from now on are not compared with the form; what was read with it keeps it, and a person may still
 * say that a document is of it. Throws an AppError for an unknown form.
 */
export async function retireForm({ store, forms }: RetireCore, actor: Account, formKey: string): Promise<void> {
  if (!(await forms.byKey()).has(formKey)) throw refuse('no-such-form');
  store.transact((transaction) => {
    const retiredAt = transaction.now.toISOString();
    if (!insertRetiredForm(transaction, { formKey, retiredAt, retiredBy: actor.id })) return;
    const subject = { subjectKind: 'form', subjectId: formKey } as const;
    appendEvent(transaction, { actor: actor.id, action: 'form.retired', ...subject });
  });
}

/** Takes a form back into use. */
export function restoreForm({ store }: RetireCore, actor: Account, formKey: string): void {
  store.transact((transaction) => {
    if (!deleteRetiredForm(transaction, formKey)) return;
    const subject = { subjectKind: 'form', subjectId: formKey } as const;
    appendEvent(transaction, { actor: actor.id, action: 'form.restored', ...subject });
  });
}

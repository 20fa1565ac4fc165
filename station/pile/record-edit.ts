import type { AuditAction } from '../../contract/audit-actions.ts';
import { appendEvent } from '../audit/chain.ts';
import { enqueueAssemblyWhenSettled } from '../pipeline/settle-batch.ts';
import type { Transaction } from '../store/connection.ts';
import { insertEdit, type PileChange, type SeparationStep, type StoredEdit } from '../store/pile.ts';

export interface EditBy {
  readonly batchId: string;
  /** Account id. */
  readonly actor: string;
}

interface EditToRecord extends EditBy {
  readonly kind: StoredEdit['kind'];
  /** The one that is undone or done again. */
  readonly edit: number | null;
  readonly changes: readonly PileChange[];
  readonly separation?: SeparationStep;
}

/** Writes down what was done to a pile, with its audit event, and has its documents put together anew. */
export function recordEdit(transaction: Transaction, { separation, ...edit }: EditToRecord): void {
  const { batchId, actor, kind, changes } = edit;
  insertEdit(transaction, { ...edit, separation: separation ?? null });
  appendEvent(transaction, {
    ...{ actor, action: actions[kind], subjectKind: 'batch', subjectId: batchId },
    detail: { pages: changes.length, ...(separation && { by: separation.after.by }) },
  });
  enqueueAssemblyWhenSettled(transaction, batchId);
}

const actions: Readonly<Record<StoredEdit['kind'], AuditAction>> = {
  move: 'pile.moved',
  rotate: 'pile.turned',
  insert: 'pile.inserted',
  replace: 'pile.replaced',
  'to-tray': 'pile.taken-out',
  'put-back': 'pile.put-back',
  dismiss: 'pile.dismissed',
  split: 'pile.split',
  join: 'pile.joined',
  interleave: 'pile.interleaved',
  separate: 'pile.separation-set',
  undo: 'pile.undone',
  redo: 'pile.redone',
};

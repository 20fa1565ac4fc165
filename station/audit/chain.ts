import { createHash } from 'node:crypto';
import { type AuditAction, type AuditSubject, machineActor } from '../../contract/audit-actions.ts';
import type { Transaction } from '../store/connection.ts';

/** What happened, without the content of any record: ids, states, codes and counts only. */
export interface AuditEvent {
  /** Id of an account, or `station` for the machine itself. */
  readonly actor: string;
  readonly action: AuditAction;
  readonly subjectKind: AuditSubject;
  readonly subjectId: string;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

export interface LinkedEvent {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** JSON text as stored. */
  readonly detail: string;
  readonly previousHash: string;
}

export const machine = machineActor;
/** What the first event is chained to. */
export const chainStart = '0'.repeat(64);

/** SHA-256 over the event's members as a JSON array in fixed order, the hash before it included. */
export function hashEvent(event: LinkedEvent): string {
  const members = [
    event.seq,
    event.at,
    event.actor,
    event.action,
    event.subjectKind,
    event.subjectId,
    event.detail,
    event.previousHash,
  ];
  return createHash('sha256').update(JSON.stringify(members)).digest('hex');
}

/** Appends an event to the chain inside the transaction of what it tells about. */
export function appendEvent(transaction: Transaction, event: AuditEvent): void {
  const { query } = transaction;
  const head = transaction.first(query.selectFrom('audit_head').select(['seq', 'hash']));
  const linked: LinkedEvent = {
    seq: (head?.seq ?? 0) + 1,
    at: transaction.now.toISOString(),
    actor: event.actor,
    action: event.action,
    subjectKind: event.subjectKind,
    subjectId: event.subjectId,
    detail: JSON.stringify(event.detail ?? {}),
    previousHash: head?.hash ?? chainStart,
  };
  const hash = hashEvent(linked);
  transaction.run(query.insertInto('audit_events').values({ ...linked, hash }));
  transaction.run(
    query
      .insertInto('audit_head')
      .values({ one: 1, seq: linked.seq, hash })
      .onConflict((conflict) => conflict.column('one').doUpdateSet({ seq: linked.seq, hash })),
  );
}

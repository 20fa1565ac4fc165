import type { AuditAction } from '../../contract/audit-actions.ts';
import { namesOfAccounts } from '../store/accounts.ts';
import type { ReadableStore } from '../store/connection.ts';
import { machine } from './chain.ts';

/** When something last happened to a thing, by whom (null for the machine or the command line), and what was noted of it. */
export interface LastEvent {
  readonly at: string;
  readonly by: string | null;
  readonly detail: string;
}

/** Null where it never happened. */
export function lastEvent(store: ReadableStore, subjectId: string, action: AuditAction): LastEvent | null {
  const found = store.first(
    store.query
      .selectFrom('audit_events')
      .select(['at', 'actor', 'detail'])
      .where('subjectId', '=', subjectId)
      .where('action', '=', action)
      .orderBy('seq', 'desc')
      .limit(1),
  );
  if (found === undefined) return null;
  const { at, actor, detail } = found;
  return { at, by: actor === machine ? null : (namesOfAccounts(store).get(actor) ?? actor), detail };
}

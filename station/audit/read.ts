import type { AuditFilter, AuditPage } from '../../contract/audit.ts';
import { namesOfAccounts } from '../store/accounts.ts';
import type { ReadableStore } from '../store/connection.ts';

/** Events to a page. */
const pageSize = 100;

/** The newest events that fit the filter. */
export function readAudit(store: ReadableStore, filter: AuditFilter): AuditPage {
  const { accountId, subjectId, from, to, before } = filter;
  let events = store.query.selectFrom('audit_events').selectAll();
  if (accountId !== null) events = events.where('actor', '=', accountId);
  if (subjectId !== null) events = events.where('subjectId', '=', subjectId);
  if (from !== null) events = events.where('at', '>=', from);
  if (to !== null) events = events.where('at', '<', to);
  if (before !== null) events = events.where('seq', '<', before);
  const rows = store.all(events.orderBy('seq', 'desc').limit(pageSize + 1));
  const names = namesOfAccounts(store);
  return {
    events: rows.slice(0, pageSize).map(({ seq, at, actor, action, subjectKind, subjectId: subject, detail }) => ({
      ...{ seq, at, action, subjectKind, detail },
      actor: names.get(actor) ?? actor,
      subjectId: subject,
    })),
    more: rows.length > pageSize,
  };
}

import type { Selectable } from 'kysely';
import type { AuditAction } from '../../contract/audit-actions.ts';
import { AppError } from '../app-error.ts';
import { type AuditEvent, appendEvent } from '../audit/chain.ts';
import type { Transaction } from './connection.ts';
import { dropSheetsOf } from './overview-days.ts';
import { canChange, finishedStates, type StatefulKind, type StatesByKind } from './states.ts';
import type { SourceRow } from './tables/capture.ts';
import type { DeliveryRow } from './tables/delivery.ts';
import type { DocumentRow } from './tables/documents.ts';
import type { PageRow } from './tables/pages.ts';

/*
 * The only way to move a source, page, document or delivery to another state: each function checks that the transition
 * is allowed and writes the row and its audit event together. All throw an AppError: `NOT_FOUND` for an unknown id,
 * `CONFLICT` when the present state does not allow the change.
 */

interface StateChange<State, Row extends { state: State }> {
  readonly id: string;
  readonly to: State;
  /** Account id, or `machine` for the station itself. */
  readonly actor: string;
  /** Name of the audit event; `<kind>.<new state>` when absent. */
  readonly action?: AuditAction;
  readonly detail?: NonNullable<AuditEvent['detail']>;
  /** Further columns of the row that change with the state. */
  readonly set?: Partial<Omit<Selectable<Row>, 'id' | 'batchId' | 'state'>>;
}
export type SourceChange = StateChange<StatesByKind['source'], SourceRow>;
export type PageChange = StateChange<StatesByKind['page'], PageRow>;
export type DocumentChange = StateChange<StatesByKind['document'], DocumentRow>;
export type DeliveryChange = StateChange<StatesByKind['delivery'], DeliveryRow>;

export function changeSource(transaction: Transaction, change: SourceChange): void {
  const { query } = transaction;
  const row = transaction.first(query.selectFrom('sources').select('state').where('id', '=', change.id));
  const from = checkChange('source', row?.state, change);
  transaction.run(
    query
      .updateTable('sources')
      .set({ ...change.set, state: change.to })
      .where('id', '=', change.id),
  );
  recordChange(transaction, 'source', from, { action: `source.${change.to}`, ...change });
}

export function changePage(transaction: Transaction, change: PageChange): void {
  const { query } = transaction;
  const row = transaction.first(query.selectFrom('pages').select('state').where('id', '=', change.id));
  const from = checkChange('page', row?.state, change);
  transaction.run(
    query
      .updateTable('pages')
      .set({ ...change.set, state: change.to })
      .where('id', '=', change.id),
  );
  recordChange(transaction, 'page', from, { action: `page.${change.to}`, ...change });
}

export function changeDocument(transaction: Transaction, change: DocumentChange): void {
  const { query } = transaction;
  const row = transaction.first(query.selectFrom('documents').select('state').where('id', '=', change.id));
  const from = checkChange('document', row?.state, change);
  const recorded = { action: `document.${change.to}` as const, ...change };
  // Opened for work it waits on.
  const arrived = recorded.action === 'document.verifying' ? {} : { waitingSince: transaction.now.toISOString() };
  transaction.run(
    query
      .updateTable('documents')
      .set({ ...change.set, ...arrived, state: change.to })
      .where('id', '=', change.id),
  );
  if (finishedStates.includes(from) && !finishedStates.includes(change.to)) dropSheetsOf(transaction, change.id);
  recordChange(transaction, 'document', from, recorded);
}

export function changeDelivery(transaction: Transaction, change: DeliveryChange): void {
  const { query } = transaction;
  const row = transaction.first(query.selectFrom('deliveries').select('state').where('id', '=', change.id));
  const from = checkChange('delivery', row?.state, change);
  transaction.run(
    query
      .updateTable('deliveries')
      .set({ ...change.set, state: change.to })
      .where('id', '=', change.id),
  );
  recordChange(transaction, 'delivery', from, { action: `delivery.${change.to}`, ...change });
}

function checkChange<Kind extends StatefulKind>(
  kind: Kind,
  from: StatesByKind[Kind] | undefined,
  { id, to }: { readonly id: string; readonly to: StatesByKind[Kind] },
): StatesByKind[Kind] {
  if (from === undefined) {
    throw new AppError('NOT_FOUND', {
      it: `Non esiste più (${kind} ${id}).`,
      en: `This is no longer there (${kind} ${id}).`,
    });
  }
  if (!canChange(kind, from, to)) {
    throw new AppError('CONFLICT', {
      it: `Lo stato è cambiato nel frattempo: da «${from}» non si passa a «${to}». Aggiornare e riprovare.`,
      en: `The state has changed meanwhile: “${from}” cannot become “${to}”. Refresh and try again.`,
    });
  }
  return from;
}

function recordChange<State extends string, Row extends { state: State }>(
  transaction: Transaction,
  kind: StatefulKind,
  from: State,
  change: StateChange<State, Row> & { readonly action: AuditAction },
): void {
  appendEvent(transaction, {
    actor: change.actor,
    action: change.action,
    subjectKind: kind,
    subjectId: change.id,
    detail: { ...change.detail, from, to: change.to },
  });
}

import { sql } from 'kysely';
import type { ReadableStore, Transaction } from './connection.ts';

/** The sheets of the days from one on, as they were put down: JSON by day. */
export function findSheets(store: ReadableStore, fromDay: string): ReadonlyMap<string, string> {
  const rows = store.all(store.query.selectFrom('overview_days').selectAll().where('day', '>=', fromDay));
  return new Map(rows.map(({ day, sheet }) => [day, sheet]));
}

export function putSheet(transaction: Transaction, day: string, sheet: string): void {
  transaction.run(
    transaction.query
      .insertInto('overview_days')
      .values({ day, sheet })
      .onConflict((conflict) => conflict.column('day').doUpdateSet({ sheet })),
  );
}

/** Forgets the sheets that tell of a document: it is finished no longer. */
export function dropSheetsOf(transaction: Transaction, documentId: string): void {
  const { query } = transaction;
  const ended = transaction.all(
    query
      .selectFrom('audit_events')
      .select('at')
      .where('subjectId', '=', documentId)
      // The plus has SQLite look among the document's events, not among all of this action.
      .where(sql`+action`, '=', 'document.verified'),
  );
  if (ended.length === 0) return;
  const days = ended.map(({ at }) => at.slice(0, 10));
  transaction.run(query.deleteFrom('overview_days').where('day', 'in', days));
}

import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from './connection.ts';

interface ReferenceColumn {
  readonly child: string;
  /** Number of the key in its table: the columns of one key share it. */
  readonly key: number;
  readonly from: string;
  readonly parent: string;
  readonly to: string;
}

/**
 * Deletes a batch with every row that hangs on it. Which rows do is read from the foreign keys of the database itself, so
 * that a table that comes later is not forgotten. Audit events stay, as they always do; originals stay too.
 */
export function deleteBatch(transaction: Transaction, batchId: string): void {
  const references = referencesOf(transaction);
  deleteRows(transaction, references, 'batches', sql`id = ${batchId}`);
}

function referencesOf(transaction: Transaction): ReferenceColumn[] {
  const { query } = transaction;
  const statement = sql<ReferenceColumn>`
    SELECT child.name AS child, column.id AS key, column."from" AS "from", column."table" AS parent, column."to" AS "to"
    FROM sqlite_schema AS child JOIN pragma_foreign_key_list(child.name) AS column
    WHERE child.type = 'table' ORDER BY child.name, column.id, column.seq`;
  return transaction.all({ compile: () => statement.compile(query) });
}

function deleteRows(
  transaction: Transaction,
  references: readonly ReferenceColumn[],
  table: string,
  where: RawBuilder<unknown>,
): void {
  const pointing = references.filter(({ parent, child }) => parent === table && child !== table);
  for (const columns of Map.groupBy(pointing, ({ child, key }) => `${child} ${key}`).values()) {
    const [first] = columns;
    if (first === undefined) continue;
    const from = sql.join(columns.map((column) => sql.ref(column.from)));
    const to = sql.join(columns.map((column) => sql.ref(column.to)));
    deleteRows(
      transaction,
      references,
      first.child,
      sql`(${from}) IN (SELECT ${to} FROM ${sql.table(table)} WHERE ${where})`,
    );
  }
  const statement = sql`DELETE FROM ${sql.table(table)} WHERE ${where}`;
  transaction.run({ compile: () => statement.compile(transaction.query) });
}

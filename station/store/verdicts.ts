import type { Selectable } from 'kysely';
import { z } from 'zod';
import { fieldReasonSchema, fieldValueSchema } from '../../ocr/model/field.ts';
import type { ReadableStore, Transaction } from './connection.ts';
import type { VerdictKind, VerdictRow } from './tables.ts';

type Readable = Pick<ReadableStore, 'all' | 'first' | 'query'>;

const givenSchema = z.strictObject({
  value: fieldValueSchema,
  /** The broken rule that was shown when the word was given: the person insists. */
  despite: fieldReasonSchema.nullable(),
});
export type Given = z.infer<typeof givenSchema>;

/** A person's word on a field. */
export interface Word extends Given {
  readonly kind: VerdictKind;
  readonly accountId: string;
  readonly at: string;
}

/** The word that counts on each field of a document: the latest. */
export function latestWords(store: Readable, documentId: string): ReadonlyMap<string, Word> {
  const rows = store.all(
    store.query.selectFrom('verdicts').selectAll().where('documentId', '=', documentId).orderBy('seq'),
  );
  return new Map(rows.map((row) => [row.pointer, wordOf(row)]));
}

function wordOf({ kind, accountId, at, value }: Selectable<VerdictRow>): Word {
  return { kind, accountId, at, ...givenSchema.parse(JSON.parse(value ?? 'null')) };
}

export interface NewWord {
  readonly documentId: string;
  readonly pointer: string;
  readonly accountId: string;
  readonly kind: VerdictKind;
  readonly given: Given;
}

export function insertWord(transaction: Transaction, { given, ...word }: NewWord): void {
  const at = transaction.now.toISOString();
  transaction.run(transaction.query.insertInto('verdicts').values({ ...word, value: JSON.stringify(given), at }));
}

/** Takes the last word on a field back; false when there is none. */
export function deleteLastWord(transaction: Transaction, documentId: string, pointer: string): boolean {
  const { query } = transaction;
  const last = transaction.first(
    query
      .selectFrom('verdicts')
      .select('seq')
      .where('documentId', '=', documentId)
      .where('pointer', '=', pointer)
      .orderBy('seq', 'desc')
      .limit(1),
  );
  if (last === undefined) return false;
  return transaction.run(query.deleteFrom('verdicts').where('seq', '=', last.seq)) > 0;
}

/** Whether this person gave any word on the document that was not taken back. */
export function gaveWord(store: Readable, documentId: string, accountId: string): boolean {
  const found = store.query
    .selectFrom('verdicts')
    .select('seq')
    .where('documentId', '=', documentId)
    .where('accountId', '=', accountId)
    .limit(1);
  return store.first(found) !== undefined;
}

import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { DocumentState } from '../../contract/batch.ts';
import { fieldReasonSchema, fieldValueSchema } from '../../ocr/model/field.ts';
import type { ReadableStore, Transaction } from './connection.ts';
import type { VerdictKind, VerdictRow } from './tables/verification.ts';

export const givenSchema = z.strictObject({
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

/** Every word on each field of a document that was not taken back, the earliest first. */
export function wordsByField(store: ReadableStore, documentId: string): ReadonlyMap<string, readonly Word[]> {
  const rows = store.all(
    store.query.selectFrom('verdicts').selectAll().where('documentId', '=', documentId).orderBy('seq'),
  );
  const words = new Map<string, Word[]>();
  for (const row of rows) words.set(row.pointer, [...(words.get(row.pointer) ?? []), wordOf(row)]);
  return words;
}

/** The latest word on each field of a document. */
export function latestWords(store: ReadableStore, documentId: string): ReadonlyMap<string, Word> {
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

/** Takes the last word on a field back, or this person's last one; false when there is none. */
export function deleteLastWord(
  transaction: Transaction,
  { documentId, pointer, accountId }: Pick<NewWord, 'documentId' | 'pointer'> & Partial<Pick<NewWord, 'accountId'>>,
): boolean {
  const { query } = transaction;
  const words = query.selectFrom('verdicts').select('seq');
  const last = transaction.first(
    (accountId === undefined ? words : words.where('accountId', '=', accountId))
      .where('documentId', '=', documentId)
      .where('pointer', '=', pointer)
      .orderBy('seq', 'desc')
      .limit(1),
  );
  if (last === undefined) return false;
  return transaction.run(query.deleteFrom('verdicts').where('seq', '=', last.seq)) > 0;
}

/** Forgets every word on a document but those on the fields given, and what was found of its checked fields by them. */
export function deleteWordsExcept(transaction: Transaction, documentId: string, pointers: readonly string[]): void {
  const { query } = transaction;
  const words = query.deleteFrom('verdicts').where('documentId', '=', documentId);
  const checks = query.deleteFrom('field_checks').where('documentId', '=', documentId);
  transaction.run(pointers.length === 0 ? words : words.where('pointer', 'not in', pointers));
  transaction.run(pointers.length === 0 ? checks : checks.where('pointer', 'not in', pointers));
}

/** Ids of the documents in these states, of a batch or of all, on which this person gave a word that was not taken back. */
export function documentsWithWordOf(
  store: ReadableStore,
  accountId: string,
  batchId: string | null,
  states: readonly DocumentState[],
): ReadonlySet<string> {
  const given = store.query
    .selectFrom('documents')
    .innerJoin('verdicts', 'verdicts.documentId', 'documents.id')
    .select('documents.id')
    .distinct()
    .where('documents.state', 'in', states)
    .where('verdicts.accountId', '=', accountId);
  const rows = store.all(batchId === null ? given : given.where('documents.batchId', '=', batchId));
  return new Set(rows.map(({ id }) => id));
}

/** Whether this person gave any word on the document that was not taken back. */
export function gaveWord(store: ReadableStore, documentId: string, accountId: string): boolean {
  const found = store.query
    .selectFrom('verdicts')
    .select('seq')
    .where('documentId', '=', documentId)
    .where('accountId', '=', accountId)
    .limit(1);
  return store.first(found) !== undefined;
}

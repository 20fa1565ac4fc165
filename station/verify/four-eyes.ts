import type { Account } from '../../contract/account.ts';
import type { ReadableStore } from '../store/connection.ts';
import type { StoredDocument } from '../store/documents.ts';
import { gaveWord } from '../store/verdicts.ts';

/** Four eyes: whoever gave a word on the document, or ended its verification, is not a second person. */
export function isSecondPerson(
  store: Pick<ReadableStore, 'all' | 'first' | 'query'>,
  actor: Account,
  document: StoredDocument,
): boolean {
  return document.verifiedBy !== actor.id && !gaveWord(store, document.id, actor.id);
}

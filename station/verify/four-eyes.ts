import type { Account } from '../../contract/account.ts';
import type { ReadableStore } from '../store/connection.ts';
import type { StoredDocument } from '../store/documents.ts';
import { gaveWord } from '../store/verdicts.ts';

/** Four eyes: whoever gave a word on the document, or ended its verification, is not a second person. */
export function isSecondPerson(store: ReadableStore, actor: Account, document: StoredDocument): boolean {
  return isSecond(actor, document, gaveWord(store, document.id, actor.id));
}

/** The same where it is known already whether the person gave a word. */
export function isSecond(actor: Account, { verifiedBy }: StoredDocument, saidWord: boolean): boolean {
  return verifiedBy !== actor.id && !saidWord;
}

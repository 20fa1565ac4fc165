import type { Account } from '../../contract/account.ts';
import type { Rescan, RescanRequest } from '../../contract/rescan.ts';
import { namesOfAccounts } from '../store/accounts.ts';
import { changeDocument } from '../store/change-state.ts';
import type { ReadableStore, Transaction } from '../store/connection.ts';
import { listDocuments, pagesOfDocument, type StoredDocument } from '../store/documents.ts';
import { isPractice } from '../store/practice.ts';
import { deleteRescan, findRescan, insertRescan, pagesToRescan } from '../store/rescans.ts';
import { refuse } from '../texts/refusals/refusals.ts';
import { presentSummary } from './present-document.ts';
import { type Forms, presentPage } from './present-page.ts';
import { beingVerified } from './work-queue.ts';

/** A document in hand within a transaction. */
interface Taken {
  readonly transaction: Transaction;
  readonly document: StoredDocument;
}

/**
 * A person who verifies a document says that pages of it cannot be used. What was written of the reason is a person's own
 * words about a record, and so no matter for the log.
 */
export function sendToRescan({ transaction, document }: Taken, actor: Account, request: RescanRequest): void {
  if (!beingVerified.includes(document.state)) throw refuse('not-being-verified');
  if (isPractice(transaction, document.batchId)) throw refuse('practice-not-rescanned');
  const { reason, words } = request;
  const pageIds = [...new Set(request.pageIds)];
  const own = new Set(pagesOfDocument(transaction, document).map(({ id }) => id));
  if (!pageIds.every((id) => own.has(id))) throw refuse('no-such-page');
  const detail = { reason, pages: pageIds.length };
  changeDocument(transaction, { id: document.id, to: 'rescan', actor: actor.id, detail });
  insertRescan(transaction, { documentId: document.id, reason, words, accountId: actor.id, pageIds });
}

/** A person says that the paper is no better than its picture. Throws an AppError once other pages are on their way. */
export function verifyAnyway({ transaction, document }: Taken, actor: Account): void {
  if (document.state !== 'rescan') throw refuse('not-to-rescan');
  if (isBeingRenewed(transaction, document)) throw refuse('rescanned-already');
  changeDocument(transaction, { id: document.id, to: 'verifying', actor: actor.id });
  deleteRescan(transaction, document.id);
}

/** Whether its pages or what was read on them are others by now, and its fields are still to be made of them. */
function isBeingRenewed(store: ReadableStore, document: StoredDocument): boolean {
  if (findRescan(store, document.id)?.stale === 1) return true;
  return pagesOfDocument(store, document).some(({ state, tray }) => state === 'captured' || tray !== null);
}

/** The documents of a batch that wait for pages to be scanned again. */
export function listRescans(store: ReadableStore, batchId: string, forms: Forms): Rescan[] {
  const names = namesOfAccounts(store);
  return listDocuments(store, batchId, ['rescan']).flatMap((document) => {
    const rescan = findRescan(store, document.id);
    if (rescan === undefined) return [];
    const { reason, words, accountId, at } = rescan;
    const wanted = pagesToRescan(store, document.id);
    const pages = pagesOfDocument(store, document)
      .map((page, position) => ({ position, page: presentPage(page, forms) }))
      .filter(({ page }) => wanted.has(page.id));
    const by = names.get(accountId) ?? accountId;
    const renewing = isBeingRenewed(store, document);
    return [{ document: presentSummary(document, forms), reason, words, pages, renewing, by, at }];
  });
}

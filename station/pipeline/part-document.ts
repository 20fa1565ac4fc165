import { machine } from '../audit/chain.ts';
import { changeDocument } from '../store/change-state.ts';
import type { Transaction } from '../store/connection.ts';
import { findRescan, insertRescan } from '../store/rescans.ts';
import type { Parted } from './document-upkeep.ts';
import { makeDocument, type NewDocument } from './make-document.ts';

/**
 * Makes a document of pages that were parted from one which waits for its paper, and lets it wait for its own: that its pages
 * cannot be used stays the word of the person who said so.
 */
export function partDocument(transaction: Transaction, from: string, { unusable }: Parted, made: NewDocument): void {
  const rescan = findRescan(transaction, from);
  const id = makeDocument(transaction, made);
  if (rescan === undefined) return;
  const { reason, words, accountId } = rescan;
  changeDocument(transaction, { id, to: 'rescan', actor: machine, detail: { reason, pages: unusable.length } });
  insertRescan(transaction, { documentId: id, reason, words, accountId, pageIds: unusable });
}

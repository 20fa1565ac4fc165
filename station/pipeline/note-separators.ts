import type { Transaction } from '../store/connection.ts';
import { findPlace, updatePlace } from '../store/pile.ts';
import type { NoticeCode } from '../texts/notices.ts';

/** Writes down what is doubtful about the separators of a pile. */
export function noteSeparators(transaction: Transaction, notices: ReadonlyMap<string, readonly NoticeCode[]>): void {
  for (const [pageId, codes] of notices) {
    const text = JSON.stringify(codes);
    if (findPlace(transaction, pageId)?.notices !== text) updatePlace(transaction, pageId, { notices: text });
  }
}

import type { Transaction } from '../store/connection.ts';
import { listNotedPlaces, updatePlace } from '../store/pile.ts';
import type { NoticeCode } from '../texts/notices.ts';
import type { PageGroup } from './group-pages.ts';

/** What is doubtful about pages; those with nothing to be said of them may be absent. */
export type PageNotices = ReadonlyMap<string, readonly NoticeCode[]>;

/** Adds the pages before which a separator may have been missed to what is doubtful about those that were found. */
export function withMissedSeparators(separators: PageNotices, groups: readonly PageGroup[]): PageNotices {
  const missed = groups.flatMap(({ beginsAnewAt }) => beginsAnewAt);
  return new Map([...separators, ...missed.map((pageId) => [pageId, ['form-begins-anew']] as const)]);
}

/** Writes down what is doubtful about where the pages of a batch are divided, and takes back what no longer is. */
export function notePages(transaction: Transaction, batchId: string, notices: PageNotices): void {
  const before = new Map(listNotedPlaces(transaction, batchId).map(({ pageId, notices: text }) => [pageId, text]));
  for (const pageId of new Set([...before.keys(), ...notices.keys()])) {
    const text = JSON.stringify(notices.get(pageId) ?? []);
    if ((before.get(pageId) ?? '[]') !== text) updatePlace(transaction, pageId, { notices: text });
  }
}

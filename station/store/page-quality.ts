import type { Selectable } from 'kysely';
import type { QualityCount } from '../../contract/quality.ts';
import { type PageQuality, pageQualitySchema } from '../../ocr/model/quality.ts';
import type { ReadableStore, Transaction } from './connection.ts';
import type { BatchPageRow } from './tables/pages.ts';

export interface QualityToStore {
  readonly pageId: string;
  readonly quality: PageQuality;
  /** Whether a finding advises to scan the sheet again. */
  readonly flagged: boolean;
}

export function storeQuality(transaction: Transaction, { pageId, quality, flagged }: QualityToStore): void {
  transaction.run(
    transaction.query
      .updateTable('pages')
      .set({ quality: JSON.stringify(quality), flagged: flagged ? 1 : 0 })
      .where('id', '=', pageId),
  );
}

export function parseQuality(text: string): PageQuality {
  return pageQualitySchema.parse(JSON.parse(text));
}

export function countQuality(store: ReadableStore, batchId: string): QualityCount {
  const row = store.first(
    store.query
      .selectFrom('pages')
      .select(({ fn }) => [fn.countAll<number>().as('assessed'), fn.sum<number | null>('flagged').as('flagged')])
      .where('batchId', '=', batchId)
      .where('flagged', 'is not', null),
  );
  return { assessed: row?.assessed ?? 0, flagged: row?.flagged ?? 0 };
}

/** Pages whose sheet had better be scanned again, the last captured first. */
export function listFlagged(store: ReadableStore, batchId: string, limit: number): Selectable<BatchPageRow>[] {
  const own = store.query.selectFrom('batch_pages').selectAll().where('batchId', '=', batchId);
  return store.all(own.where('flagged', '=', 1).orderBy('sourceOrdinal', 'desc').orderBy('pageIndex').limit(limit));
}

export interface AssessedPage {
  readonly pageId: string;
  readonly quality: PageQuality;
}

/**
 * The pages of a scanned pile that were captured last before one of them, through the same window of the scanner, and were
 * looked at; the nearest first.
 */
export function assessedBefore(transaction: Transaction, pageId: string, limit: number): AssessedPage[] {
  const { query } = transaction;
  const own = transaction.first(
    query
      .selectFrom('pages')
      .innerJoin('sources', 'sources.id', 'pages.sourceId')
      .select(['sources.batchId', 'sources.ordinal', 'sources.side'])
      .where('pages.id', '=', pageId)
      .where('sources.scanSheet', 'is not', null),
  );
  if (own === undefined) return [];
  const rows = transaction.all(
    query
      .selectFrom('sources')
      .innerJoin('pages', 'pages.sourceId', 'sources.id')
      .select(['pages.id as pageId', 'pages.quality'])
      .where('sources.batchId', '=', own.batchId)
      .where('sources.ordinal', '<', own.ordinal)
      .where('sources.side', 'is', own.side)
      .where('sources.scanSheet', 'is not', null)
      .where('pages.quality', 'is not', null)
      .orderBy('sources.ordinal', 'desc')
      .limit(limit),
  );
  return rows.flatMap(({ pageId: id, quality }) =>
    quality === null ? [] : [{ pageId: id, quality: parseQuality(quality) }],
  );
}

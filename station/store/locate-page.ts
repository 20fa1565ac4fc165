import type { PageState } from '../../contract/batch.ts';
import type { ReadableStore } from './connection.ts';
import type { Rotation } from './tables/column-types.ts';

/** Where a page's bytes are, and what is needed to draw or read it. */
export interface PageLocation {
  readonly batchId: string;
  readonly state: PageState;
  readonly sha256: string;
  readonly sourceName: string;
  readonly index: number;
  readonly rotationDeg: Rotation;
}

/** Returns null when there is no such page. */
export function locatePage(store: ReadableStore, pageId: string): PageLocation | null {
  const row = store.first(
    store.query
      .selectFrom('pages')
      .innerJoin('sources', 'sources.id', 'pages.sourceId')
      .select(['pages.batchId', 'pages.state', 'pages.pageIndex as index', 'pages.rotationDeg'])
      .select(['sources.sha256', 'sources.name as sourceName'])
      .where('pages.id', '=', pageId),
  );
  if (row === undefined || row.sha256 === null) return null;
  return { ...row, sha256: row.sha256 };
}

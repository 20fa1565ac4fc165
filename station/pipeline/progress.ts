import type { BatchProgress } from '../../contract/batch.ts';
import type { ReadableStore } from '../store/connection.ts';
import { countOpenJobs } from '../store/jobs.ts';
import { countQuality } from '../store/page-quality.ts';

/** Kinds of jobs that bring a batch from files to documents. */
export const pipelineKinds = ['import', 'open', 'assess', 'read', 'assemble'] as const;

/** Counts what there is of a batch now. */
export function batchProgress(store: ReadableStore, batchId: string): BatchProgress {
  const sources = countSources(store, batchId);
  const pages = countPages(store, batchId);
  const documents = countDocuments(store, batchId);
  return {
    sources: countListed(store, batchId) + countScanned(store, batchId),
    sourcesOpened: sources.opened ?? 0,
    refused: sources.refused ?? 0,
    duplicates: sources.duplicate ?? 0,
    pages: Object.values(pages).reduce((sum, count) => sum + count, 0),
    pagesRead: pages.read ?? 0,
    pagesQuarantined: pages.quarantined ?? 0,
    quality: countQuality(store, batchId),
    documents: documents.byState,
    doubts: documents.doubts,
    running: countOpenJobs(store, batchId, pipelineKinds) > 0,
  };
}

/** Files found by the import, taken in or not yet. */
function countListed(store: ReadableStore, batchId: string): number {
  const row = store.first(
    store.query
      .selectFrom('import_files')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('batchId', '=', batchId),
  );
  return row?.count ?? 0;
}

/** Sides that a scanner gave, those that came twice included. */
function countScanned(store: ReadableStore, batchId: string): number {
  const row = store.first(
    store.query
      .selectFrom('sources')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('batchId', '=', batchId)
      .where('scanSheet', 'is not', null),
  );
  return row?.count ?? 0;
}

function countSources(store: ReadableStore, batchId: string) {
  const rows = store.all(
    store.query
      .selectFrom('sources')
      .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
      .where('batchId', '=', batchId)
      .groupBy('state'),
  );
  return byState(rows);
}

function countPages(store: ReadableStore, batchId: string) {
  const rows = store.all(
    store.query
      .selectFrom('pages')
      .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
      .where('batchId', '=', batchId)
      .groupBy('state'),
  );
  return byState(rows);
}

function countDocuments(store: ReadableStore, batchId: string) {
  const rows = store.all(
    store.query
      .selectFrom('documents')
      .select(({ fn }) => ['state', fn.countAll<number>().as('count'), fn.sum<number>('openFields').as('openFields')])
      .where('batchId', '=', batchId)
      .groupBy('state'),
  );
  // Nobody is asked about a document that waits for its paper.
  const asked = rows.filter(({ state }) => state !== 'rescan');
  return { byState: byState(rows), doubts: asked.reduce((sum, { openFields }) => sum + openFields, 0) };
}

function byState<State extends string>(rows: readonly { state: State; count: number }[]) {
  const counts: Partial<Record<State, number>> = {};
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

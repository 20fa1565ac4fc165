import { type RememberedScan, rememberedScanSchema, type ScanStopCode, type ScanView } from '../../contract/capture.ts';
import { type Separation, separationSchema } from '../../contract/pile.ts';
import type { ReadableStore, Transaction } from './connection.ts';
import type { ScanRow } from './tables/capture.ts';

export interface StoredScan extends RememberedScan {
  readonly batchId: string;
  readonly state: ScanView['state'];
  readonly stopCode: ScanStopCode | null;
  readonly expectedSheets: number | null;
}

export function insertScan(
  transaction: Transaction,
  { batchId, device, settings, expectedSheets }: Pick<StoredScan, 'batchId' | 'device' | 'settings' | 'expectedSheets'>,
): void {
  const texts = { device: JSON.stringify(device), settings: JSON.stringify(settings) };
  transaction.run(
    transaction.query
      .insertInto('scans')
      .values({ batchId, ...texts, state: 'scanning', stopCode: null, expectedSheets }),
  );
}

export function findScan(store: ReadableStore, batchId: string): StoredScan | undefined {
  const row = store.first(store.query.selectFrom('scans').selectAll().where('batchId', '=', batchId));
  if (row === undefined) return undefined;
  const { state, stopCode, expectedSheets } = row;
  return { batchId, state, stopCode, expectedSheets, ...parseTexts(row) };
}

export function updateScan(transaction: Transaction, batchId: string, set: Pick<ScanRow, 'state' | 'stopCode'>): void {
  transaction.run(transaction.query.updateTable('scans').set(set).where('batchId', '=', batchId));
}

export function setExpectedSheets(transaction: Transaction, batchId: string, expectedSheets: number | null): void {
  transaction.run(transaction.query.updateTable('scans').set({ expectedSheets }).where('batchId', '=', batchId));
}

/** Batches whose scan a station that ended left open. */
export function listOpenScans(transaction: Transaction): string[] {
  const open = transaction.query.selectFrom('scans').select('batchId').where('state', 'in', ['scanning', 'held']);
  return transaction.all(open).map(({ batchId }) => batchId);
}

/** True until the clerk says that the pile is through. */
export function isFedByScanner(store: ReadableStore, batchId: string): boolean {
  const scan = store.query.selectFrom('scans').select('batchId').where('batchId', '=', batchId);
  return store.first(scan.where('state', '<>', 'finished')) !== undefined;
}

export interface PileCount {
  /** Sides stored, those that came twice counted once. */
  readonly pages: number;
  readonly sheets: number;
  /** Number of the last sheet, which is not less than how many there are. */
  readonly lastSheet: number;
  /** Sides stored of the last sheet. */
  readonly sidesOfLast: number;
}

export function countPile(store: ReadableStore, batchId: string): PileCount {
  const own = store.query
    .selectFrom('sources')
    .where('batchId', '=', batchId)
    .where('scanSheet', 'is not', null)
    .where('state', '<>', 'duplicate')
    // A side that was scanned anew in the place of another is that side.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('placements')
            .select('sourceId')
            .whereRef('placements.sourceId', '=', 'sources.id')
            .where('placements.kind', '=', 'replace'),
        ),
      ),
    );
  const row = store.first(
    own.select(({ fn }) => [fn.countAll<number>().as('pages'), fn.max<number | null>('scanSheet').as('sheets')]),
  );
  const lastSheet = row?.sheets ?? 0;
  const last = store.first(
    own.where('scanSheet', '=', lastSheet).select(({ fn }) => fn.countAll<number>().as('sides')),
  );
  const sheets = lastSheet - countInterleaved(store, batchId);
  return { pages: row?.pages ?? 0, sheets, lastSheet, sidesOfLast: last?.sides ?? 0 };
}

/** Backs that came as sheets of their own, because the feeder takes one side at a time. */
function countInterleaved(store: ReadableStore, batchId: string): number {
  const row = store.first(
    store.query
      .selectFrom('pile_pages')
      .innerJoin('pages', 'pages.id', 'pile_pages.pageId')
      .innerJoin('sources', 'sources.id', 'pages.sourceId')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('pile_pages.batchId', '=', batchId)
      .where('pile_pages.side', '=', 'back')
      .where('sources.side', 'is', null)
      .where('sources.scanSheet', 'is not', null),
  );
  return row?.count ?? 0;
}

export interface LastScan extends RememberedScan {
  /** Null where nobody has chosen how piles of the profile are cut. */
  readonly separation: Separation | null;
}

/** Keeps what was chosen for the next pile under the same profile; a separation that was not chosen leaves the last one. */
export function rememberScan(
  transaction: Transaction,
  profileId: string,
  { device, settings, separation }: RememberedScan & { readonly separation: Separation | undefined },
): void {
  const texts = { device: JSON.stringify(device), settings: JSON.stringify(settings) };
  const cut = separation === undefined ? null : JSON.stringify(separation);
  transaction.run(
    transaction.query
      .insertInto('remembered_scans')
      .values({ profileId, ...texts, separation: cut })
      .onConflict((conflict) =>
        conflict.column('profileId').doUpdateSet({ ...texts, ...(cut !== null && { separation: cut }) }),
      ),
  );
}

export function findRememberedScan(store: ReadableStore, profileId: string): LastScan | null {
  const row = store.first(store.query.selectFrom('remembered_scans').selectAll().where('profileId', '=', profileId));
  if (row === undefined) return null;
  const { separation } = row;
  return {
    ...parseTexts(row),
    separation: separation === null ? null : separationSchema.parse(JSON.parse(separation)),
  };
}

function parseTexts({ device, settings }: Pick<ScanRow, 'device' | 'settings'>): RememberedScan {
  return rememberedScanSchema.parse({ device: JSON.parse(device), settings: JSON.parse(settings) });
}

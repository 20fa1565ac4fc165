import { randomUUID } from 'node:crypto';
import { appendEvent, machine } from '../audit/chain.ts';
import { insertPlacement, type Placement } from '../pile/placement.ts';
import type { Transaction } from '../store/connection.ts';
import { enqueue } from '../store/jobs.ts';
import { adoptOriginal, enterOriginal, type StoredBytes } from '../store/originals.ts';
import { findPlace } from '../store/pile.ts';
import { countPile } from '../store/scans.ts';
import type { Store } from '../store/store.ts';
import type { SourceRow } from '../store/tables/capture.ts';
import type { ScannedPage } from './scanners/scanner.ts';

export interface PageOfPile {
  readonly batchId: string;
  readonly duplex: boolean;
  /**
   * This is the first page of a job. After a stop between front and back the sheet is laid in again, so that this is the
   * front which is there already.
   */
  readonly startsJob: boolean;
  /** A place of its own in the pile; behind all others where it is absent. */
  readonly placement?: PlacementBy | undefined;
}

export interface PlacementBy extends Placement {
  /** Account id of who wanted it there. */
  readonly actor: string;
}

/**
 * Takes one scanned page into its batch: first its bytes, safely on the disk, then one transaction with the source, its
 * audit event and the job that opens it. Only when this has resolved may the scanner be asked for the next page.
 */
export async function enterScannedPage(store: Store, page: ScannedPage, place: PageOfPile): Promise<void> {
  const stored = await adoptOriginal(store.folder, page.path);
  store.transact((transaction) => {
    enterOriginal(transaction, stored);
    const source = sourceFor(transaction, page, place, stored);
    transaction.run(transaction.query.insertInto('sources').values(source));
    if (place.placement) insertPlacement(transaction, source.id, place.placement.actor, place.placement);
    appendEvent(transaction, {
      ...{ actor: machine, action: `source.${source.state}` as const, subjectKind: 'source', subjectId: source.id },
      detail: {
        ...{ batch: place.batchId, sha256: stored.sha256, bytes: stored.bytes, sheet: source.scanSheet },
        ...{ reason: source.reasonCode, statedHeightPx: page.statedHeightPx },
      },
    });
    if (source.state !== 'stored') return;
    enqueue(transaction, { kind: 'open', subjectId: source.id, batchId: place.batchId, parameters: {} });
  });
}

/** Recto and verso, as archivists write them. */
const sideLetters = { front: 'r', back: 'v' } as const;
const extensions = { jpeg: 'jpg', png: 'png', tiff: 'tif' } as const;

function sourceFor(
  transaction: Transaction,
  { format }: ScannedPage,
  { batchId, duplex, startsJob, placement }: PageOfPile,
  stored: StoredBytes,
): SourceRow {
  const id = randomUUID();
  const ordinal = nextOrdinal(transaction, batchId);
  const fresh = { state: 'stored', reasonCode: null, reasonDetail: null, duplicateOf: null } as const;
  const replaced = placement?.kind === 'replace' ? findPlace(transaction, placement.pageId ?? '') : undefined;
  if (replaced !== undefined) {
    const { side } = replaced;
    const scanSheet = replaced.sheet ?? countPile(transaction, batchId).lastSheet + 1;
    const name = nameOf(scanSheet, side, format);
    return { ...{ id, batchId, ordinal, scanSheet, side, name }, ...stored, ...fresh };
  }
  const { lastSheet, sidesOfLast } = countPile(transaction, batchId);
  const isOpenSheet = duplex && sidesOfLast === 1;
  const isAgain = isOpenSheet && startsJob;
  const scanSheet = isOpenSheet ? lastSheet : lastSheet + 1;
  const side = duplex ? (isOpenSheet && !isAgain ? 'back' : 'front') : null;
  return {
    ...{ id, batchId, ordinal, scanSheet, side, ...stored, name: nameOf(scanSheet, side, format) },
    ...(isAgain
      ? { state: 'duplicate', reasonCode: 'scanned-again', ...frontOf(transaction, batchId, scanSheet) }
      : fresh),
  };
}

function nameOf(sheet: number, side: SourceRow['side'], format: ScannedPage['format']): string {
  return `${String(sheet).padStart(4, '0')}${side === null ? '' : sideLetters[side]}.${extensions[format]}`;
}

function nextOrdinal(transaction: Transaction, batchId: string): number {
  const last = transaction.first(
    transaction.query
      .selectFrom('sources')
      .select(({ fn }) => fn.max<number | null>('ordinal').as('ordinal'))
      .where('batchId', '=', batchId),
  );
  return (last?.ordinal ?? -1) + 1;
}

function frontOf(transaction: Transaction, batchId: string, scanSheet: number) {
  const front = transaction.first(
    transaction.query
      .selectFrom('sources')
      .select(['id', 'name'])
      .where('batchId', '=', batchId)
      .where('scanSheet', '=', scanSheet)
      .where('state', '<>', 'duplicate'),
  );
  return { reasonDetail: `the same side as ${front?.name}`, duplicateOf: front?.id ?? null };
}

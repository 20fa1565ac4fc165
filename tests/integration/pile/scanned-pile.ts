import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Separation } from '../../../contract/pile.ts';
import { enterBatch } from '../../../station/capture/enter-batch.ts';
import { enterScannedPage } from '../../../station/capture/enter-scanned-page.ts';
import { enqueueAssemblyWhenSettled } from '../../../station/pipeline/settle-batch.ts';
import type { Station } from '../../../station/station.ts';
import { saveSeparation } from '../../../station/store/pile.ts';
import { insertScan, updateScan } from '../../../station/store/scans.ts';
import { type Behaviour, encodeScripted } from '../station/support/scripted-source.ts';
import { temporaryFolder } from '../station/support/test-station.ts';

export interface PileToScan {
  /** What the worker sees on each side, in the order in which a scanner gives them. */
  readonly sides: readonly Behaviour[];
  readonly duplex?: boolean;
  readonly separation?: Separation;
}

/** Scans a pile without a scanner: its sides are entered as one enters them, then read and put together. */
export async function scanPile(station: Station, { sides, duplex = false, separation }: PileToScan): Promise<string> {
  const batchId = randomUUID();
  const folder = await temporaryFolder();
  station.store.transact((transaction) => {
    enterBatch(transaction, { id: batchId, name: 'pila', profileId: 'general', actor: 'station', chosen: 0 });
    insertScan(transaction, {
      ...{ batchId, device: { driver: 'sane', address: 'test', name: 'test' }, expectedSheets: null },
      settings: { source: 'feeder', duplex, colour: 'grey', resolutionDpi: 300, paper: 'a4' },
    });
    if (separation) saveSeparation(transaction, batchId, separation);
  });
  for (const [index, side] of sides.entries()) {
    const path = join(folder, `${index}.png`);
    const bytes = encodeScripted({ pages: [side], salt: String(index) });
    await writeFile(path, bytes);
    const page = {
      path,
      format: 'png',
      bytes: bytes.length,
      widthPx: 100,
      heightPx: 140,
      statedHeightPx: null,
    } as const;
    await enterScannedPage(station.store, page, { batchId, duplex, startsJob: index === 0 });
  }
  station.store.transact((transaction) => {
    updateScan(transaction, batchId, { state: 'finished', stopCode: null });
    enqueueAssemblyWhenSettled(transaction, batchId);
  });
  station.announce(batchId);
  await station.idle(batchId);
  return batchId;
}

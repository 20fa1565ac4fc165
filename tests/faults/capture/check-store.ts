import { existsSync, readFileSync } from 'node:fs';
import { verifyAudit } from '../../../station/audit/verify.ts';
import type { ReadableStore } from '../../../station/store/connection.ts';
import { originalPath, stationFolder } from '../../../station/store/folder.ts';
import { sha256Of } from './pages.ts';

export interface StoreCheck {
  /** Hashes of the sides in the order of their batches, those that came twice left out. */
  readonly sides: readonly string[];
  /** Hashes that the database speaks of and whose bytes are not there, or are others. */
  readonly withoutBytes: readonly string[];
  readonly isAuditWhole: boolean;
}

/** Holds a workstation's database against the files beside it. */
export function checkStore(folder: string, store: ReadableStore): StoreCheck {
  const rows = store.all(
    store.query
      .selectFrom('sources')
      .select('sha256')
      .where('state', 'in', ['stored', 'opened'])
      .orderBy('batchId')
      .orderBy('ordinal'),
  );
  const sides = rows.map(({ sha256 }) => sha256 ?? '');
  return {
    sides,
    withoutBytes: [...new Set(sides)].filter((sha256) => !isWhole(folder, sha256)),
    isAuditWhole: verifyAudit(store).faults.length === 0,
  };
}

function isWhole(folder: string, sha256: string): boolean {
  const path = originalPath(stationFolder(folder), sha256);
  return existsSync(path) && sha256Of(readFileSync(path)) === sha256;
}

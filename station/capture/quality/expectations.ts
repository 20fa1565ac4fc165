import type { ScanSettings } from '../../../contract/capture.ts';
import type { CaptureDemands, CaptureOrder } from '../../../ocr/model/quality.ts';
import { builtInProfiles, findProfile } from '../../profiles.ts';
import type { ReadableStore } from '../../store/connection.ts';
import { findScan } from '../../store/scans.ts';
import { sizeOfPaper } from '../scanners/paper.ts';

/** What a picture of a batch is held to. */
export interface Expectations {
  readonly demands: CaptureDemands;
  readonly order: CaptureOrder | null;
}

/** What the pictures of a batch are held to; what the first profile demands where theirs is gone. */
export function expectationsOf(store: ReadableStore, batchId: string): Expectations {
  const batch = store.first(store.query.selectFrom('batches').select('profileId').where('id', '=', batchId));
  const settings = findScan(store, batchId)?.settings;
  return {
    demands: demandsOf(batch?.profileId ?? ''),
    order: settings === undefined ? null : orderOf(settings),
  };
}

export function demandsOf(profileId: string): CaptureDemands {
  return (findProfile(profileId) ?? builtInProfiles[0]).demands;
}

export function orderOf({ resolutionDpi, paper }: ScanSettings): CaptureOrder {
  if (paper === 'largest') return { resolutionDpi, paperMm: null };
  const { widthMm, heightMm } = sizeOfPaper(paper);
  return { resolutionDpi, paperMm: [widthMm, heightMm] };
}

/**
 * Whether pages of a batch are looked at as they come: those that a scanner or a watched folder brings, because their
 * paper is at hand. Of files that a person chose it is not.
 */
export function isPaperAtHand(store: ReadableStore, batchId: string): boolean {
  if (findScan(store, batchId) !== undefined) return true;
  const taken = store.query.selectFrom('hot_files').select('batchId').where('batchId', '=', batchId).limit(1);
  return store.first(taken) !== undefined;
}

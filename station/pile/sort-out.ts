import type { TrayKind } from '../../contract/pile.ts';
import type { SeparatorFinding } from '../../ocr/model/separator.ts';
import { appendEvent, machine } from '../audit/chain.ts';
import { profileOf, separationOf } from '../pipeline/read-settings.ts';
import type { Transaction } from '../store/connection.ts';
import { findPlace, type PilePlace, updatePlace } from '../store/pile.ts';

/**
 * Puts a page that was just read into the tray when it is blank or a separator, unless a person has decided about it. To be
 * called in the transaction that stores its reading.
 */
export function sortOut(
  transaction: Transaction,
  pageId: string,
  { blank, separator }: { readonly blank: boolean; readonly separator: SeparatorFinding | null },
): void {
  const place = findPlace(transaction, pageId);
  if (place === undefined) throw new Error(`page ${pageId} lies in no pile`);
  const { batchId } = place;
  const isFreeToGo = place.tray === null && place.kept === 0;
  const tray = isFreeToGo ? trayFor(transaction, place, blank, separator) : null;
  if (tray === null) return;
  updatePlace(transaction, pageId, { tray });
  appendEvent(transaction, {
    ...{ actor: machine, action: 'page.taken-out', subjectKind: 'page', subjectId: pageId },
    detail: { batch: batchId, tray },
  });
}

function trayFor(
  transaction: Transaction,
  { batchId, sheet }: PilePlace,
  blank: boolean,
  separator: SeparatorFinding | null,
): TrayKind | null {
  const separation = separationOf(transaction, batchId);
  if (separator !== null && isSeparator(separator, separation.by)) return 'separator';
  const blanksGo = separation.by === 'blank-pages' || (profileOf(transaction, batchId).blanksToTray ?? sheet !== null);
  return blank && blanksGo ? 'blank' : null;
}

/**
 * Whether what was found on a page makes it a separator. This program's own sheets always are, unmistakable as they are; a
 * patch code only where separators are expected.
 */
export function isSeparator({ sheet, patch }: SeparatorFinding, by: string): boolean {
  return sheet !== null || (patch !== null && (by === 'separator-sheets' || by === 'patch-codes'));
}

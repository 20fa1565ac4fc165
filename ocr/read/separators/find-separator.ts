import type { CapturedPage } from '../../model/page.ts';
import { parseSheetText, type SeparatorFinding } from '../../model/separator.ts';
import { findPageCodes } from '../barcodes/page-codes.ts';
import type { BarcodeReader } from '../barcodes/reader.ts';
import { findPatchCode } from './patch-code.ts';

export interface FoundSeparator {
  readonly finding: SeparatorFinding;
  /** Clockwise turn that makes the sheet upright, by its code; 0 where no code tells. */
  readonly turnDeg: 0 | 90 | 180 | 270;
}

/** Looks for what marks a page as a separator, whichever way round it lies; null on a page that is none. */
export async function findSeparator(page: CapturedPage, read: BarcodeReader): Promise<FoundSeparator | null> {
  const codes = await findPageCodes(page, read);
  const sheet = codes.find(({ text }) => parseSheetText(text) !== null);
  const patch = await findPatchCode(page);
  if (sheet === undefined && patch === null) return null;
  return { finding: { sheet: sheet?.text ?? null, patch }, turnDeg: quarterBack(sheet?.rotationDeg ?? 0) };
}

/** The quarter turn that takes a clockwise turn of the page back. */
function quarterBack(rotationDeg: number): FoundSeparator['turnDeg'] {
  const turns = [0, 90, 180, 270] as const;
  return turns[(4 - (Math.round(rotationDeg / 90) % 4)) % 4] ?? 0;
}

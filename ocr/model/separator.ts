import { z } from 'zod';

/**
 * The patch codes of Kodak (publication A-61599): four bars, two of them wide. Upside down, 1 looks like 6 and 3 like T;
 * they are named as they are seen from the top or the left of the captured page.
 */
export const patchCodeSchema = z.enum(['1', '2', '3', '4', '6', 'T']);
export type PatchCode = z.infer<typeof patchCodeSchema>;

/** Widths of the four bars in units of 0.08 inch, from the top; the spaces between them are one unit wide (A-61599). */
export const patchBars: Readonly<Record<PatchCode, readonly [number, number, number, number]>> = {
  '1': [2.5, 2.5, 1, 1],
  '2': [2.5, 1, 1, 2.5],
  '3': [2.5, 1, 2.5, 1],
  '4': [1, 2.5, 2.5, 1],
  '6': [1, 1, 2.5, 2.5],
  T: [1, 2.5, 1, 2.5],
};
export const patchUnitMm = 0.08 * 25.4;

/** What a search for separators found on a page. */
export const separatorFindingSchema = z.strictObject({
  /** Text of a code that is a separator sheet's of this program; see `parseSheetText`. */
  sheet: z.string().nullable(),
  patch: patchCodeSchema.nullable(),
});
export type SeparatorFinding = z.infer<typeof separatorFindingSchema>;

/** What a separator sheet says. */
export interface SheetContent {
  readonly profileId: string;
  /** Archival reference of the documents that follow. */
  readonly reference: string | null;
}

/** Name and version of what the codes of separator sheets hold. */
const prefix = 'TABULARIUM1';

/**
 * The text in the codes of a separator sheet: name and version, profile and reference, parted by semicolons and escaped as
 * in addresses (RFC 3986), so that it is plain ASCII whatever a reference holds.
 */
export function sheetText({ profileId, reference }: SheetContent): string {
  return [prefix, escaped(profileId), escaped(reference ?? '')].join(';');
}

/** Only what must be escaped is: linear codes have little room. */
function escaped(text: string): string {
  return text.replaceAll(/[;%]|[^ -~]/gu, encodeURIComponent);
}

/** Null for any text that is not a separator sheet's of this version. */
export function parseSheetText(text: string): SheetContent | null {
  const [version, profileId, reference, ...rest] = text.split(';');
  if (version !== prefix || !profileId || reference === undefined || rest.length > 0) return null;
  try {
    return { profileId: decodeURIComponent(profileId), reference: decodeURIComponent(reference) || null };
  } catch {
    return null;
  }
}

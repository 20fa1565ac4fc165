import { archivalReferenceSchema, type SeparatorSheets, separatorSheetsSchema } from '../../contract/pile.ts';

/** Separator sheets to print, as a form holds them while somebody writes. */
export interface SheetsDraft {
  readonly profileId: string;
  /** Archival references, one a line; none for sheets without one. */
  readonly references: string;
  readonly copies: string;
  readonly bothSides: boolean;
}

export type SheetsMistake =
  | { readonly in: 'copies' }
  /** No archival reference, in the line counted from 1. */
  | { readonly in: 'reference'; readonly line: number }
  /** More sheets than one file may have. */
  | { readonly in: 'total' };

/** What stands in the way of drawing the sheets; null when nothing does. */
export function mistakeIn(draft: SheetsDraft): SheetsMistake | null {
  const line = draft.references
    .split('\n')
    .findIndex((text) => text.trim() !== '' && !archivalReferenceSchema.safeParse(text).success);
  if (line >= 0) return { in: 'reference', line: line + 1 };
  if (!separatorSheetsSchema.safeParse({ ...wishOf(draft), references: null }).success) return { in: 'copies' };
  return separatorSheetsSchema.safeParse(wishOf(draft)).success ? null : { in: 'total' };
}

/** What is asked of the station; refused there as long as there is a mistake in it. */
export function wishOf({ profileId, references, copies, bothSides }: SheetsDraft): SeparatorSheets {
  const lines = references
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return { profileId, bothSides, copies: Number(copies), references: lines.length === 0 ? null : lines };
}

/** Sheets of paper that the printer will need. */
export function sheetsIn(draft: SheetsDraft): number {
  const { references, copies } = wishOf(draft);
  return (references?.length ?? 1) * copies;
}

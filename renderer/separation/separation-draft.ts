import { type Separation, separationSchema } from '../../contract/pile.ts';

/** How a pile is to be cut, as a form holds it while somebody writes. */
export interface SeparationDraft {
  readonly by: Separation['by'];
  /** Sheets of each document, as written; only where documents are counted off. */
  readonly sheets: string;
}

/** In the order of how much they ask of the people who prepare the paper. */
export const waysToCut = ['forms', 'separator-sheets', 'patch-codes', 'blank-pages', 'sheets'] as const;

/** Ways that need sheets laid between the documents. */
export function needsSheets(by: Separation['by']): boolean {
  return by === 'separator-sheets' || by === 'patch-codes';
}

export function draftOf(separation: Separation): SeparationDraft {
  return { by: separation.by, sheets: separation.by === 'sheets' ? String(separation.sheets) : '' };
}

/** Null while the number of sheets is missing or none. */
export function separationOf({ by, sheets }: SeparationDraft): Separation | null {
  if (by !== 'sheets') return { by };
  const wish = { by, sheets: sheets.trim() === '' ? null : Number(sheets) };
  return separationSchema.safeParse(wish).data ?? null;
}

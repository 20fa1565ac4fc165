import type { ScanView } from '../../../contract/capture.ts';

export type ScanAction = 'pause' | 'resume' | 'stop' | 'finish';

/** How the sheets that came compare with those that the clerk counted. */
export type SheetCount =
  | { readonly kind: 'uncounted' }
  | { readonly kind: 'agrees' }
  | { readonly kind: 'missing' | 'surplus'; readonly sheets: number };

export function compareSheets({ sheets, expectedSheets }: ScanView): SheetCount {
  if (expectedSheets === null) return { kind: 'uncounted' };
  if (sheets === expectedSheets) return { kind: 'agrees' };
  return sheets < expectedSheets
    ? { kind: 'missing', sheets: expectedSheets - sheets }
    : { kind: 'surplus', sheets: sheets - expectedSheets };
}

/** True when the pile may not leave the desk unseen: a sheet is missing, too many, or has only one side. */
export function isPileDoubtful(view: ScanView): boolean {
  const { kind } = compareSheets(view);
  return view.sheetIncomplete || kind === 'missing' || kind === 'surplus';
}

/** What a person can do now, the likeliest first: that one is under Enter. */
export function actionsFor(view: ScanView): readonly ScanAction[] {
  switch (view.state) {
    case 'scanning':
      return ['pause', 'stop'];
    case 'held':
      return ['resume', 'stop'];
    case 'stopped':
      return isThrough(view) ? ['finish', 'resume'] : ['resume', 'finish'];
    case 'finished':
      return [];
  }
}

/** The feeder is empty and nothing speaks against the pile being through. */
function isThrough(view: ScanView): boolean {
  return view.stop?.code === 'feeder-empty' && view.pages > 0 && !isPileDoubtful(view);
}

import type { Bilingual } from '../../contract/common.ts';
import type { PileEditKind } from '../../contract/pile.ts';

/** What an edit of a pile did, for undoing it and doing it again. */
export const pileStepTexts: Readonly<Record<PileEditKind, Bilingual>> = {
  move: { it: 'Spostamento', en: 'Move' },
  rotate: { it: 'Rotazione', en: 'Rotation' },
  insert: { it: 'Inserimento', en: 'Insertion' },
  replace: { it: 'Sostituzione', en: 'Replacement' },
  'to-tray': { it: 'Spostamento nel vassoio', en: 'Move to the tray' },
  'put-back': { it: 'Ritorno nella pila', en: 'Return to the pile' },
  dismiss: { it: 'Conferma nel vassoio', en: 'Confirmation in the tray' },
  split: { it: 'Divisione del documento', en: 'Split of a document' },
  join: { it: 'Unione di documenti', en: 'Join of documents' },
  interleave: { it: 'Ricomposizione di fronti e retri', en: 'Interleaving of fronts and backs' },
  separate: { it: 'Divisione della pila', en: 'Separation of the pile' },
};

import type { Refusal } from './refusal.ts';

/** What is refused while paper comes in. */
export const captureRefusals = {
  'no-such-batch': {
    code: 'NOT_FOUND',
    text: { it: 'Questo lotto non esiste. Aggiornare l’elenco.', en: 'There is no such batch. Refresh the list.' },
  },
  'no-such-scan': {
    code: 'NOT_FOUND',
    text: {
      it: 'Questo lotto non viene da uno scanner. Aggiornare l’elenco.',
      en: 'This batch does not come from a scanner. Refresh the list.',
    },
  },
  'scan-not-running': {
    code: 'CONFLICT',
    text: { it: 'Lo scanner è già fermo. Aggiornare.', en: 'The scanner has stopped already. Refresh.' },
  },
  'scan-running': {
    code: 'CONFLICT',
    text: {
      it: 'Lo scanner sta ancora lavorando per questo lotto. Prima va fermato.',
      en: 'The scanner is still at work for this batch. Stop it first.',
    },
  },
  'scan-finished': {
    code: 'CONFLICT',
    text: {
      it: 'L’acquisizione di questo lotto è conclusa. Per altri fogli creare un nuovo lotto.',
      en: 'The scanning of this batch is finished. For further sheets create a new batch.',
    },
  },
  'nothing-in-feeder': {
    code: 'CONFLICT',
    text: {
      it: 'Dallo scanner non è arrivato nessun foglio. Mettere i fogli nell’alimentatore e riprovare.',
      en: 'No sheet came from the scanner. Lay the sheets into the feeder and try again.',
    },
  },
  'sheet-count-differs': {
    code: 'CONFLICT',
    text: {
      it: 'I fogli acquisiti non sono quelli contati, oppure a un foglio manca il retro. Ricontrollare la pila prima di concludere.',
      en: 'The sheets that came are not those that were counted, or the back of one is missing. Check the pile before finishing.',
    },
  },
  'path-not-absolute': {
    code: 'INVALID_INPUT',
    text: {
      it: 'I file vanno scelti dalla finestra di dialogo.',
      en: 'Files have to be chosen in the dialog.',
    },
  },
} as const satisfies Record<string, Refusal>;

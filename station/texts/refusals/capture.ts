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
      it: 'Questo lotto non viene da uno scanner: le sue pagine si sostituiscono e si aggiungono da file.',
      en: 'This batch does not come from a scanner: its pages are replaced and added from files.',
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
  'no-such-folder': {
    code: 'NOT_FOUND',
    text: {
      it: 'Questa cartella non è fra quelle osservate. Aggiornare l’elenco.',
      en: 'This folder is not among the watched ones. Refresh the list.',
    },
  },
  'folder-not-there': {
    code: 'INVALID_INPUT',
    text: {
      it: 'Questa cartella non c’è o non si può raggiungere. Verificare che il disco di rete sia collegato, oppure sceglierne un’altra.',
      en: 'This folder is not there or cannot be reached. Check that the network disk is connected, or choose another.',
    },
    retryable: true,
  },
  'not-a-folder': {
    code: 'INVALID_INPUT',
    text: {
      it: 'Questo è un file, non una cartella. Scegliere la cartella in cui lo scanner di rete mette i file.',
      en: 'This is a file, not a folder. Choose the folder that the network scanner puts its files into.',
    },
  },
  'folder-not-open': {
    code: 'INVALID_INPUT',
    text: {
      it: 'La postazione non può leggere e spostare i file di questa cartella. Chiedere i permessi a chi cura la rete, oppure sceglierne un’altra.',
      en: 'The workstation may not read and move the files of this folder. Ask whoever looks after the network for the permissions, or choose another.',
    },
    retryable: true,
  },
  'folder-of-station': {
    code: 'CONFLICT',
    text: {
      it: 'Questa cartella è quella dei dati della postazione, o ne fa parte. Scegliere quella in cui lo scanner di rete mette i file.',
      en: 'This folder is the workstation’s own data folder, or part of it. Choose the one that the network scanner puts its files into.',
    },
  },
  'folder-of-taken': {
    code: 'CONFLICT',
    text: {
      it: 'In questa cartella finiscono i file già presi. Scegliere quella in cui lo scanner di rete mette i file.',
      en: 'This folder is where files go that were taken already. Choose the one that the network scanner puts its files into.',
    },
  },
  'folder-watched': {
    code: 'CONFLICT',
    text: {
      it: 'Questa cartella è già osservata. Per cambiarne il profilo, toglierla e aggiungerla di nuovo.',
      en: 'This folder is watched already. To change its profile, remove it and add it again.',
    },
  },
  'folder-overlaps': {
    code: 'CONFLICT',
    text: {
      it: 'Questa cartella sta dentro una cartella osservata, o ne contiene una. Sceglierne una che stia per conto suo.',
      en: 'This folder lies inside a watched folder, or holds one. Choose one that stands by itself.',
    },
  },
} as const satisfies Record<string, Refusal>;

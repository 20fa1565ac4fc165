import type { Bilingual } from '../../contract/common.ts';
import type { FailureCode } from '../../ocr/model/failure.ts';

/** Why a file or a page could not be used, and what to do. */
export const failureTexts: Readonly<Record<FailureCode, Bilingual>> = {
  'unsupported-format': {
    it: 'Questo tipo di file non si può leggere. Usare PDF, TIFF, JPEG, PNG o WebP.',
    en: 'This type of file cannot be read. Use PDF, TIFF, JPEG, PNG or WebP.',
  },
  'empty-file': {
    it: 'Il file è vuoto. Acquisire di nuovo il documento.',
    en: 'The file is empty. Scan the document again.',
  },
  'unreadable-file': {
    it: 'Il file o la cartella non si può aprire. Verificarne i permessi e che il disco o la rete siano raggiungibili, poi riprovare.',
    en: 'The file or folder cannot be opened. Check its permissions and that the disk or network is there, then try again.',
  },
  'damaged-file': {
    it: 'Il file è danneggiato o incompleto. Acquisire di nuovo il documento o recuperare una copia integra.',
    en: 'The file is damaged or incomplete. Scan the document again or get an intact copy.',
  },
  'encrypted-file': {
    it: 'Il file è protetto da password. Salvarne una copia senza protezione e importarla.',
    en: 'The file is protected by a password. Save a copy without protection and import that.',
  },
  'no-pages': {
    it: 'Il file non contiene pagine. Verificare che sia il file giusto.',
    en: 'The file holds no pages. Check that it is the right file.',
  },
  'page-too-large': {
    it: 'La pagina è troppo grande. Acquisirla a una risoluzione più bassa, al massimo 600 punti per pollice.',
    en: 'The page is too large. Scan it at a lower resolution, at most 600 dots per inch.',
  },
  'out-of-memory': {
    it: 'Per questa pagina la memoria non è bastata. Chiudere altri programmi e riprovare, o acquisirla più piccola.',
    en: 'There was not enough memory for this page. Close other programs and try again, or scan it smaller.',
  },
  'deadline-exceeded': {
    it: 'La lettura di questa pagina è durata troppo ed è stata interrotta. Riprovare o acquisirla di nuovo.',
    en: 'Reading this page took too long and was stopped. Try again or scan it anew.',
  },
  'worker-crashed': {
    it: 'La lettura di questa pagina si è interrotta. Riprovare; se si ripete, acquisirla di nuovo.',
    en: 'Reading this page broke off. Try again; if it happens again, scan it anew.',
  },
  'duplicate-in-batch': {
    it: 'Lo stesso file è già nel lotto: è stato preso una volta sola.',
    en: 'The same file is in the batch already: it was taken once only.',
  },
  'scanned-again': {
    it: 'Questo lato era già stato acquisito: il foglio è stato rimesso perché ne mancava il retro. È stato contato una volta sola.',
    en: 'This side had been scanned already: the sheet was laid in again because its back was missing. It was counted once only.',
  },
  'not-aligned': {
    it: 'Il modulo è stato riconosciuto, ma la pagina non vi combacia. Acquisirla di nuovo, distesa e intera.',
    en: 'The form was recognised, but the page does not lie on it. Scan it again, flat and whole.',
  },
  internal: {
    it: 'Errore imprevisto del programma. Riprovare; se si ripete, avvisare chi cura la postazione.',
    en: 'Unexpected error of the program. Try again; if it happens again, tell whoever looks after the workstation.',
  },
};

import type { Refusal } from './refusal.ts';

/** What is refused while documents are verified and approved. */
export const verificationRefusals = {
  'still-at-work': {
    code: 'CONFLICT',
    text: {
      it: 'Chi ha il documento ci sta lavorando. Solo un responsabile può prenderlo al suo posto.',
      en: 'Whoever has the document is at work on it. Only a supervisor can take it over.',
    },
    retryable: true,
  },
  'postponed-to-the-past': {
    code: 'INVALID_INPUT',
    text: {
      it: 'La data del rinvio è già passata. Sceglierne una futura.',
      en: 'The day to postpone to has passed already. Choose one to come.',
    },
  },
  'key-it': {
    code: 'INVALID_INPUT',
    text: {
      it: 'Questo campo si scrive dall’immagine: non c’è nulla da confermare.',
      en: 'This field is typed from the picture: there is nothing to confirm.',
    },
  },
  'third-person': {
    code: 'NOT_ALLOWED',
    text: {
      it: 'I due valori scritti sono diversi. Decide una terza persona.',
      en: 'The two values that were typed differ. A third person decides.',
    },
  },
  'four-eyes': {
    code: 'NOT_ALLOWED',
    text: {
      it: 'Chi ha verificato un documento non può approvarlo. Serve un’altra persona.',
      en: 'Whoever verified a document cannot approve it. It takes another person.',
    },
  },
  'no-such-document': {
    code: 'NOT_FOUND',
    text: { it: 'Questo documento non esiste. Aggiornare.', en: 'There is no such document. Refresh.' },
  },
  'no-such-field': {
    code: 'NOT_FOUND',
    text: { it: 'Il modulo non ha questo campo.', en: 'The form has no such field.' },
  },
  'no-such-form': {
    code: 'NOT_FOUND',
    text: { it: 'Questo modulo non è installato. Aggiornare.', en: 'This form is not installed. Refresh.' },
  },
  'form-not-installed': {
    code: 'CONFLICT',
    text: {
      it: 'Il modulo di questo documento non è più installato. Installarlo e riprovare.',
      en: 'The form of this document is no longer installed. Install it and try again.',
    },
  },
  'not-being-verified': {
    code: 'CONFLICT',
    text: {
      it: 'Il documento non è in verifica. Se occorre cambiarlo, un responsabile deve rinviarlo.',
      en: 'The document is not being verified. To change it, a supervisor has to send it back.',
    },
  },
  'to-be-rescanned': {
    code: 'CONFLICT',
    text: {
      it: 'Il documento va acquisito di nuovo. Riacquisire la pagina, oppure scegliere «Verifica comunque» nella schermata del lotto.',
      en: 'The document is to be scanned again. Scan its page again, or choose “Verify anyway” on the screen of the batch.',
    },
  },
  'not-to-rescan': {
    code: 'CONFLICT',
    text: {
      it: 'Il documento non aspetta più una nuova acquisizione. Aggiornare.',
      en: 'The document no longer waits to be scanned again. Refresh.',
    },
  },
  'rescanned-already': {
    code: 'CONFLICT',
    text: {
      it: 'Le pagine nuove del documento sono in lettura: torna da verificare da solo. Attendere.',
      en: 'The new pages of the document are being read: it comes back to be verified by itself. Wait a moment.',
    },
    retryable: true,
  },
  'fields-open': {
    code: 'CONFLICT',
    text: {
      it: 'Ci sono ancora campi da controllare. Completarli e riprovare.',
      en: 'There are fields left to check. Complete them and try again.',
    },
  },
  'not-verified': {
    code: 'CONFLICT',
    text: {
      it: 'Il documento non è verificato. Prima va conclusa la verifica.',
      en: 'The document is not verified. Verification has to end first.',
    },
  },
  'nothing-to-undo': {
    code: 'CONFLICT',
    text: { it: 'Su questo campo non c’è nulla da annullare.', en: 'There is nothing to take back on this field.' },
  },
  'not-in-list': {
    code: 'INVALID_INPUT',
    text: {
      it: 'Il valore non è fra quelli previsti. Sceglierne uno dell’elenco.',
      en: 'The value is not among those allowed. Choose one of the list.',
    },
  },
} as const satisfies Record<string, Refusal>;

import type { Refusal } from './refusal.ts';

/** What is refused of piles to learn on. */
export const practiceRefusals = {
  'practice-not-delivered': {
    code: 'NOT_ALLOWED',
    text: {
      it: 'Questo lotto è un’esercitazione con persone inventate: non si consegna mai.',
      en: 'This batch is practice with invented people: it is never delivered.',
    },
  },
  'practice-not-approved': {
    code: 'NOT_ALLOWED',
    text: {
      it: 'Questo documento è un’esercitazione: finisce con il punteggio, non con l’approvazione.',
      en: 'This document is practice: it ends with the score, not with an approval.',
    },
  },
  'practice-not-rescanned': {
    code: 'NOT_ALLOWED',
    text: {
      it: 'Questo documento è un’esercitazione: la sua carta non c’è, e non si acquisisce di nuovo.',
      en: 'This document is practice: there is no paper of it to scan again.',
    },
  },
  'no-practice': {
    code: 'NOT_ALLOWED',
    text: {
      it: 'Questo lotto non è un’esercitazione: non ha punteggio e non si può eliminare.',
      en: 'This batch is no practice: it has no score and cannot be deleted.',
    },
  },
  'practice-of-another': {
    code: 'NOT_ALLOWED',
    text: {
      it: 'Questa esercitazione è di un’altra persona. Cominciarne una propria dalla schermata Lotti.',
      en: 'This practice is another person’s. Start your own from the Batches screen.',
    },
  },
  'practice-being-read': {
    code: 'CONFLICT',
    text: {
      it: 'Le pagine dell’esercitazione sono ancora in lettura. Riprovare tra poco.',
      en: 'The pages of the practice are still being read. Try again in a moment.',
    },
    retryable: true,
  },
} as const satisfies Record<string, Refusal>;

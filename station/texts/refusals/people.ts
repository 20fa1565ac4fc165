import type { Refusal } from './refusal.ts';

/** What is refused about who they are and what their role allows. */
export const peopleRefusals = {
  'not-signed-in': {
    code: 'NOT_SIGNED_IN',
    text: { it: 'Prima occorre accedere.', en: 'Sign in first.' },
  },
  locked: {
    code: 'LOCKED',
    text: {
      it: 'La finestra è bloccata. Sbloccarla con la propria password.',
      en: 'The window is locked. Unlock it with your password.',
    },
    retryable: true,
  },
  'not-your-task': {
    code: 'NOT_ALLOWED',
    text: { it: 'Il proprio ruolo non lo permette.', en: 'Your role does not allow this.' },
  },
  'read-only': {
    code: 'NOT_ALLOWED',
    text: {
      it: 'Chi revisiona guarda soltanto: non può cambiare nulla.',
      en: 'An auditor only looks: they can change nothing.',
    },
  },
  'auditor-only': {
    code: 'NOT_ALLOWED',
    text: { it: 'Serve un revisore o un amministratore.', en: 'This takes an auditor or an administrator.' },
  },
  'special-categories': {
    code: 'NOT_ALLOWED',
    text: {
      it: 'Il campo contiene dati particolari. Serve chi è autorizzato a vederli.',
      en: 'The field holds special categories of data. It takes somebody who may see them.',
    },
  },
  'wrong-secret': {
    code: 'NOT_ALLOWED',
    text: {
      it: 'La password non è giusta. Riprovare; se è dimenticata, la cambia un amministratore.',
      en: 'The password is not right. Try again; when it is forgotten, an administrator changes it.',
    },
    retryable: true,
  },
  'wrong-current-secret': {
    code: 'NOT_ALLOWED',
    text: {
      it: 'La password attuale non è giusta. Riprovare; se è dimenticata, la cambia un amministratore.',
      en: 'The current password is not right. Try again; when it is forgotten, an administrator changes it.',
    },
    retryable: true,
  },
  'account-deactivated': {
    code: 'NOT_ALLOWED',
    text: {
      it: 'Questo utente è disattivato. Lo riattiva un amministratore.',
      en: 'This account is deactivated. An administrator activates it again.',
    },
  },
  'own-account': {
    code: 'NOT_ALLOWED',
    text: {
      it: 'Nessuno disattiva sé stesso. Serve un altro amministratore.',
      en: 'Nobody deactivates themselves. It takes another administrator.',
    },
  },
  'last-administrator': {
    code: 'CONFLICT',
    text: {
      it: 'È l’ultimo amministratore attivo. Prima aggiungerne o riattivarne un altro.',
      en: 'This is the last active administrator. First add another or activate one again.',
    },
  },
  'administrator-only': {
    code: 'NOT_ALLOWED',
    text: { it: 'Serve un amministratore.', en: 'This takes an administrator.' },
  },
  'supervisor-only': {
    code: 'NOT_ALLOWED',
    text: { it: 'Serve un responsabile.', en: 'This takes a supervisor.' },
  },
  'first-account-administrator': {
    code: 'INVALID_INPUT',
    text: {
      it: 'Il primo utente della postazione deve essere amministratore.',
      en: 'The first account of the workstation must be an administrator.',
    },
  },
  'name-taken': {
    code: 'CONFLICT',
    text: {
      it: 'Questo nome esiste già, forse fra gli utenti disattivati. Sceglierne un altro.',
      en: 'This name exists already, maybe among the deactivated accounts. Choose another.',
    },
  },
  'no-such-account': {
    code: 'NOT_FOUND',
    text: { it: 'Questo utente non esiste. Aggiornare l’elenco.', en: 'There is no such account. Refresh the list.' },
  },
} as const satisfies Record<string, Refusal>;

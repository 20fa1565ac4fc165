import type { Bilingual, StationErrorCode } from '../../contract/common.ts';
import { AppError } from '../app-error.ts';

interface Refusal {
  readonly code: StationErrorCode;
  readonly text: Bilingual;
  readonly retryable?: boolean;
}

/** What the station refuses people, and what they can do about it. */
export const refusals = {
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
  'special-categories': {
    code: 'NOT_ALLOWED',
    text: {
      it: 'Il campo contiene dati particolari. Serve chi è autorizzato a vederli.',
      en: 'The field holds special categories of data. It takes somebody who may see them.',
    },
  },
  'wrong-secret': {
    code: 'NOT_ALLOWED',
    text: { it: 'La password non è giusta. Riprovare.', en: 'The password is not right. Try again.' },
    retryable: true,
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
    text: { it: 'Questo nome esiste già. Sceglierne un altro.', en: 'This name exists already. Choose another.' },
  },
  'four-eyes': {
    code: 'NOT_ALLOWED',
    text: {
      it: 'Chi ha verificato un documento non può approvarlo. Serve un’altra persona.',
      en: 'Whoever verified a document cannot approve it. It takes another person.',
    },
  },
  'no-such-account': {
    code: 'NOT_FOUND',
    text: { it: 'Questo utente non esiste. Aggiornare l’elenco.', en: 'There is no such account. Refresh the list.' },
  },
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
  'no-such-page': {
    code: 'NOT_FOUND',
    text: {
      it: 'Questa pagina non è nella pila. Aggiornare la vista della pila.',
      en: 'This page is not in the pile. Refresh the view of the pile.',
    },
  },
  'page-not-quarantined': {
    code: 'CONFLICT',
    text: {
      it: 'Questa pagina non è in quarantena. Aggiornare.',
      en: 'This page is not in quarantine. Refresh.',
    },
  },
  'page-not-in-tray': {
    code: 'CONFLICT',
    text: {
      it: 'Questa pagina non è nel vassoio. Aggiornare la vista della pila.',
      en: 'This page is not in the tray. Refresh the view of the pile.',
    },
  },
  'page-replaced': {
    code: 'CONFLICT',
    text: {
      it: 'Questa pagina è stata sostituita. Per riaverla annullare la sostituzione.',
      en: 'This page was replaced. To have it back, undo the replacement.',
    },
  },
  'document-worked-on': {
    code: 'CONFLICT',
    text: {
      it: 'Su un documento di queste pagine qualcuno ha già lavorato: le sue pagine restano dove sono. Scegliere altre pagine, oppure annullare prima la verifica.',
      en: 'Somebody has worked on a document of these pages: its pages stay where they are. Choose other pages, or take the verification back first.',
    },
  },
  'document-parted': {
    code: 'CONFLICT',
    text: {
      it: 'Così altre pagine finirebbero in mezzo a un documento su cui qualcuno ha già lavorato. Scegliere un posto prima o dopo quel documento.',
      en: 'Other pages would come to lie inside a document that somebody has worked on. Choose a place before or after that document.',
    },
  },
  'document-begins-here': {
    code: 'CONFLICT',
    text: {
      it: 'Con questa pagina comincia già un documento.',
      en: 'A document begins with this page already.',
    },
  },
  'nothing-to-join': {
    code: 'CONFLICT',
    text: {
      it: 'Qui non comincia un documento che si possa unire al precedente. Scegliere la prima pagina di un documento.',
      en: 'No document begins here that could be joined to the one before. Choose the first page of a document.',
    },
  },
  'no-edit-to-undo': {
    code: 'CONFLICT',
    text: { it: 'In questa pila non c’è nulla da annullare.', en: 'There is nothing to undo in this pile.' },
  },
  'no-edit-to-redo': {
    code: 'CONFLICT',
    text: { it: 'In questa pila non c’è nulla da ripetere.', en: 'There is nothing to do again in this pile.' },
  },
  'pile-changed': {
    code: 'CONFLICT',
    text: {
      it: 'Queste pagine sono cambiate nel frattempo, perciò il passo non si può annullare o ripetere. Sistemarle a mano.',
      en: 'These pages have changed meanwhile, so the step cannot be undone or done again. Put them in order by hand.',
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
  'no-such-destination': {
    code: 'NOT_FOUND',
    text: {
      it: 'Questa destinazione non esiste. Aggiungerla nella schermata Consegna o sceglierne un’altra.',
      en: 'There is no such destination. Add it on the Deliver screen or choose another.',
    },
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
  'being-delivered': {
    code: 'CONFLICT',
    text: {
      it: 'Il documento è in consegna. Si può rinviare solo se la consegna non riesce.',
      en: 'The document is being delivered. It can be sent back only if the delivery fails.',
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
  'path-not-absolute': {
    code: 'INVALID_INPUT',
    text: {
      it: 'I file vanno scelti dalla finestra di dialogo.',
      en: 'Files have to be chosen in the dialog.',
    },
  },
  'destination-url': {
    code: 'INVALID_INPUT',
    text: {
      it: 'L’indirizzo deve cominciare con https:// (http:// solo su questo computer).',
      en: 'The address must begin with https:// (http:// on this computer only).',
    },
  },
} as const satisfies Record<string, Refusal>;
export type RefusalName = keyof typeof refusals;

/** Makes the error that tells a person why something is refused. */
export function refuse(name: RefusalName): AppError {
  const { code, text, retryable }: Refusal = refusals[name];
  return new AppError(code, text, { retryable: retryable ?? false });
}

/** Fronts and backs that do not make sheets. */
export function refuseInterleaving(fronts: number, backs: number): AppError {
  return new AppError('CONFLICT', {
    it: `I fronti sono ${fronts} e i retri ${backs}: per ricomporre i fogli devono essere altrettanti. Cercare il lato che manca, oppure indicare il primo retro.`,
    en: `There are ${fronts} fronts and ${backs} backs: to make sheets of them there have to be as many. Look for the side that is missing, or name the first back.`,
  });
}

/** Another window has the document in hand. */
export function refuseHeld(by: string): AppError {
  return new AppError(
    'CONFLICT',
    {
      it: `Il documento è in mano a ${by} in un’altra finestra. Passare al prossimo, oppure prenderlo in carico.`,
      en: `${by} has the document in hand in another window. Go on to the next, or take it over.`,
    },
    { retryable: true },
  );
}

/** After too many wrong passwords. */
export function refuseForNow(waitMs: number): AppError {
  const seconds = Math.ceil(waitMs / 1000);
  return new AppError(
    'NOT_ALLOWED',
    {
      it: `Troppi tentativi sbagliati. Riprovare fra ${seconds} secondi.`,
      en: `Too many wrong attempts. Try again in ${seconds} seconds.`,
    },
    { retryable: true },
  );
}

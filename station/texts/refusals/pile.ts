import type { Refusal } from './refusal.ts';

/** What is refused in the pile of a batch. */
export const pileRefusals = {
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
} as const satisfies Record<string, Refusal>;

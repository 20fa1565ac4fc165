import type { Refusal } from './refusal.ts';

/** What is refused where documents leave. */
export const deliveryRefusals = {
  'no-such-destination': {
    code: 'NOT_FOUND',
    text: {
      it: 'Questa destinazione non esiste. Aggiungerla nella schermata Consegna o sceglierne un’altra.',
      en: 'There is no such destination. Add it on the Deliver screen or choose another.',
    },
  },
  'being-delivered': {
    code: 'CONFLICT',
    text: {
      it: 'Il documento è in consegna. Si può rinviare solo se la consegna non riesce.',
      en: 'The document is being delivered. It can be sent back only if the delivery fails.',
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

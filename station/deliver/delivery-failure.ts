import type { Bilingual } from '../../contract/common.ts';
import type { DeliveryProblem } from '../store/deliveries.ts';

/** Why a delivery does not get on, for the person who looks after it. */
export const deliveryFailures = {
  unreachable: {
    retryable: true,
    message: {
      it: 'La destinazione non risponde. Si riprova da sé; verificare la rete e l’indirizzo.',
      en: 'The destination does not answer. It is tried again by itself; check the network and the address.',
    },
  },
  'destination-trouble': {
    retryable: true,
    message: {
      it: 'La destinazione ha un guasto. Si riprova da sé.',
      en: 'The destination is in trouble. It is tried again by itself.',
    },
  },
  'page-damaged-on-the-way': {
    retryable: true,
    message: {
      it: 'Una pagina è arrivata diversa da com’era partita. Si invia di nuovo da sé.',
      en: 'A page arrived other than it left. It is sent again by itself.',
    },
  },
  'token-refused': {
    retryable: false,
    message: {
      it: 'La destinazione non accetta la chiave di accesso. Correggerla nella destinazione e riavviare la consegna.',
      en: 'The destination does not accept the access token. Correct it in the destination and start the delivery again.',
    },
  },
  'key-reused': {
    retryable: false,
    message: {
      it: 'La destinazione ha già ricevuto questo documento con un altro contenuto. Chiarire con chi la gestisce.',
      en: 'The destination has received this document before with other content. Clear it up with whoever runs it.',
    },
  },
  'submission-refused': {
    retryable: false,
    message: {
      it: 'La destinazione rifiuta questo documento. Il motivo è nel registro del programma; chiarire con chi la gestisce.',
      en: 'The destination refuses this document. The reason is in the program’s log; clear it up with whoever runs it.',
    },
  },
  'answer-not-understood': {
    retryable: false,
    message: {
      it: 'La destinazione risponde in modo inatteso. Verificare che l’indirizzo sia quello giusto.',
      en: 'The destination answers in an unexpected way. Check that the address is the right one.',
    },
  },
  'receipt-differs': {
    retryable: false,
    message: {
      it: 'La ricevuta non corrisponde a ciò che è stato inviato. Avvisare chi gestisce la destinazione.',
      en: 'The receipt does not match what was sent. Tell whoever runs the destination.',
    },
  },
  'page-not-usable': {
    retryable: false,
    message: {
      it: 'Una pagina conservata qui non è più com’era. Ripristinare la cartella da una copia e riavviare la consegna.',
      en: 'A page kept here is not what it was. Restore the folder from a backup and start the delivery again.',
    },
  },
  'no-destination': {
    retryable: false,
    message: {
      it: 'La destinazione non esiste più. Crearla di nuovo e riavviare la consegna.',
      en: 'The destination is no longer there. Create it again and start the delivery again.',
    },
  },
  internal: {
    retryable: false,
    message: {
      it: 'Errore imprevisto del programma. Riavviare la consegna; se si ripete, avvisare chi cura la postazione.',
      en: 'Unexpected error of the program. Start the delivery again; if it happens again, tell whoever looks after the workstation.',
    },
  },
} as const satisfies Record<string, { retryable: boolean; message: Bilingual }>;
export type DeliveryFailureCode = keyof typeof deliveryFailures;

/** An expected failure of a delivery. The detail is technical and holds no record content. */
export class DeliveryFailure extends Error {
  readonly code: DeliveryFailureCode;
  readonly problem: DeliveryProblem;

  constructor(code: DeliveryFailureCode, detail: string, options?: ErrorOptions) {
    super(`${code}: ${detail}`, options);
    this.name = 'DeliveryFailure';
    this.code = code;
    this.problem = { ...deliveryFailures[code], detail };
  }
}

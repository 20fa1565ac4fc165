import type { Bilingual } from '../../contract/common.ts';

/** Why a field is keyed from the picture, without its reading. */
export const policyTexts = {
  'key-from-image': {
    it: 'Scrivere il valore dall’immagine: la lettura non viene mostrata.',
    en: 'Type the value from the picture: the reading is not shown.',
  },
  'key-twice': {
    it: 'Due persone scrivono questo valore dall’immagine, senza vedere l’una quello dell’altra.',
    en: 'Two people type this value from the picture, neither seeing what the other typed.',
  },
  'keyings-differ': {
    it: 'Due persone hanno scritto valori diversi. Decidere guardando l’immagine.',
    en: 'Two people typed different values. Decide by looking at the picture.',
  },
  'waits-for-others': {
    it: 'Il valore è stato scritto. Ora tocca a un’altra persona.',
    en: 'The value has been typed. Now it is another person’s turn.',
  },
} as const satisfies Record<string, Bilingual>;
export type PolicyReason = keyof typeof policyTexts;

import { assertNever } from '../../model/assert-never.ts';
import type { FieldDescription } from '../describe.ts';
import type { Tables } from '../tables/tables.ts';
import { normaliseAmount, normaliseNumber } from './amount.ts';
import { normaliseCap, normaliseName, normaliseText } from './code.ts';
import { normaliseCodiceFiscale } from './codice-fiscale.ts';
import { normaliseDate } from './date.ts';
import { normaliseDocumentNumber } from './document-number.ts';
import { normaliseEmail } from './email.ts';
import { normaliseIban } from './iban.ts';
import type { Normalised } from './normalised.ts';
import { normalisePartitaIva } from './partita-iva.ts';
import { normalisePhone } from './phone.ts';
import { normaliseComune, normaliseCountry, normaliseProvince } from './place.ts';
import { normalisePlate } from './plate.ts';
import { normaliseStreet, normaliseStreetNumber } from './street.ts';

/** Turns a text as read or keyed into the value of its field, by the kind that the form's schema gives it. */
export function normaliseForField(
  description: Pick<FieldDescription, 'kind' | 'type'>,
  text: string,
  tables: Tables,
): Normalised {
  const { kind } = description;
  switch (kind) {
    case 'codice-fiscale':
      return normaliseCodiceFiscale(text, tables);
    case 'partita-iva':
      return normalisePartitaIva(text);
    case 'iban':
      return normaliseIban(text);
    case 'document-number':
      return normaliseDocumentNumber(text);
    case 'date':
      return normaliseDate(text);
    case 'comune':
      return normaliseComune(text, tables);
    case 'province':
      return normaliseProvince(text, tables);
    case 'cap':
      return normaliseCap(text);
    case 'plate':
      return normalisePlate(text);
    case 'email':
      return normaliseEmail(text);
    case 'phone':
      return normalisePhone(text);
    case 'number':
      return description.type === 'number' ? normaliseNumber(text) : normaliseText(text);
    case 'amount':
      return normaliseAmount(text, description.type === 'number');
    case 'surname':
    case 'given-name':
      return normaliseName(text, tables.lexicon);
    case 'street':
      return normaliseStreet(text, tables);
    case 'street-number':
      return normaliseStreetNumber(text);
    case 'country':
      return normaliseCountry(text, tables);
    case 'text':
    case 'sex':
      return normaliseText(text);
    default:
      return assertNever(kind);
  }
}

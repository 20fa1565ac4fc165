import type { Character } from '../../model/reading.ts';
import { lookalikesOf } from '../normalise/characters.ts';
import { clearlyFirst, findVariants } from '../repair/variants.ts';
import { isCodiceFiscale } from './codice-fiscale.ts';
import { isIban } from './iban.ts';
import { isPartitaIva } from './partita-iva.ts';

type Characters = readonly Character[];

/**
 * The codes that stand in combs on all Italian forms, each with a check of its own: codice fiscale, partita IVA and IBAN.
 * `settle` takes the likeliest characters that pass it, where they are clearly likelier than all others that do.
 */
export const combCodes = [
  {
    pattern: '^[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]$',
    settle: (read: Characters) => settle(read, isCodiceFiscale),
  },
  { pattern: '^[0-9]{11}$', settle: (read: Characters) => settle(read, isPartitaIva) },
  { pattern: '^[A-Z]{2}[0-9]{2}[A-Z][0-9]{10}[A-Z0-9]{12}$', settle: (read: Characters) => settle(read, isIban) },
] as const;

function settle(read: Characters, isRight: (code: string) => boolean): Characters {
  if (isRight(read.map(({ text }) => text).join(''))) return read;
  const right = findVariants(read, lookalikesOf).filter(({ text }) => isRight(text));
  const first = clearlyFirst(right);
  if (first === null) return read;
  // Of all that pass the check, how likely this is.
  const odds = right.map(({ cost }) => Math.exp(first.cost - cost)).reduce((sum, share) => sum + share, 0);
  const places = [...first.text];
  return read.map((character, place) => {
    const text = places[place] ?? character.text;
    return text === character.text ? character : { text, confidence: 1 / odds };
  });
}

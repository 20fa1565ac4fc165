import { isPartitaIva } from '../codes/partita-iva.ts';
import { asDigit } from './characters.ts';
import { type Normalised, nothingWritten } from './normalised.ts';

/** Reads a VAT number: eleven digits of which the last checks the others. The country's IT before them is taken away. */
export function normalisePartitaIva(text: string): Normalised {
  const read = text.toUpperCase().replace(/[^A-Z0-9|!]/g, '');
  if (read === '') return nothingWritten;
  const bare = read.length === 13 ? read.replace(/^[I1L|!][T7]/, '') : read;
  const value = [...bare].map(asDigit).join('');
  if (!/^\d{11}$/.test(value)) return { ...nothingWritten, value, problem: 'pattern' };
  if (!isPartitaIva(value)) return { ...nothingWritten, value, problem: 'check-character' };
  return { ...nothingWritten, value, repaired: value !== bare, corroborated: true };
}

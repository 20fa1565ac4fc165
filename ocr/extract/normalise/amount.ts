import { asDigit, trimStray } from './characters.ts';
import { type Normalised, nothingWritten } from './normalised.ts';

/** Reads a whole or decimal number written the Italian way: 1.234,5. */
export function normaliseNumber(text: string): Normalised {
  const read = trimStray(text).replace(/\s/g, '');
  if (read === '') return nothingWritten;
  const digits = [...read].map(asDigit).join('');
  const number = Number(digits.replace(/\.(?=\d{3}(\D|$))/g, '').replace(',', '.'));
  if (Number.isNaN(number)) return { ...nothingWritten, value: read, problem: 'pattern' };
  return { ...nothingWritten, value: number, repaired: digits !== read };
}

const currency = /€|\beuro\b|\beur\b/giu;
/** Whole euros, with points between thousands or without; then cents behind a comma, or behind a point as machines print and worn commas look. */
const italian = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}|[-=]{1,2}))?$/;
const printed = /^(\d+(?:\.\d{3})*)\.(\d{2})$/;

/**
 * Reads an amount of euros: € 1.234,56. The value is a number, or for a field of text the number with two decimals
 * (1234.56). An amount that is written otherwise is kept and told.
 */
export function normaliseAmount(text: string, asNumber: boolean): Normalised {
  const read = text
    .replace(currency, '')
    .replace(/\s/g, '')
    .replace(/^[|_~]+|[|_~]+$/g, '');
  if (read === '') return nothingWritten;
  const digits = [...read].map(asDigit).join('');
  const match = italian.exec(digits) ?? printed.exec(digits);
  if (match === null) return { ...nothingWritten, value: read, problem: 'pattern' };
  const cents = (match[2] ?? '').replace(/[-=]/g, '').padEnd(2, '0');
  const decimal = `${Number((match[1] ?? '').replaceAll('.', ''))}.${cents}`;
  return { ...nothingWritten, value: asNumber ? Number(decimal) : decimal, repaired: digits !== read };
}

import { italianCin } from '../../../ocr/extract/codes/iban.ts';
import { partitaIvaCheckDigit } from '../../../ocr/extract/codes/partita-iva.ts';
import type { Random } from '../random.ts';

const trades = [
  ['Panificio', '10.71.1'],
  ['Officina', '45.20.1'],
  ['Ferramenta', '47.52.1'],
  ['Libreria', '47.61'],
  ['Farmacia', '47.73.1'],
  ['Trattoria', '56.10.1'],
  ['Studio tecnico', '71.12.2'],
  ['Parrucchiere', '96.02'],
] as const;

/** Name and activity (ATECO) of a business that is called after somebody. */
export function inventBusiness(random: Random, surname: string): { readonly name: string; readonly ateco: string } {
  const [trade, ateco] = random.pick(trades);
  return { name: `${trade} ${surname} ${random.pick(['S.r.l.', 'S.n.c.', 'S.a.s.', '& Figli'])}`, ateco };
}

/** Eleven digits with the right check digit. */
export function inventPartitaIva(random: Random): string {
  const ten = `0${digits(random, 6)}${String(random.whole(1, 100)).padStart(3, '0')}`;
  return ten + partitaIvaCheckDigit(ten);
}

/** An Italian account number whose checks hold; the bank need not exist. */
export function inventIban(random: Random): string {
  const account = random.chance(0.2) ? `CC${digits(random, 10)}` : `00000${digits(random, 7)}`;
  const bank = `0${digits(random, 4)}${digits(random, 5)}${account}`;
  const national = italianCin(bank) + bank;
  return `IT${checkDigits(`${national}IT00`)}${national}`;
}

/** Two digits that leave the remainder 1 by 97 (ISO 13616). */
function checkDigits(moved: string): string {
  const remainder = [...moved].reduce((sum, character) => Number(`${sum}${Number.parseInt(character, 36)}`) % 97, 0);
  return String(98 - remainder).padStart(2, '0');
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.whole(0, 9)).join('');
}

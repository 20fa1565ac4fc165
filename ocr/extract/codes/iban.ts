import { checkLetter } from './codice-fiscale.ts';

/** Length of the account numbers of the countries that take part in the single euro payments area (ISO 13616). */
const lengths: Readonly<Record<string, number>> = {
  ...{ AD: 24, AT: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18, EE: 20, ES: 24, FI: 18, FR: 27 },
  ...{ GB: 22, GI: 23, GR: 27, HR: 21, HU: 28, IE: 22, IS: 26, IT: 27, LI: 21, LT: 20, LU: 20, LV: 21, MC: 27 },
  ...{ MT: 31, NL: 18, NO: 15, PL: 28, PT: 25, RO: 24, SE: 24, SI: 19, SK: 24, SM: 27, VA: 22 },
};

/** How an Italian account number (and one of San Marino) is made: CIN, ABI, CAB, account. */
const italianShape = /^(IT|SM)\d{2}[A-Z]\d{10}[A-Z0-9]{12}$/;

/** The remainder by 97 of digits and letters, these as 10 to 35; of a beginning too. */
export function remainderBy97(characters: string): number {
  return [...characters].reduce((remainder, character) => {
    const digits = String(Number.parseInt(character, 36));
    return Number(`${remainder}${digits}`) % 97;
  }, 0);
}

/**
 * The check letter (CIN) over the 22 characters of bank, branch and account of an Italian account number. It is reckoned
 * like the check character of a codice fiscale. Throws a RangeError unless these are 22 of 0-9 and A-Z.
 */
export function italianCin(bankAndAccount: string): string {
  if (bankAndAccount.length !== 22) throw new RangeError('22 characters are needed');
  return checkLetter(bankAndAccount);
}

/** Whether the text is an account number: length of its country, remainder 1 by 97, and for Italian ones the CIN. */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(text) || lengths[text.slice(0, 2)] !== text.length) return false;
  // The country and its check digits are moved to the end.
  if (remainderBy97(text.slice(4) + text.slice(0, 4)) !== 1) return false;
  if (!/^(IT|SM)/.test(text)) return true;
  return italianShape.test(text) && italianCin(text.slice(5)) === text[4];
}

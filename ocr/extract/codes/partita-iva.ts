/**
 * Check digit of an Italian VAT number (partita IVA), after DM 23 December 1976: every second of the first ten digits is
 * doubled, the digits of what results are added, and the eleventh makes the sum a multiple of ten (Luhn).
 * Throws a RangeError unless ten digits are given.
 */
export function partitaIvaCheckDigit(firstTen: string): string {
  if (!/^\d{10}$/.test(firstTen)) throw new RangeError('ten digits are needed');
  return String((10 - (luhnSum(firstTen) % 10)) % 10);
}

/** The sum of digits, every second doubled and its digits added; of a beginning too. */
export function luhnSum(digits: string): number {
  return [...digits].reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
}

/** Whether the text is eleven digits with the right check digit. Seven leading zeros name nobody. */
export function isPartitaIva(text: string): boolean {
  return /^(?!0{7})\d{11}$/.test(text) && partitaIvaCheckDigit(text.slice(0, 10)) === text[10];
}

import { describe, expect, it } from 'vitest';
import { isSameName, isVariantOfName } from '../../bench/reading/fara/same-name.ts';

describe('names on paper and in a register', () => {
  it('are the same but for case, spaces, accents and punctuation', () => {
    expect(isSameName('Consorzio  Perù-Fiori', 'CONSORZIO PERU FIORI')).toBe(true);
    expect(isSameName('Consorzio Peru', 'CONSORZIO PERU FIORI')).toBe(false);
  });

  it.each([
    ['an address behind the name', 'Lake Tourist Board 12 Hill Street', 'LAKE TOURIST BOARD'],
    ['a town that the register adds', 'Lake Tourist Board', 'LAKE TOURIST BOARD, NEW YORK'],
    ['an article before the name', 'The Office of Lakes', 'OFFICE OF LAKES'],
    ['words abbreviated', 'LAKE TOURIST BD', 'LAKE TOURIST BOARD'],
    ['a letter misread', 'Lake Tourlst Board', 'LAKE TOURIST BOARD'],
  ])('are variants: %s', (_, read, truth) => {
    expect(isVariantOfName(read, truth)).toBe(true);
  });

  it.each([
    ['another name', 'Hill Trade Centre', 'LAKE TOURIST BOARD'],
    ['half of the name', 'Lake Tourist', 'LAKE TOURIST BOARD'],
    ['nothing', '', 'LAKE TOURIST BOARD'],
  ])('are no variants: %s', (_, read, truth) => {
    expect(isVariantOfName(read, truth)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { levelCapitals } from '../../../ocr/extract/normalise/capitals.ts';

describe('a text in capitals', () => {
  it.each([
    ['ENTRATE Di SALERNO', 'ENTRATE DI SALERNO'],
    ['VERBALE DELLA POLIZlA', 'VERBALE DELLA POLIZIA'],
    ['7140 SERIE 3T, cOPIA CONFORME', '7140 SERIE 3T, COPIA CONFORME'],
  ])('loses the small letters that slipped in: %s', (read, meant) => {
    expect(levelCapitals(read)).toBe(meant);
  });

  it.each(['Entrate di Salerno', 'A B', 'COMUNE di ROMA', 'De ROSSI', 'S.p.A. INFRASTRUTTURE', 'CONTO n 5 PAGATO'])(
    'in both kinds of letters stays as it is: %s',
    (text) => {
      expect(levelCapitals(text)).toBe(text);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../../ocr/extract/normalise/code.ts';

describe('a full stop at the end of a text', () => {
  it.each(['PATENTE.', 'Figlia.', "Carta d'identità.", 'Comune di Fermo.'])(
    'is dropped behind an entry: %s',
    (text) => {
      expect(normaliseText(text).value).toBe(text.slice(0, -1));
    },
  );

  it.each(['Mi serve per la domanda.', 'S.p.A.', 'Soc. Coop.'])('stays where it belongs: %s', (text) => {
    expect(normaliseText(text).value).toBe(text);
  });
});

describe('a bar among words', () => {
  it('is an I, and says that it was mended', () => {
    expect(normaliseText('CORSO UMBERTO |')).toMatchObject({ value: 'CORSO UMBERTO I', repaired: true });
    expect(normaliseText('| LAVORI SONO FINITI DA TEMPO.')).toMatchObject({ value: 'I LAVORI SONO FINITI DA TEMPO.' });
  });

  it('is dirt where nothing else stands', () => {
    expect(normaliseText('|')).toMatchObject({ value: null, repaired: false });
    expect(normaliseText('Via Roma')).toMatchObject({ value: 'Via Roma', repaired: false });
  });
});

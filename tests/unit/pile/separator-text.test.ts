import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSheetText, sheetText } from '../../../ocr/model/separator.ts';

describe('the text of a separator sheet', () => {
  it('says profile and reference, in plain characters', () => {
    expect(sheetText({ profileId: 'general', reference: '2026/IV-3/112' })).toBe('TABULARIUM1;general;2026/IV-3/112');
    expect(sheetText({ profileId: 'general', reference: 'perché; 5 %' })).toMatch(/^[ -~]+$/);
  });

  it('is read as it was written, whatever it says', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(text, fc.option(text), (profileId, reference) => {
        expect(parseSheetText(sheetText({ profileId, reference }))).toEqual({ profileId, reference });
      }),
    );
  });

  it.each(['', 'TABULARIUM1', 'TABULARIUM1;;x', 'TABULARIUM2;general;x', 'TABULARIUM1;a;b;c', 'TABULARIUM1;a;%E0'])(
    'is not found in %j',
    (text) => {
      expect(parseSheetText(text)).toBeNull();
    },
  );
});

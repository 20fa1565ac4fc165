import { describe, expect, it } from 'vitest';
import { combCodes } from '../../../ocr/extract/codes/comb-codes.ts';
import type { Character } from '../../../ocr/model/reading.ts';

const [codiceFiscale, partitaIva, iban] = combCodes;

describe('a code read in a comb', () => {
  it('stays as it was read where its check is right', () => {
    for (const [code, text] of [
      [codiceFiscale, 'RSSMRA80A01F205X'],
      [partitaIva, '01225450905'],
      [iban, 'IT60X0542811101000000123456'],
    ] as const) {
      const read = characters(text);
      expect(code.settle(read)).toBe(read);
    }
  });

  it('takes the one character that its check wants, and is as sure of it as that is likely', () => {
    const read = characters('RSSMRA80A01F205X', { 13: { text: '8', other: '0', probability: 0.3 } });
    const settled = codiceFiscale.settle(read);
    expect(textOf(settled)).toBe('RSSMRA80A01F205X');
    expect(settled[13]?.confidence).toBeGreaterThan(0.9);
    expect(settled[12]).toBe(read[12]);
  });

  it('stays as it was read where nothing likely passes the check', () => {
    const read = characters('RSSMRA80A01F205A').map(({ text }) => ({ text, confidence: 0.999, alternatives: [] }));
    expect(codiceFiscale.settle(read)).toBe(read);
  });
});

/** Characters of one text, some of which were read otherwise while the right one was thought of. */
function characters(
  text: string,
  misread: Readonly<Record<number, { text: string; other: string; probability: number }>> = {},
): Character[] {
  return [...text].map((right, at) => {
    const wrong = misread[at];
    if (wrong === undefined) return { text: right, confidence: 0.99, alternatives: [] };
    const alternatives = [{ text: wrong.other, probability: wrong.probability }];
    return { text: wrong.text, confidence: 1 - wrong.probability, alternatives };
  });
}

function textOf(read: readonly Character[]): string {
  return read.map(({ text }) => text).join('');
}

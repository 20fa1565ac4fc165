import { describe, expect, it } from 'vitest';
import { isPlainlyPrint, printAgreement } from '../../../../ocr/read/writer/print-agreement.ts';
import { noRegularity } from '../../../../ocr/read/writer/regularity.ts';
import type { ZoneText } from '../../../../ocr/read/zone-text.ts';

const box = [0, 0, 9, 9] as const;

function textOf(text: string, opinions: readonly (readonly [string, string, number])[]): ZoneText {
  const line = [...text].map((character) => ({
    text: character,
    confidence: 0.9,
    box: [...box] as [number, number, number, number],
  }));
  return {
    lines: [line],
    confidence: 0.9,
    box: [...box],
    engine: 'fake',
    opinions: opinions.map(([engine, read, confidence]) => ({ engine, text: read, confidence })),
    regularity: noRegularity,
  };
}

const agreed = textOf('Garibaldi', [
  ['lines/1', 'Garibaldi', 0.99],
  ['lines-near/1', 'Gari baldi', 0.8],
]);
const unsure = textOf('Garibaldi', [
  ['lines/1', 'Garibaldi', 0.6],
  ['tesseract/ita-fast', 'Garibaldi', 0.9],
]);
const alone = textOf('Garibaldi', [
  ['tesseract/ita-fast', 'Garibaldi', 0.9],
  ['tesseract/ita-best', 'Garibaldi', 0.9],
]);

const byHand = textOf('Garibaldi', [
  ['lines-hand/1', 'Garibaldi', 0.99],
  ['tesseract/ita-fast', 'Garibaldi', 0.9],
]);

describe('the agreement of readers of print', () => {
  it('is the share of texts that a line network reads surely and another reader alike', () => {
    expect(printAgreement([agreed, agreed, agreed, unsure, alone])).toEqual({ share: 0.6, texts: 5 });
  });

  it('is none where the other reader is a network for print that is not sure', () => {
    const guessed = textOf('Garibaldi', [
      ['lines/1', 'Garibaldi', 0.97],
      ['lines-near/1', 'Garibaldi', 0.66],
    ]);
    expect(printAgreement(new Array(5).fill(guessed))).toEqual({ share: 0, texts: 5 });
  });

  it('is none where the network for hands reads as another does', () => {
    expect(printAgreement([byHand, byHand, byHand, byHand, byHand])?.share).toBe(0);
  });

  it('is unknown where too few texts are long enough', () => {
    const short = textOf('12', [['lines/1', '12', 0.99]]);
    expect(printAgreement([agreed, agreed, agreed, agreed, short])).toBeNull();
    expect(printAgreement([agreed, agreed, agreed, agreed, textOf('Garibaldi', [])])).toBeNull();
  });
});

describe('a text is plainly print', () => {
  const readBy = (near: string, sureness: number) =>
    isPlainlyPrint(
      textOf('CA40586KX', [
        ['lines/1', 'CA40586KX', 0.99],
        ['lines-near/1', near, sureness],
      ]),
    );

  it('where both networks for print read it alike and surely', () => {
    expect(readBy('CA40586KX', 0.98)).toBe(true);
    expect(readBy('CA40586KX', 0.9)).toBe(false);
    expect(readBy('CA4O586KX', 0.98)).toBe(false);
    expect(isPlainlyPrint(alone)).toBe(false);
  });

  it('of enough letters: all readers read a short word alike', () => {
    const short = textOf('C', [
      ['lines/1', 'C', 0.99],
      ['lines-near/1', 'C', 0.99],
    ]);
    expect(isPlainlyPrint(short)).toBe(false);
  });
});

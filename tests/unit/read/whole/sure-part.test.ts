import { describe, expect, it } from 'vitest';
import type { LineReading } from '../../../../ocr/read/engines/engine.ts';
import { isSure } from '../../../../ocr/read/whole/sure-part.ts';

const list = { knows: (word: string) => ['ufficio', 'dall', 'estero', 'via'].includes(word.toLowerCase()) };

function reading(text: string, confidence: number): LineReading {
  const characters = [...text].map((character) => ({ text: character, confidence }));
  return {
    text,
    confidence,
    characters,
    characterBoxes: characters.map((_, place) => [place, 0, place + 1, 9]),
    box: [0, 0, text.length, 9],
    engine: 'lines/1',
  };
}

const sure = (text: string, confidence: number) => isSure(reading(text, confidence), list);

describe('what a line network read of a whole page', () => {
  it('stands from 0.9 on where it is made of listed words', () => {
    expect(sure('Ufficio', 0.91)).toBe(true);
    expect(sure("dall'estero", 0.91)).toBe(true);
    expect(sure('Ufficio', 0.89)).toBe(false);
  });

  it('must be surer where a word is not listed, as misread ones are not, or holds a number', () => {
    expect(sure('Uficio', 0.97)).toBe(false);
    expect(sure('Rossi', 0.985)).toBe(false);
    expect(sure('Rossi', 0.995)).toBe(true);
    expect(sure('Via 12', 0.97)).toBe(false);
  });

  it('never stands where a blank seems to lack, but in an address of mail', () => {
    expect(sure('Via dallestero', 1)).toBe(false);
    expect(sure('Via 1 di2', 1)).toBe(false);
    expect(sure('rossi2@pec.example', 0.995)).toBe(true);
  });

  it('must be surer where most words are so short that any would be listed', () => {
    expect(sure('a b Via', 0.95)).toBe(false);
  });

  it('never stands where it looks like a tick box or the walls of a comb, or is nothing', () => {
    expect(sure('[J Via', 1)).toBe(false);
    expect(sure('1|2', 1)).toBe(false);
    expect(sure('', 1)).toBe(false);
  });
});

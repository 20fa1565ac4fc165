import { describe, expect, it } from 'vitest';
import { blanksOfPage, pairsOfBlanks } from '../../../../ocr/extract/pairs/blanks/filled-blanks.ts';
import { partBlanks } from '../../../../ocr/extract/pairs/blanks/part-blanks.ts';
import type { Box } from '../../../../ocr/model/geometry.ts';
import type { Word } from '../../../../ocr/model/reading.ts';
import { line } from '../../../fixtures/extract/laid-words.ts';

const rule = (y: number, from: number, to: number): Box => [from, y + 32, to, y + 34];
/** What a hand wrote is read unsurely and is higher than print. */
const byHand = (words: readonly Word[]) =>
  words.map(({ text, box: [x0, y0, x1, y1] }): Word => ({ text, confidence: 0.4, box: [x0, y0 - 25, x1, y1] }));

const declaration = {
  words: [
    ...line(100, [100, 'Il sottoscritto'], [900, 'nato a']),
    ...byHand(line(100, [420, 'Mario Rossi'], [1060, 'Lodi'])),
    ...line(180, [100, 'residente in'], [900, 'via']),
    ...byHand(line(180, [380, 'Milano'], [1000, 'Verdi'])),
  ],
  across: [rule(100, 400, 880), rule(100, 1030, 1600), rule(180, 350, 880), rule(180, 980, 1600)],
};
function parted(words: readonly Word[], across: Box) {
  const found = blanksOfPage([...declaration.words, ...words], { across: [...declaration.across, across], down: [] });
  return { found, parts: partBlanks(found) };
}
const told = (words: readonly Word[], across: Box) =>
  pairsOfBlanks(parted(words, across).parts.blanks)
    .map(({ label, value }) => [label.text, value.text])
    .slice(4);

describe('one rule on a page by hand', () => {
  it('is two where a word is printed in its line, which is the label of what comes behind it', () => {
    const words = [...line(260, [100, 'nata a'], [600, 'il']), ...byHand(line(260, [260, 'Siena'], [680, '3/4/1980']))];
    expect(told(words, rule(260, 240, 1200))).toEqual([
      ['nata a', 'Siena'],
      ['il', '3/4/1980'],
    ]);
    const { found, parts } = parted(words, rule(260, 240, 1200));
    expect(parts.rules).toHaveLength(found.rules.length + 1);
    expect(parts.rules).toEqual(expect.arrayContaining(parts.blanks.map((blank) => blank.rule)));
  });

  it('ends where print begins behind which there is no room', () => {
    const words = [...line(260, [100, 'nata a'], [600, 'cap']), ...byHand(line(260, [260, 'Siena']))];
    expect(told(words, rule(260, 240, 670))).toEqual([['nata a', 'Siena']]);
  });

  it('has the words at its beginning as the end of its label', () => {
    const words = [...line(260, [100, 'Via/'], [180, 'piazza']), ...byHand(line(260, [400, 'Cavour']))];
    expect(told(words, rule(260, 175, 900))).toEqual([['Via/ piazza', 'Cavour']]);
  });

  it('stays whole where most that is written is no higher than print', () => {
    const typed = line(260, [100, 'nata a'], [260, 'Siena'], [600, 'il'], [680, '3/4/1980']);
    const words = [...line(100, [420, 'Mario Rossi'], [1060, 'Lodi']), ...line(180, [380, 'Milano'], [1000, 'Verdi'])];
    const printed = declaration.words.filter(({ confidence }) => confidence !== 0.4);
    const across = [...declaration.across, rule(260, 240, 1200)];
    const found = blanksOfPage([...printed, ...words, ...typed], { across, down: [] });
    expect(found.blanks).toHaveLength(5);
    expect(partBlanks(found)).toBe(found);
  });

  it('stays whole where what stands on it is high, read unsurely or in capitals', () => {
    const written = byHand(line(260, [260, 'Siena']));
    const [word] = line(260, [600, 'dei']);
    const other = (changes: Partial<Word>): Word[] => (word === undefined ? [] : [{ ...word, ...changes }]);
    for (const changes of [
      { confidence: 0.5 },
      { text: 'SCALA' },
      { box: byHand(other({}))[0]?.box ?? [0, 0, 0, 0] },
    ]) {
      const words = [...line(260, [100, 'nata a']), ...written, ...other({ confidence: 0.95, ...changes })];
      expect(parted(words, rule(260, 240, 1200)).parts.blanks).toHaveLength(5);
    }
  });
});

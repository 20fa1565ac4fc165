import { describe, expect, it } from 'vitest';
import { blanksOfPage, pairsOfBlanks } from '../../../../ocr/extract/pairs/blanks/filled-blanks.ts';
import type { Box } from '../../../../ocr/model/geometry.ts';
import type { Word } from '../../../../ocr/model/reading.ts';
import { line } from '../../../fixtures/extract/laid-words.ts';

/** A rule under a line of words at `y`. */
const rule = (y: number, from: number, to: number): Box => [from, y + 32, to, y + 34];
const told = (words: readonly Word[], across: readonly Box[], down: readonly Box[] = []) =>
  pairsOfBlanks(blanksOfPage(words, { across, down }).blanks).map(({ label, value }) => [label.text, value.text]);

/** Two lines of a declaration, each with two blanks. */
const declaration = {
  words: [
    ...line(100, [100, 'Il sottoscritto'], [420, 'Mario Rossi'], [900, 'nato a'], [1060, 'Lodi']),
    ...line(180, [100, 'residente in'], [380, 'Milano'], [900, 'via'], [1000, 'Verdi']),
  ],
  across: [rule(100, 400, 880), rule(100, 1030, 1600), rule(180, 350, 880), rule(180, 980, 1600)],
};

describe('blanks within lines of print', () => {
  it('each belong to the print before them, back to the blank before', () => {
    expect(told(declaration.words, declaration.across)).toEqual([
      ['Il sottoscritto', 'Mario Rossi'],
      ['nato a', 'Lodi'],
      ['residente in', 'Milano'],
      ['via', 'Verdi'],
    ]);
  });

  it('leave an empty one without a value, and its label to nobody else', () => {
    const words = declaration.words.filter(({ text }) => text !== 'Verdi');
    const { blanks } = blanksOfPage(words, { across: declaration.across, down: [] });
    expect(pairsOfBlanks(blanks).map(({ label }) => label.text)).not.toContain('via');
    expect(blanks.flatMap(({ label }) => label).map(({ text }) => text)).toContain('via');
  });

  it('part words where a blank begins below them', () => {
    const glued = line(260, [100, 'nato aRoma'], [900, 'il'], [1000, '3/4/1980']);
    const word = glued[1];
    const begins = word === undefined ? 0 : word.box[0] + (word.box[2] - word.box[0]) / 5;
    const across = [...declaration.across, rule(260, begins, 880), rule(260, 960, 1600)];
    expect(told([...declaration.words, ...glued], across)).toContainEqual(['nato a', 'Roma']);
  });

  it('are one where day, month and year have rules of their own', () => {
    const dated = line(260, [100, 'il'], [200, '03'], [270, '/'], [300, '04'], [370, '/'], [400, '1980']);
    const across = [...declaration.across, rule(260, 160, 265), rule(260, 285, 365), rule(260, 385, 600)];
    expect(told([...declaration.words, ...dated], across)).toContainEqual(['il', '03/04/1980']);
  });

  it('are as long as their rule where a piece of it was found once more', () => {
    const across = [
      ...declaration.across,
      rule(100, 410, 500).map((at, side) => (side % 2 === 0 ? at : at + 4)) as Box,
    ];
    expect(told(declaration.words, across)).toContainEqual(['Il sottoscritto', 'Mario Rossi']);
  });

  it('take no bullet, no tick box and no more than the end of a sentence for their label', () => {
    const words = [
      ...declaration.words,
      ...line(260, [100, 'O altro'], [270, 'erede']),
      ...line(340, [100, 'che i lavori di cui sopra saranno eseguiti a partire dal'], [1200, '12/06/2026']),
    ];
    const across = [...declaration.across, rule(260, 250, 880), rule(340, 1180, 1900)];
    expect(told(words, across)).toContainEqual(['altro', 'erede']);
    expect(told(words, across)).toContainEqual(['eseguiti a partire dal', '12/06/2026']);
  });
});

describe('what was read as handwriting', () => {
  it('is told as less sure than print, surer where it keeps rules of its kind, and less where it breaks them', () => {
    const { blanks } = blanksOfPage(declaration.words, { across: declaration.across, down: [] });
    const [first] = blanks;
    if (first === undefined) throw new Error('no blank was found');
    const pairs = pairsOfBlanks([
      first,
      ...[true, null, false].map((isRight) => ({ ...first, byHand: { read: null, isRight, label: null } })),
    ]);
    expect(pairs.map(({ value }) => value)).toEqual(pairs.map(() => pairs[0]?.value));
    const confidences = pairs.map(({ confidence }) => confidence);
    expect(new Set(confidences).size).toBe(4);
    expect(confidences).toEqual(confidences.toSorted((one, other) => other - one));
  });

  it('keeps what was read where it was settled otherwise', () => {
    const { blanks } = blanksOfPage(declaration.words, { across: declaration.across, down: [] });
    const settled = blanks.map((blank) => ({ ...blank, byHand: { read: 'Mano Rossi', isRight: true, label: null } }));
    expect(pairsOfBlanks(settled)[0]).toMatchObject({ value: { text: 'Mario Rossi' }, read: 'Mano Rossi' });
    expect(pairsOfBlanks(blanks)[0]).not.toHaveProperty('read');
  });
});

describe('other rules', () => {
  it('are the walls of boxes and tables', () => {
    const walls: Box[] = [
      [1600, 60, 1602, 220],
      [880, 60, 882, 220],
    ];
    expect(told(declaration.words, declaration.across, walls)).toEqual([]);
  });

  it('are those that underline words, and feet of letters', () => {
    const underlined = declaration.words.map(({ box: [x0, , x1, y1] }): Box => [x0, y1 - 2, x1, y1 + 1]);
    expect(told(declaration.words, underlined)).toEqual([]);
  });

  it('are those of a page on which one stands behind a word by chance', () => {
    const across = [rule(100, 400, 880), ...[300, 400, 500].map((y) => rule(y, 100, 1600))];
    const found = blanksOfPage(declaration.words.slice(0, 4), { across, down: [] });
    expect(found.blanks).toEqual([]);
    expect(found.words).toHaveLength(4);
  });
});

import { describe, expect, it } from 'vitest';
import { blanksOfPage, pairsOfBlanks } from '../../../../ocr/extract/pairs/blanks/filled-blanks.ts';
import { partBlanks } from '../../../../ocr/extract/pairs/blanks/part-blanks.ts';
import {
  findWrittenBlanks,
  mayBeFormWithBlanks,
  relabelBlanks,
} from '../../../../ocr/extract/pairs/blanks/relabel-blanks.ts';
import type { Box } from '../../../../ocr/model/geometry.ts';
import type { Word } from '../../../../ocr/model/reading.ts';
import { line } from '../../../fixtures/extract/laid-words.ts';

const rule = (y: number, from: number, to: number): Box => [from, y + 32, to, y + 34];
const as = (confidence: number, words: readonly Word[]) => words.map((word): Word => ({ ...word, confidence }));
/** What a hand wrote is read unsurely and is higher than print. */
const byHand = (words: readonly Word[]) =>
  as(0.4, words).map(({ box: [x0, y0, x1, y1], ...word }): Word => ({ ...word, box: [x0, y0 - 25, x1, y1] }));

const print = [
  ...line(100, [100, 'Il sottoscritto'], [900, 'nato a']),
  ...line(180, [100, 'residente in'], [900, 'via']),
];
const written = [
  ...byHand(line(100, [420, 'Mario Rossi'], [1060, 'Lodi'])),
  ...byHand(line(180, [380, 'Milano'], [1000, 'Verdi'])),
];
const across = [rule(100, 400, 880), rule(100, 1030, 1600), rule(180, 350, 880), rule(180, 980, 1600)];

function relabelled(
  words: readonly Word[],
  rules: readonly Box[],
  again: readonly Word[],
  dotRows: readonly Box[] = [],
) {
  return relabelBlanks(findWrittenBlanks(words, { across: rules, down: [] }, dotRows), again);
}
function told(...page: Parameters<typeof relabelled>): string[][] {
  const found = relabelled(...page);
  return found === null ? [] : pairsOf(found.blanks);
}
const pairsOf = (blanks: Parameters<typeof pairsOfBlanks>[0]) =>
  pairsOfBlanks(blanks).map(({ label, value }) => [label.text, value.text]);

const rightPairs = [
  ['Il sottoscritto', 'Mario Rossi'],
  ['nato a', 'Lodi'],
  ['residente in', 'Milano'],
  ['via', 'Verdi'],
];

describe('labels that writing lies over', () => {
  it('are what the print reads without it, and nothing else of the page is', () => {
    const misread = [
      ...as(0.6, line(100, [100, 'II sottosontto'], [900, 'nato a'])),
      ...as(0.5, line(180, [100, 'resdentq in'], [900, 'vla'])),
    ];
    const found = relabelled([...misread, ...written], across, print);
    expect(found === null ? [] : pairsOf(found.blanks)).toEqual(rightPairs);
    const words = found?.words.map(({ text }) => text) ?? [];
    expect(words.toSorted()).toEqual([...print, ...written].map(({ text }) => text).toSorted());
    expect(found?.rules).toEqual(across);
  });

  it('stay as they were read where that was surer', () => {
    const again = [...as(0.7, line(100, [100, 'll sottoscrltto'])), ...print.slice(2)];
    expect(told([...as(0.9, print), ...written], across, again)).toEqual(rightPairs);
  });

  it('stay where the print was not read again', () => {
    expect(told([...print, ...written], across, [])).toEqual(rightPairs);
  });

  it('make a page one of blanks that looked like none while they were missed', () => {
    const words = [
      ...line(20, [100, 'Dichiarazione di residenza e di stato civile']),
      ...print.slice(0, 2),
      ...written,
    ];
    expect(blanksOfPage(words, { across, down: [] }).blanks).toEqual([]);
    expect(told(words, across, print)).toEqual(rightPairs);
  });

  it('may be misread where half as many rules have one as lines have none', () => {
    const empty = [500, 600, 700, 800].map((y) => rule(y, 100, 1600));
    const may = (some: readonly Box[], words: readonly Word[]) =>
      mayBeFormWithBlanks(findWrittenBlanks(words, { across: [...across, ...some], down: [] }, []));
    expect(may(empty.slice(0, 2), [...print.slice(0, 4), ...written])).toBe(true);
    expect(may(empty, [...print.slice(0, 2), ...written])).toBe(false);
  });
});

describe('the rules of a page by hand', () => {
  it('are rows of dots too from end to end of which something was written', () => {
    const row = rule(260, 200, 305);
    const label = line(260, [100, 'cap']);
    const value = (confidence: number) => as(confidence, line(260, [200, '26100']));
    const page = (confidence: number): Parameters<typeof told> => [
      [...print, ...written, ...label, ...value(confidence)],
      [...across, row],
      [...print, ...label],
      [row],
    ];
    expect(told(...page(0.5))).toEqual([...rightPairs, ['cap', '26100']]);
    expect(told(...page(0.95))).toEqual(rightPairs);
  });

  it('are parted by words that are printed within one', () => {
    const label = line(260, [100, 'nata a']);
    const misread = as(0.3, line(260, [600, 'ji']));
    const values = byHand(line(260, [260, 'Siena'], [680, '3/4/1980']));
    const found = relabelled(
      [...print, ...written, ...label, ...misread, ...values],
      [...across, rule(260, 240, 1200)],
      [...print, ...label, ...line(260, [600, 'il'])],
    );
    expect(found === null ? [] : pairsOf(partBlanks(found).blanks)).toEqual([
      ...rightPairs,
      ['nata a', 'Siena'],
      ['il', '3/4/1980'],
    ]);
  });

  it('are one to a line where they have no label, as rows of dashes are', () => {
    const dashes = [500, 600].flatMap((y) =>
      Array.from({ length: 8 }, (_, at) => rule(y, 100 + at * 200, 165 + at * 200)),
    );
    expect(blanksOfPage([...print, ...written], { across: [...across, ...dashes], down: [] }).blanks).toEqual([]);
    expect(told([...print, ...written], [...across, ...dashes], print)).toEqual(rightPairs);
  });

  it('are for something else where most lines of them have no label', () => {
    const empty = Array.from({ length: 9 }, (_, at) => rule(500 + at * 60, 100, 1600));
    expect(relabelled([...print, ...written], [...across, ...empty], print)).toBeNull();
  });
});

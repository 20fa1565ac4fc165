import { describe, expect, it } from 'vitest';
import { findBlanks } from '../../../tools/blank-forms/find-blanks.ts';
import type { PdfCharacter } from '../../../tools/blank-forms/pdf-characters.ts';

/** A line of print whose characters are 2 mm wide. */
const print = (text: string, yMm = 50): PdfCharacter[] => [
  ...[...text].map((character, at): PdfCharacter => ({ text: character, boxMm: [2 * at, yMm, 2 * at + 2, yMm + 3] })),
  { text: '\n', boxMm: [0, yMm, 0, yMm] },
];
const labels = (text: string) =>
  findBlanks(print(text)).blanks.map(({ label }) => label.map((word) => word.text).join(' '));

describe('the blanks of a form’s text layer', () => {
  it('are runs of underscores or dots, each with the words before it', () => {
    expect(labels('Il sottoscritto ________ nato a ........ il ______')).toEqual(['Il sottoscritto', 'nato a', 'il']);
  });

  it('may touch the print', () => {
    expect(labels('nato/a________il________')).toEqual(['nato/a', 'il']);
  });

  it('are one for a date', () => {
    const [date] = findBlanks(print('il ____/____/________')).blanks;
    expect(date?.places.map(([x0, , x1]) => [x0, x1])).toEqual([
      [6, 14],
      [16, 24],
      [26, 42],
    ]);
  });

  it('have the end of a sentence for their label, without bullets', () => {
    expect(labels('• che i lavori di cui sopra saranno eseguiti dal ________')).toEqual(['sopra saranno eseguiti dal']);
    expect(labels('• altro ________')).toEqual(['altro']);
  });

  it('are none without print before them, and none where they are short', () => {
    expect(labels('________________')).toEqual([]);
    expect(labels('pag. __')).toEqual([]);
  });

  it('leave all other print as it is', () => {
    const { others } = findBlanks([...print('Al Sindaco del Comune', 20), ...print('nato a ________ (prov.)', 50)]);
    expect(others.map((words) => words.map(({ text }) => text).join(' '))).toEqual([
      'Al Sindaco del Comune',
      '(prov.)',
    ]);
  });
});

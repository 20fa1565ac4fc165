import { describe, expect, it } from 'vitest';
import { findOptions } from '../../../ocr/extract/pairs/options.ts';
import type { TickBox, Word } from '../../../ocr/model/reading.ts';
import { line, tickBox } from '../../fixtures/extract/laid-words.ts';

/** Question, text and state of each box, in the order of groups. */
function optionsOf(boxes: readonly TickBox[], words: readonly Word[]) {
  return findOptions(boxes, words).pairs.flatMap(({ label, value, option }) =>
    option === undefined ? [] : [[option.question, label.text, value.text]],
  );
}

const answersOf = (boxes: readonly TickBox[], words: readonly Word[]) =>
  findOptions(boxes, words).pairs.flatMap(({ label, value, option }) =>
    option === undefined ? [[label.text, value.text]] : [],
  );

describe('the boxes of a question', () => {
  const sex = [tickBox(400, 100), tickBox(600, 100, 'marked')];
  const sexLine = line(100, [100, 'Sesso:'], [450, 'maschio'], [650, 'femmina']);

  it('stand on one line behind its text, each before its own', () => {
    expect(optionsOf(sex, sexLine)).toEqual([
      ['Sesso', 'maschio', 'false'],
      ['Sesso', 'femmina', 'true'],
    ]);
    expect(answersOf(sex, sexLine)).toEqual([['Sesso', 'femmina']]);
  });

  it('or each behind its own text, where texts stand nearer so', () => {
    const boxes = [tickBox(500, 100, 'marked'), tickBox(800, 100)];
    expect(optionsOf(boxes, line(100, [100, 'Sesso:'], [350, 'maschio'], [650, 'femmina']))).toEqual([
      ['Sesso', 'maschio', 'true'],
      ['Sesso', 'femmina', 'false'],
    ]);
  });

  it('or one below the other under its text', () => {
    const boxes = [tickBox(100, 160), tickBox(100, 220, 'unclear'), tickBox(100, 280)];
    const words = [
      ...line(100, [100, 'Titolo di studio']),
      ...line(160, [150, 'licenza media']),
      ...line(220, [150, 'diploma']),
      ...line(280, [150, 'laurea']),
    ];
    expect(optionsOf(boxes, words)).toEqual([
      ['Titolo di studio', 'licenza media', 'false'],
      ['Titolo di studio', 'diploma', 'true'],
      ['Titolo di studio', 'laurea', 'false'],
    ]);
  });

  it('are told from those of another question on the same line', () => {
    const boxes = [...sex, tickBox(1300, 100, 'marked')];
    expect(optionsOf(boxes, [...sexLine, ...line(100, [1000, 'Stato civile'], [1350, 'nubile'])])).toEqual([
      ['Sesso', 'maschio', 'false'],
      ['Sesso', 'femmina', 'true'],
      ['Stato civile', 'nubile', 'true'],
    ]);
  });

  it('are told from those of the next question below', () => {
    const boxes = [...sex, tickBox(400, 160, 'marked')];
    expect(optionsOf(boxes, [...sexLine, ...line(160, [100, 'Coniugato:'], [450, 'no'])])).toEqual([
      ['Sesso', 'maschio', 'false'],
      ['Sesso', 'femmina', 'true'],
      ['Coniugato', 'no', 'true'],
    ]);
  });
});

describe('a tick box', () => {
  it('may have no question', () => {
    expect(optionsOf([tickBox(100, 100, 'marked')], line(100, [150, 'allega copia del documento']))).toEqual([
      [null, 'allega copia del documento', 'true'],
    ]);
  });

  it('is nothing without a text near it', () => {
    expect(optionsOf([tickBox(100, 100)], line(100, [900, 'lontano']))).toEqual([]);
  });

  it('is no letter, though an engine read it so, alone or with the word behind it', () => {
    const boxes = [tickBox(100, 100), tickBox(100, 160, 'marked')];
    const glued: Word = { text: 'Osingola', confidence: 1, box: [100, 160, 300, 190] };
    const words = [...line(100, [103, 'X'], [150, 'doppia']), glued];
    const { pairs, used } = findOptions(boxes, words);
    expect(pairs.map(({ label }) => label.text)).toEqual(['doppia', 'singola']);
    expect(used).toEqual(new Set(words));
  });
});

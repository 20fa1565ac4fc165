import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPairs } from '../../../ocr/extract/pairs/find-pairs.ts';
import { lineUp } from '../../../ocr/extract/pairs/lined-page.ts';
import { loadPairModel } from '../../../ocr/extract/pairs/model.ts';
import { cutLines } from '../../../ocr/extract/pairs/segments.ts';
import { describeWords, rolesBy } from '../../../ocr/extract/pairs/word-roles.ts';
import type { Word } from '../../../ocr/model/reading.ts';
import { noRules } from '../../../ocr/model/rules.ts';
import { resourcesFolder } from '../../../ocr/read/engines/resources-folder.ts';
import { line } from '../../fixtures/extract/laid-words.ts';

const model = loadPairModel(resourcesFolder());
const page = { widthPx: 2000, heightPx: 3000, rules: noRules };
const texts = (words: Word[]) => findPairs(words, page, model).map(({ label, value }) => [label.text, value.text]);

describe('labels and values without a layout', () => {
  it('stand on one line, with or without a gap', () => {
    expect(texts(line(100, [100, 'Cognome: Rossi'], [900, 'Nome:'], [1200, 'Mario']))).toEqual([
      ['Cognome', 'Rossi'],
      ['Nome', 'Mario'],
    ]);
  });

  it('or the value stands right under its label', () => {
    const form = [
      ...line(100, [100, 'Cognome:'], [900, 'Nome:']),
      ...line(150, [100, 'Rossi'], [900, 'Mario']),
      ...line(260, [100, 'Luogo di nascita:'], [900, 'Data di nascita:']),
      ...line(310, [100, 'San Giuliano Terme'], [900, '12/05/1970']),
    ];
    expect(texts(form)).toEqual([
      ['Cognome', 'Rossi'],
      ['Nome', 'Mario'],
      ['Luogo di nascita', 'San Giuliano Terme'],
      ['Data di nascita', '12/05/1970'],
    ]);
  });

  it('need no colon where the spelling tells them', () => {
    expect(texts(line(100, [100, 'Data di nascita'], [450, '12/05/1970']))).toEqual([
      ['Data di nascita', '12/05/1970'],
    ]);
  });

  it('are no pair where two labels stand in a row', () => {
    expect(texts(line(100, [100, 'Cognome:'], [500, 'Nome:']))).toEqual([]);
  });

  it('give a value one label beside it and one above it, and make no label of a value', () => {
    fc.assert(
      fc.property(scatteredWords(), (words) => {
        const pairs = findPairs(words, page, model);
        const places = new Set(pairs.map(({ value }) => JSON.stringify(value.box)));
        const sides = pairs.map(({ label, value }) => JSON.stringify([value.box, value.box[1] >= label.box[3]]));
        expect(new Set(sides).size).toBe(pairs.length);
        for (const { label, confidence } of pairs) {
          expect(places).not.toContain(JSON.stringify(label.box));
          expect(confidence > 0 && confidence <= 1).toBe(true);
        }
      }),
    );
  });

  it('are not found on an empty page', () => {
    expect(texts([])).toEqual([]);
  });
});

describe('the pieces of lines', () => {
  it('hold every word once, in order', () => {
    fc.assert(
      fc.property(scatteredWords(), (words) => {
        const pieces = piecesOf(words).flatMap((pieces) => pieces.flatMap((piece) => piece.words));
        expect(pieces.map(({ text }) => text).sort()).toEqual(words.map(({ text }) => text).sort());
      }),
    );
  });

  it('end behind a colon and before a wide gap', () => {
    const [pieces = []] = piecesOf(line(100, [100, 'Data di nascita: 1 maggio'], [1500, 'Sesso']));
    expect(pieces.map(({ text }) => text)).toEqual(['Data di nascita:', '1 maggio', 'Sesso']);
  });
});

function piecesOf(words: readonly Word[]) {
  const lined = lineUp(words, page);
  return cutLines(lined, rolesBy(model.words, describeWords(lined)), model.breaks);
}

/** Words that lie on a grid, so that none covers another. */
function scatteredWords(): fc.Arbitrary<Word[]> {
  const cell = fc.record({
    row: fc.nat(12),
    column: fc.nat(6),
    text: fc.constantFrom('Nome:', 'Rossi', '12', 'via', 'A'),
  });
  return fc
    .uniqueArray(cell, { maxLength: 20, selector: ({ row, column }) => `${row},${column}` })
    .map((cells) => cells.flatMap(({ row, column, text }) => line(100 + 60 * row, [100 + 260 * column, text])));
}

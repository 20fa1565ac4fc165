import { describe, expect, it } from 'vitest';
import { findRuledTables } from '../../../ocr/extract/pairs/ruled-tables.ts';
import type { Box } from '../../../ocr/model/geometry.ts';
import { line } from '../../fixtures/extract/laid-words.ts';

const walls = [100, 500, 900, 1200];
/** Rows of 60 px from y = 100 on, with the walls above. */
const grid = (rows: number): Box[] =>
  Array.from({ length: rows }, (_, row) =>
    walls.slice(1).map((right, column): Box => [walls[column] ?? 0, 100 + 60 * row, right, 160 + 60 * row]),
  ).flat();
const heads = line(115, [120, 'Cognome'], [520, 'Nome'], [920, 'Nato il']);
const body = [...line(175, [120, 'Rossi'], [520, 'Anna'], [920, '1.2.1990']), ...line(235, [120, 'De Luca'])];

describe('a ruled table', () => {
  it('gives each cell that is not empty under the head of its column, row by row', () => {
    const { pairs, used } = findRuledTables(grid(4), [...heads, ...body], []);
    expect(pairs.map(({ label, value, cell }) => [cell?.row, label.text, value.text])).toEqual([
      [0, 'Cognome', 'Rossi'],
      [0, 'Nome', 'Anna'],
      [0, 'Nato il', '1.2.1990'],
      [1, 'Cognome', 'De Luca'],
    ]);
    expect(used).toEqual(new Set([...heads, ...body]));
  });

  it('has the words of a cell in the order of reading', () => {
    const tall: Box[] = [
      [100, 100, 500, 160],
      [500, 100, 900, 160],
      [100, 160, 500, 260],
      [500, 160, 900, 260],
    ];
    const words = [...heads.slice(0, 2), ...line(215, [120, '12']), ...line(172, [120, 'Via Roma'])];
    expect(findRuledTables(tall, words, []).pairs.map(({ value }) => value.text)).toEqual(['Via Roma 12']);
  });

  it('is none where cells hold labels of their own, where nothing names its columns, or with one row', () => {
    const own = body.slice(0, 2).map((word) => ({
      label: { text: 'Via', box: [word.box[0], word.box[1], word.box[0] + 20, word.box[3]] satisfies Box },
      value: word,
      confidence: 1,
    }));
    expect(findRuledTables(grid(2), [...heads, ...body], own).pairs).toEqual([]);
    expect(findRuledTables(grid(3), body, []).pairs).toEqual([]);
    expect(findRuledTables(grid(1), heads, []).pairs).toEqual([]);
  });

  it('ends where the walls are others', () => {
    const below: Box[] = [
      [100, 220, 700, 280],
      [700, 220, 1200, 280],
    ];
    const { pairs } = findRuledTables([...grid(2), ...below], [...heads, ...body], []);
    expect(pairs.map(({ value }) => value.text)).toEqual(['Rossi', 'Anna', '1.2.1990']);
  });
});

import { describe, expect, it } from 'vitest';
import type { Zone } from '../../../ocr/model/form.ts';
import { writtenInCells } from '../../../tools/train/written-in-cells.ts';

const rectMm = { x: 0, y: 0, width: 40, height: 7 };
const comb = (cells: number): Extract<Zone, { kind: 'comb' }> => ({
  id: 'comb',
  field: '/comb',
  kind: 'comb',
  hand: 'any',
  cells,
  rectMm,
});
const date = (order: 'dmy' | 'ymd'): Extract<Zone, { kind: 'date' }> => ({
  id: 'date',
  field: '/date',
  kind: 'date',
  hand: 'any',
  order,
  cells: 8,
  rectMm,
});

describe('what stands in the cells of a verified field', () => {
  it('is its text in capitals, one character to a cell, and nothing in the rest', () => {
    expect(writtenInCells(comb(5), 'Ab 1')).toEqual(['A', 'B', '', '1', '']);
  });

  it('is a date in the order that the form prints', () => {
    expect(writtenInCells(date('dmy'), '1980-12-31')?.join('')).toBe('31121980');
    expect(writtenInCells(date('ymd'), '1980-12-31')?.join('')).toBe('19801231');
  });

  it.each([
    ['no value', comb(5), null],
    ['a text longer than the comb', comb(3), 'ABCD'],
    ['a date that is not whole', date('dmy'), '1980'],
    ['a date on a plain line', onLine(date('dmy')), '1980-12-31'],
  ])('is not certain for %s', (_, zone, value) => {
    expect(writtenInCells(zone, value)).toBeNull();
  });
});

function onLine({ cells: _, ...zone }: Extract<Zone, { kind: 'date' }>): Extract<Zone, { kind: 'date' }> {
  return zone;
}

import { describe, expect, it } from 'vitest';
import { checkDateParts } from '../../../ocr/forms/check-date-parts.ts';

const place = { file: 'layouts/prima.json', path: ['parts'] };
const zone = {
  id: 'data',
  field: '/data',
  kind: 'date',
  hand: 'any',
  order: 'dmy',
  rectMm: { x: 20, y: 80, width: 52, height: 8 },
} as const;
const part = (x: number, width: number) => ({ x, width });

describe('a date in three parts', () => {
  it('has them one behind the other in its rectangle', () => {
    expect(checkDateParts({ ...zone, parts: [part(0, 12), part(15, 12), part(30, 22)] }, place)).toEqual([]);
    expect(checkDateParts(zone, place)).toEqual([]);
  });

  it.each([
    ['overlap', { parts: [part(0, 16), part(15, 12), part(30, 22)] }, 'overlap'],
    ['stand in another order', { parts: [part(15, 12), part(0, 12), part(30, 22)] }, 'overlap'],
    ['leave the rectangle', { parts: [part(0, 12), part(15, 12), part(30, 30)] }, 'leave the rectangle'],
    ['stand beside a comb', { parts: [part(0, 12), part(15, 12), part(30, 22)], cells: 8 as const }, 'equal cells'],
  ])('is told when they %s', (_, change, told) => {
    const [finding, ...others] = checkDateParts({ ...zone, ...change }, place);
    expect(others).toEqual([]);
    expect(finding?.message.en).toContain(told);
    expect(finding?.message.it).not.toBe(finding?.message.en);
  });
});

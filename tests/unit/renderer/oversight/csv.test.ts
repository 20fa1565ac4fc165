import { expect, test } from 'vitest';
import { formatAge } from '../../../../renderer/screens/oversight/age.ts';
import { toCsv } from '../../../../renderer/screens/oversight/csv.ts';
import { number, text } from '../../../../renderer/screens/oversight/figure-table.ts';

const columns = [text('Batch'), number('Share', 1)];

test('parts cells as spreadsheets of the language expect it, and keeps every digit', () => {
  const table = { name: 'a', columns, rows: [['Box; 4 "north"', 1234.567]] };
  expect(toCsv(table, 'it')).toBe('\uFEFFBatch;Share\r\n"Box; 4 ""north""";1234,567\r\n');
  expect(toCsv(table, 'en')).toBe('\uFEFFBatch,Share\r\n"Box; 4 ""north""",1234.567\r\n');
});

test('lets no text be taken for a formula, and no number for a text', () => {
  const rows = [
    ['=HYPERLINK("x")', -1.5],
    ['-cmd', 2],
  ];
  expect(toCsv({ name: 'a', columns, rows }, 'en')).toBe(
    '\uFEFFBatch,Share\r\n"\'=HYPERLINK(""x"")",-1.5\r\n\'-cmd,2\r\n',
  );
});

test('tells an age in the largest unit of which there are two', () => {
  const now = '2026-10-21T08:00:00.000Z';
  expect(formatAge('2026-10-18T07:00:00.000Z', now, 'en')).toBe('3 days');
  expect(formatAge('2026-10-20T03:00:00.000Z', now, 'en')).toBe('29 hours');
  expect(formatAge('2026-10-21T07:20:00.000Z', now, 'it')).toBe('40 minuti');
});

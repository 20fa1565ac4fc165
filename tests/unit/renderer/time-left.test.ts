import { expect, test } from 'vitest';
import { minutesLeft } from '../../../renderer/screens/batches/time-left.ts';
import { formatMinutes } from '../../../renderer/ui/dates.ts';

const began = { atMs: 1_000, done: 5 };

test('tells how long the pages that are left take at the pace so far, rounded up', () => {
  expect(minutesLeft(began, { atMs: 61_000, done: 35 }, 400)).toBe(13);
  expect(minutesLeft(began, { atMs: 61_000, done: 35 }, 36)).toBe(1);
});

test('says nothing from too few pages or seconds, nor when nothing is left', () => {
  expect(minutesLeft(began, { atMs: 61_000, done: 14 }, 400)).toBeNull();
  expect(minutesLeft(began, { atMs: 11_000, done: 35 }, 400)).toBeNull();
  expect(minutesLeft(began, { atMs: 61_000, done: 35 }, 35)).toBeNull();
});

test('writes a duration as people here do', () => {
  expect(formatMinutes(1, 'it')).toBe('1 minuto');
  expect(formatMinutes(40, 'en')).toBe('40 minutes');
  expect(formatMinutes(130, 'it')).toBe('3 ore');
});

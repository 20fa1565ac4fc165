import { expect, test } from 'vitest';
import { createEffortMeter } from '../../../../renderer/screens/verify/effort-meter.ts';

test('adds up keys and time over the visits to a document, pauses of more than a minute left out', () => {
  const meter = createEffortMeter();
  meter.begin('a', 0);
  meter.note('a', 5_000, true);
  meter.note('a', 70_000, true);
  meter.note('a', 72_000, false);
  meter.begin('b', 72_000);
  meter.note('b', 73_000, true);
  meter.begin('a', 80_000);
  meter.note('a', 81_000, true);
  expect(meter.take('a', 82_000)).toEqual({ keystrokes: 3, activeMs: 5_000 + 2_000 + 1_000 + 1_000 });
  expect(meter.take('b', 74_000)).toEqual({ keystrokes: 1, activeMs: 2_000 });
});

test('begins at nothing again once it was taken', () => {
  const meter = createEffortMeter();
  meter.begin('a', 0);
  meter.note('a', 10, true);
  meter.take('a', 20);
  expect(meter.take('a', 900)).toEqual({ keystrokes: 0, activeMs: 0 });
});

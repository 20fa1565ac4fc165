import { expect, test } from 'vitest';
import { growthPerThousand, memoryAt } from '../../bench/capture/memory/growth.ts';

const steady = Array.from({ length: 51 }, (_, index) => ({ pages: index * 100, residentMb: 200 + index * 0.3 }));

test('growth is told by the thousand pages, whatever was loaded in the first fifth', () => {
  expect(growthPerThousand(steady, 5000)).toBeCloseTo(3);
  const loading = steady.map((look) => (look.pages < 1000 ? { ...look, residentMb: 90 } : look));
  expect(growthPerThousand(loading, 5000)).toBeCloseTo(3);
});

test('memory at a number of pages is the mean of the looks about it', () => {
  expect(memoryAt(steady, 1000)).toBeCloseTo(203);
  expect(memoryAt(steady, 50_000)).toBeNaN();
});

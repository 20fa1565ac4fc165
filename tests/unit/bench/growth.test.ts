import { expect, test } from 'vitest';
import { growthPerThousand, valueAt } from '../../bench/growth.ts';

const steady = Array.from({ length: 51 }, (_, index) => ({ pages: index * 100, value: 200 + index * 0.3 }));

test('growth is told by the thousand pages, whatever was loaded in the first fifth', () => {
  expect(growthPerThousand(steady, 5000)).toBeCloseTo(3);
  const loading = steady.map((look) => (look.pages < 1000 ? { ...look, value: 90 } : look));
  expect(growthPerThousand(loading, 5000)).toBeCloseTo(3);
});

test('memory at a number of pages is the mean of the looks about it', () => {
  expect(valueAt(steady, 1000)).toBeCloseTo(203);
  expect(valueAt(steady, 50_000)).toBeNaN();
});

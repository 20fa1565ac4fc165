import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../tools/samples/random.ts';

describe('the source of chance', () => {
  it('gives the same for the same seed and other things for another', () => {
    const draw = (seed: string) =>
      Array.from(
        { length: 8 },
        (
          (random) => () =>
            random.next()
        )(createRandom(seed)),
      );
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it('forks sources that do not shift their parent', () => {
    const [first, second] = [createRandom('a'), createRandom('a')];
    const child = first.fork('child');
    child.next();
    expect(first.next()).toBe(second.next());
    expect(createRandom('a').fork('child').next()).not.toBe(createRandom('a').fork('other').next());
  });

  it('is spread evenly, and normally where asked', () => {
    const random = createRandom('spread');
    const uniform = Array.from({ length: 20_000 }, () => random.next());
    const normal = Array.from({ length: 20_000 }, () => random.gauss());
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(uniform)).toBeCloseTo(0.5, 1);
    expect(mean(normal)).toBeCloseTo(0, 1);
    expect(mean(normal.map((value) => value * value))).toBeCloseTo(1, 1);
  });
});

import { describe, expect, it } from 'vitest';
import { barsOf } from '../../../tools/pictures/reliability-bars.ts';

const measured = (measure: string, value: number | null, count: number) => ({ measure, on: 'samples', value, count });

describe('bars of a reliability diagram', () => {
  it('are those of the bench, and nothing else that it measured', () => {
    const json = JSON.stringify([
      measured('field exactness', 0.99, 100),
      measured('right where confidence is 0.512', 0.6, 5),
      measured('right where confidence is 0.999', 1, 95),
    ]);
    expect(barsOf(json)).toEqual([
      { confidence: 0.512, accuracy: 0.6, count: 5 },
      { confidence: 0.999, accuracy: 1, count: 95 },
    ]);
  });

  it('are missed in words where the bench told none', () => {
    expect(() => barsOf(JSON.stringify([measured('field exactness', 0.99, 100)]))).toThrow('--only accuracy');
  });
});

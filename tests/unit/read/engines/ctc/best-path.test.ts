import { describe, expect, it } from 'vitest';
import { bestPath, type Frames } from '../../../../../ocr/read/engines/ctc/best-path.ts';

/** Frames over the classes blank, 1, 2 and 3. */
function frames(...rows: readonly (readonly number[])[]): Frames {
  return { probabilities: Float32Array.from(rows.flat()), count: rows.length, classes: 4 };
}

describe('the likeliest path', () => {
  it('takes equal neighbours for one character, and a blank between them for two', () => {
    const seen = frames([0, 1, 0, 0], [0, 1, 0, 0], [1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0]);
    expect(bestPath(seen, [1, 2])).toEqual([
      { class: 1, probability: 1, firstFrame: 0, endFrame: 2 },
      { class: 1, probability: 1, firstFrame: 3, endFrame: 4 },
      { class: 2, probability: 1, firstFrame: 4, endFrame: 5 },
    ]);
  });

  it('knows only the allowed classes and shares the probability among them', () => {
    const [only, ...others] = bestPath(frames([0.1, 0.3, 0, 0.6]), [1, 2]);
    expect(others).toEqual([]);
    expect(only?.class).toBe(1);
    expect(only?.probability).toBeCloseTo(0.75);
  });

  it('is as sure of a character as its plainest frame', () => {
    expect(bestPath(frames([0.4, 0.6, 0, 0], [0.1, 0.9, 0, 0]), [1])[0]?.probability).toBeCloseTo(0.9);
  });

  it('finds nothing in blanks', () => {
    expect(bestPath(frames([1, 0, 0, 0], [0.9, 0.1, 0, 0]), [1, 2, 3])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { fitChoice } from '../../../../tools/train/noisy-pages/choice-fit.ts';

describe('weights fitted to choices', () => {
  it('favour what the right ones have in common, and leave alone what all have', () => {
    const [wanted = 0, shared = 0, unwanted = 0] = fitChoice([
      {
        candidates: [
          [1, 1, 0],
          [0, 1, 1],
        ],
        right: 0,
      },
      {
        candidates: [
          [0, 1, 1],
          [1, 1, 0],
          [0, 1, 0],
        ],
        right: 1,
      },
    ]);
    expect(wanted).toBeGreaterThan(1);
    expect(shared).toBeCloseTo(0);
    expect(unwanted).toBeLessThan(0);
  });

  it('are the same every time', () => {
    const examples = [{ candidates: [[0.3], [0.7]], right: 1 }];
    expect(fitChoice(examples)).toEqual(fitChoice(examples));
  });
});

import { describe, expect, it } from 'vitest';
import { liftRules } from '../../../../ocr/read/scattered/lift-rules.ts';

const [widthPx, heightPx] = [300, 80];
const limits = { inkLevel: 200, leastLyingPx: 90, leastStandingPx: 70, mostThicknessPx: 14 };
const isRule = (_: number, y: number) => y >= 50 && y < 54;

describe('rules that letters stand on', () => {
  it('are taken away, with their soft edges', () => {
    const lifted = lift((x, y) => isRule(x, y) || y === 54);
    expect(lifted.data.every((level) => level === 255)).toBe(true);
  });

  it('leave the stem and the foot of a letter down to where the rule begins', () => {
    const isStem = (x: number, y: number) => x >= 100 && x < 106 && y >= 20 && y < 50;
    const isFoot = (x: number, y: number) => x >= 100 && x < 120 && y >= 45 && y < 50;
    const lifted = lift((x, y) => isStem(x, y) || isFoot(x, y) || isRule(x, y));
    expect(inkIn(lifted, [100, 20, 106, 50])).toBe(6 * 30);
    expect(inkIn(lifted, [106, 45, 120, 50])).toBe(14 * 5);
    expect(inkIn(lifted, [0, 51, widthPx, heightPx])).toBe(0);
  });

  it('leave whole what goes through them', () => {
    const lifted = lift((x, y) => (x >= 100 && x < 106 && y >= 30 && y < 70) || isRule(x, y));
    expect(inkIn(lifted, [100, 30, 106, 70])).toBe(6 * 40);
  });

  it('are taken away where they stand, too', () => {
    expect(
      inkIn(
        lift((x) => x >= 40 && x < 43),
        [0, 0, widthPx, heightPx],
      ),
    ).toBe(0);
  });

  it('are no bars and no hyphens', () => {
    const isBar = (_: number, y: number) => y >= 20 && y < 40;
    const isHyphen = (x: number, y: number) => x >= 100 && x < 130 && y >= 60 && y < 64;
    const lifted = lift((x, y) => isBar(x, y) || isHyphen(x, y));
    expect(inkIn(lifted, [0, 0, widthPx, heightPx])).toBe(20 * widthPx + 30 * 4);
  });
});

function lift(isInk: (x: number, y: number) => boolean) {
  const data = Uint8Array.from({ length: widthPx * heightPx }, (_, at) =>
    isInk(at % widthPx, Math.floor(at / widthPx)) ? 0 : 255,
  );
  return liftRules({ data, widthPx, heightPx }, limits);
}

function inkIn({ data }: { data: Uint8Array }, [x0, y0, x1, y1]: [number, number, number, number]): number {
  let count = 0;
  for (let y = y0; y < y1; y += 1) for (let x = x0; x < x1; x += 1) if (data[y * widthPx + x] === 0) count += 1;
  return count;
}

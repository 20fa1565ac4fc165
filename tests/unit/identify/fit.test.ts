import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitAffine, fitRobustly, type PointPair } from '../../../ocr/identify/fit.ts';
import { seededRandom } from '../../../ocr/identify/random.ts';
import { findConsensus } from '../../../ocr/identify/vote.ts';
import { type Affine, applyAffine } from '../../../ocr/model/geometry.ts';
import { a4Corners } from '../../fixtures/identify/drawn-catalogue.ts';

const paperMap = fc
  .record({
    scale: fc.double({ min: 0.93, max: 1.07, noNaN: true }),
    stretch: fc.double({ min: 0.98, max: 1.02, noNaN: true }),
    turn: fc.double({ min: -0.02, max: 0.02, noNaN: true }),
    shear: fc.double({ min: -0.01, max: 0.01, noNaN: true }),
    x: fc.double({ min: -20, max: 20, noNaN: true }),
    y: fc.double({ min: -20, max: 20, noNaN: true }),
  })
  .map(({ scale, stretch, turn, shear, x, y }): Affine => [scale, turn, shear - turn, scale * stretch, x, y]);

/** Pairs all over an A4 page that obey `map` but for a measuring error; a share of them lies anywhere. */
function pairsOf(map: Affine, options: { count: number; wrong: number; errorMm: number; seed: number }): PointPair[] {
  const random = seededRandom(options.seed);
  return Array.from({ length: options.count }, (_, i) => {
    const from = { x: random() * 210, y: random() * 297 };
    const to = applyAffine(map, from);
    const spread = i < options.count * options.wrong ? 60 : options.errorMm;
    return { from, to: { x: to.x + (random() - 0.5) * spread, y: to.y + (random() - 0.5) * spread }, weight: 1 };
  });
}

function worstMm(found: Affine, map: Affine): number {
  return Math.max(
    ...a4Corners.map((corner) => {
      const one = applyAffine(found, corner);
      const other = applyAffine(map, corner);
      return Math.hypot(one.x - other.x, one.y - other.y);
    }),
  );
}

describe('fitting an affine map', () => {
  it('is exact on exact pairs', () => {
    fc.assert(
      fc.property(paperMap, fc.integer(), (map, seed) => {
        const found = fitAffine(pairsOf(map, { count: 20, wrong: 0, errorMm: 0, seed }), () => 1);
        expect(found && worstMm(found, map)).toBeLessThan(1e-6);
      }),
    );
  });

  it('is hardly moved by a third of wrong pairs and leaves them out of the residual', () => {
    fc.assert(
      fc.property(paperMap, fc.integer(), (map, seed) => {
        const fit = fitRobustly(pairsOf(map, { count: 90, wrong: 0.33, errorMm: 0.1, seed }));
        expect(fit && worstMm(fit.map, map)).toBeLessThan(0.15);
        expect(fit?.residualMm).toBeLessThan(0.15);
      }),
    );
  });

  it('expects larger errors where it has seen nothing', () => {
    const all = pairsOf([1, 0, 0, 1, 0, 0], { count: 200, wrong: 0, errorMm: 0.3, seed: 4 });
    const top = fitRobustly(all.filter(({ from }) => from.y < 60));
    if (!top) throw new Error('no fit');
    expect(top.errorAt({ x: 105, y: 290 })).toBeGreaterThan(5 * top.errorAt({ x: 105, y: 30 }));
  });

  it('gives nothing for too few pairs or pairs on a line', () => {
    const pairs = pairsOf([1, 0, 0, 1, 0, 0], { count: 50, wrong: 0, errorMm: 0, seed: 5 });
    expect(fitRobustly(pairs.slice(0, 3))).toBeNull();
    expect(fitRobustly([])).toBeNull();
    expect(
      fitRobustly(pairs.map(({ from }) => ({ from: { x: from.x, y: 5 }, to: { x: from.x, y: 5 }, weight: 1 }))),
    ).toBeNull();
  });
});

describe('finding what matched places agree on', () => {
  it('finds the map among three quarters of wrong matches', () => {
    fc.assert(
      fc.property(paperMap, fc.integer(), (map, seed) => {
        const found = findConsensus(pairsOf(map, { count: 160, wrong: 0.75, errorMm: 0.6, seed }), 8);
        expect(found && worstMm(found.map, map)).toBeLessThan(2);
      }),
      { numRuns: 50 },
    );
  });

  it('finds nothing among matches that agree on nothing', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = seededRandom(seed);
        const pairs = Array.from({ length: 60 }, () => ({
          from: { x: random() * 210, y: random() * 297 },
          to: { x: random() * 210, y: random() * 297 },
          weight: 1,
        }));
        expect(findConsensus(pairs, 8)).toBeNull();
      }),
      { numRuns: 30 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstPosition, positionsBetween } from '../../../station/pile/position.ts';

/** Piles as they came in, some with gaps between their sources. */
const asScanned = fc
  .uniqueArray(fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 300 })), {
    selector: (place) => place.join(),
    maxLength: 12,
  })
  .map((places) => places.map(([source, page]) => firstPosition(source, page)).toSorted());

/** Where pages are put in, one time after another, as shares of the pile as it then is, and how many each time. */
const insertions = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 9 })), {
  maxLength: 25,
});

describe('positions of pages', () => {
  it('are in the order of the files and of their pages, as text', () => {
    const inOrder = [
      firstPosition(0, 0),
      firstPosition(0, 1),
      firstPosition(0, 16),
      firstPosition(1, 0),
      firstPosition(16, 0),
    ];
    expect(inOrder.toSorted()).toEqual(inOrder);
  });

  it('leave room between any two, wherever pages are put in and however often', () => {
    fc.assert(
      fc.property(asScanned, insertions, (pile, steps) => {
        for (const [share, count] of steps) {
          const at = Math.round(share * pile.length);
          const put = positionsBetween(pile[at - 1] ?? null, pile[at] ?? null, count);
          expect(put).toHaveLength(count);
          pile = pile.toSpliced(at, 0, ...put);
        }
        expect(new Set(pile).size).toBe(pile.length);
        expect(pile.toSorted()).toEqual(pile);
      }),
    );
  });

  it('are never those of pages that are still to come', () => {
    fc.assert(
      fc.property(asScanned, fc.integer({ min: 1, max: 50 }), (pile, count) => {
        const put = positionsBetween(pile.at(-1) ?? null, null, count);
        expect(put.filter((position) => position.endsWith('h'))).toEqual([]);
      }),
    );
  });

  it('are short for pages that are put between two at once', () => {
    const [before, after] = [firstPosition(3, 0), firstPosition(3, 1)];
    const longest = Math.max(...positionsBetween(before, after, 1000).map(({ length }) => length));
    expect(longest).toBeLessThan(before.length + 12);
  });
});

import { describe, expect, test } from 'vitest';
import type { PileSection } from '../../../contract/pile.ts';
import { nextDoubt, placeNamed, rangeText, sectionsNamed } from '../../../renderer/screens/pile/outline.ts';
import { fixtureId } from '../../fixtures/renderer/state.ts';

function section(number: number, from: number, pages: number, rest: Partial<PileSection> = {}): PileSection {
  const unknown = { documentId: fixtureId(3, number), form: null, reference: null, doubtfulAt: [] };
  return { ...unknown, from, pages, ...rest };
}

const sections = [
  section(1, 0, 3, { reference: '2026/IV-3/112' }),
  section(2, 3, 1, { doubtfulAt: [3] }),
  section(3, 4, 4, { doubtfulAt: [6] }),
];
const titleOf = ({ reference }: PileSection) => (reference === null ? 'Domanda' : 'Residenza');

describe('the documents of a pile', () => {
  test('are told by the numbers of their pages', () => {
    expect(sections.map(rangeText)).toEqual(['1–3', '4', '5–8']);
  });

  test('are found by one of their pages, by their form and by their reference', () => {
    const found = (text: string) => sectionsNamed(sections, text, titleOf).map(({ from }) => from);
    expect(found('')).toEqual([0, 3, 4]);
    expect(found('6')).toEqual([4]);
    expect(found('domanda')).toEqual([3, 4]);
    expect(found('iv-3')).toEqual([0]);
  });

  test('are gone through from doubt to doubt, and from the last to the first', () => {
    expect(nextDoubt(sections, 0)).toBe(3);
    expect(nextDoubt(sections, 3)).toBe(6);
    expect(nextDoubt(sections, 6)).toBe(3);
    expect(nextDoubt([section(1, 0, 3)], 0)).toBeNull();
  });

  test('hold the page whose number is written, if there is one', () => {
    expect(placeNamed(' 8 ', 8)).toBe(7);
    expect([placeNamed('9', 8), placeNamed('0', 8), placeNamed('otto', 8)]).toEqual([null, null, null]);
  });
});

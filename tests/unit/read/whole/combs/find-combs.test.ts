import { describe, expect, it } from 'vitest';
import { findCombs } from '../../../../../ocr/read/whole/combs/find-combs.ts';
import { type RuledPage, ruledPage } from '../../../../fixtures/read/ruled-page.ts';

describe('a comb of a page that no layout describes', () => {
  it('is a row of closed cells', () => {
    const page = ruledPage();
    page.cells(10, 10, [5, 7], 8);
    expect(cellsOn(page)).toEqual([[8]]);
    const [box = []] = findCombs(page.page.image, page.page.dpi).map((comb) => comb.box);
    const wanted = [100, 100, 500, 170];
    for (const [side, edge] of box.entries()) expect(Math.abs(edge - (wanted[side] ?? 0))).toBeLessThanOrEqual(5);
  });

  it('may be open above', () => {
    const page = ruledPage();
    page.across(10, 17, 40.25);
    for (let wall = 0; wall <= 8; wall += 1) page.down(10 + 5 * wall, 10, 7);
    expect(cellsOn(page)).toEqual([[8]]);
  });

  it('may have short walls between its cells alone, and then has room for letters over them', () => {
    const page = ruledPage();
    page.across(10, 17, 40);
    for (let wall = 1; wall < 8; wall += 1) page.down(10 + 5 * wall, 15, 2);
    expect(cellsOn(page)).toEqual([[8]]);
    const [comb] = findCombs(page.page.image, page.page.dpi);
    expect((comb?.box[3] ?? 0) - (comb?.box[1] ?? 0)).toBeGreaterThanOrEqual(36);
  });

  it('ends below the text over its short walls', () => {
    const page = ruledPage();
    page.across(10, 17, 40);
    for (let wall = 1; wall < 8; wall += 1) page.down(10 + 5 * wall, 15, 2);
    for (let letter = 0; letter < 20; letter += 1) page.fill(10 + 2 * letter, 9, 1, 2.5);
    const [comb] = findCombs(page.page.image, page.page.dpi);
    expect(comb?.box[1]).toBeGreaterThanOrEqual(115);
  });

  it('may be of boxes that stand side by side', () => {
    const page = ruledPage();
    for (let box = 0; box < 5; box += 1) page.cells(10 + 6.5 * box, 10, [5, 6], 1);
    expect(cellsOn(page)).toEqual([[5]]);
  });

  it('holds the groups of a date, whatever small stands between them', () => {
    const page = ruledPage();
    page.cells(10, 10, [5, 7], 2);
    page.cells(23, 10, [5, 7], 2);
    page.cells(36, 10, [5, 7], 4);
    page.fill(21.3, 15, 0.6, 1.5);
    expect(cellsOn(page)).toEqual([[2, 2, 4]]);
  });

  it('is seen by pale walls with breaks, with letters that touch them', () => {
    const page = ruledPage();
    page.across(10, 10, 40.25);
    page.across(10, 17, 40.25);
    for (let wall = 0; wall <= 8; wall += 1) page.down(10 + 5 * wall, 10, 7, 215);
    page.fill(10, 13, 41, 0.3, 255);
    for (let wall = 1; wall < 4; wall += 1) page.fill(10 + 5 * wall, 12, 2, 4);
    expect(cellsOn(page)).toEqual([[8]]);
  });

  it('goes on over a wall that is not to be seen', () => {
    const page = ruledPage();
    page.across(10, 10, 40.25);
    page.across(10, 17, 40.25);
    for (const wall of [0, 1, 2, 3, 5, 6, 7, 8]) page.down(10 + 5 * wall, 10, 7);
    expect(cellsOn(page)).toEqual([[8]]);
  });

  it('goes on over walls of which a scan left but traces', () => {
    const page = ruledPage();
    page.across(10, 10, 40.25);
    page.across(10, 17, 40.25);
    for (let wall = 0; wall <= 8; wall += 1) page.down(10 + 5 * wall, 10, 7);
    page.fill(34, 12.2, 17, 3.4, 255);
    expect(cellsOn(page)).toEqual([[8]]);
  });

  it('may have letters that stand close over its floor between low walls', () => {
    const page = ruledPage();
    page.across(10, 17, 60.25);
    for (let wall = 0; wall <= 12; wall += 1) page.down(10 + 5 * wall, 14.5, 2.5);
    for (let cell = 0; cell < 12; cell += 1) page.fill(11.2 + 5 * cell, 13, 2.8, 3.8);
    expect(cellsOn(page)).toEqual([[12]]);
  });

  it('ends with the walls of what it stands in', () => {
    const page = ruledPage();
    page.across(10, 30, 40.25);
    for (const edge of [0, 8]) page.down(10 + 5 * edge, 5, 25);
    for (let wall = 1; wall < 8; wall += 1) page.down(10 + 5 * wall, 25, 5);
    expect(cellsOn(page)).toEqual([[8]]);
  });

  it('has four cells or more', () => {
    const page = ruledPage();
    page.cells(10, 10, [5, 7], 3);
    expect(cellsOn(page)).toEqual([]);
  });
});

describe('no comb', () => {
  it('is a table of several rows', () => {
    const page = ruledPage();
    for (const row of [0, 1, 2]) page.cells(10, 5 + 8 * row, [8, 8], 8);
    expect(cellsOn(page)).toEqual([]);
  });

  it('is a table of two low rows', () => {
    const page = ruledPage();
    for (const row of [0, 1]) page.cells(10, 5 + 5 * row, [6, 5], 8);
    expect(cellsOn(page)).toEqual([]);
  });

  it('are cells for words', () => {
    const page = ruledPage();
    page.cells(10, 10, [20, 7], 5);
    expect(cellsOn(page)).toEqual([]);
  });

  it('are tick boxes with their texts', () => {
    const page = ruledPage();
    for (let box = 0; box < 5; box += 1) {
      page.cells(10 + 20 * box, 10, [4, 4], 1);
      for (let letter = 0; letter < 5; letter += 1) page.fill(16 + 20 * box + 2 * letter, 11, 1.2, 2.5);
    }
    expect(cellsOn(page)).toEqual([]);
  });

  it('are letters on a rule', () => {
    const page = ruledPage();
    page.across(10, 17, 60);
    for (let letter = 0; letter < 15; letter += 1) {
      page.fill(10 + 4 * letter, 14, 0.4, 3);
      page.fill(10 + 4 * letter, 16, 2.4, 1.2);
    }
    expect(cellsOn(page)).toEqual([]);
  });

  it('is a line of text close over a rule', () => {
    const page = ruledPage();
    page.across(10, 17, 100);
    // Stems of letters as a text has them: at no pitch, some higher than others.
    for (let left = 10, stem = 1; left < 105; left += 0.9 + (stem % 13) * 0.15, stem = (stem * 7 + 3) % 101) {
      page.fill(left, stem % 3 === 0 ? 13.6 : 14.4, 0.4, stem % 3 === 0 ? 3.2 : 2.4);
    }
    expect(cellsOn(page)).toEqual([]);
  });

  it('is a word whose letters stand so close that their feet meet', () => {
    const page = ruledPage();
    for (let letter = 0; letter < 10; letter += 1) {
      page.fill(10 + 4 * letter, 14, 0.5, 3);
      page.fill(10 + 4 * letter + 1.7, 15, 0.5, 2);
      page.fill(10 + 4 * letter + 2.8, 15, 0.5, 2);
      page.fill(10 + 4 * letter - 0.6, 16.8, 3.8, 0.2);
    }
    expect(cellsOn(page)).toEqual([]);
  });
});

/** The cells of each group of each comb. */
function cellsOn({ page }: RuledPage): number[][] {
  return findCombs(page.image, page.dpi).map(({ parts }) => parts.map(({ cells }) => cells));
}

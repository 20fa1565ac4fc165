import { describe, expect, it } from 'vitest';
import type { Component } from '../../../../ocr/read/ink/components.ts';
import { areLevel, type Letter, settleOwners } from '../../../../ocr/read/overrun/line-owners.ts';

const pxPerMm = 10;

/** Letters of 16 by 20 pixels, 5 apart; a blank of the text leaves room for one. */
function line(text: string, left: number, zone: number | null, top = 0): Letter[] {
  return [...text].flatMap((character, index) => (character === ' ' ? [] : [letter(left + 21 * index, zone, top)]));
}

function letter(left: number, zone: number | null, top = 0): Letter {
  const piece: Component = { box: [left, top, left + 16, top + 20], pixels: new Int32Array(320) };
  return { piece, zone };
}

function ownOf(letters: readonly Letter[]): { own: number[]; isContested: boolean } {
  const { own, isContested } = settleOwners(letters, pxPerMm);
  return { own: [...own].map(({ box }) => box[0]).toSorted((one, other) => one - other), isContested };
}

describe('the letters of a line that leaves its zone', () => {
  it('are its own as far as its word goes on over free paper, for sure', () => {
    expect(ownOf([...line('CYPR', 0, 0), ...line('US', 84, null)])).toEqual({
      own: [0, 21, 42, 63, 84, 105],
      isContested: false,
    });
  });

  it('are its own behind a blank too, but not for sure', () => {
    expect(ownOf([...line('NEW', 0, 0), ...line('YORK', 84, null)])).toEqual({
      own: [0, 21, 42, 84, 105, 126, 147],
      isContested: true,
    });
  });

  it('end where paper begins that is wider than a blank', () => {
    expect(ownOf([...line('NEW', 0, 0), ...line('NOTE', 120, null)])).toEqual({ own: [0, 21, 42], isContested: false });
  });

  it('end where another line stands higher', () => {
    expect(ownOf([...line('NEW', 0, 0), ...line('AB', 63, null, 15)]).own).toEqual([0, 21, 42]);
  });

  it('are its own in another zone where most of their word is in this one', () => {
    expect(ownOf([...line('CYPR', 0, 0), ...line('US', 84, 1)])).toEqual({
      own: [0, 21, 42, 63, 84, 105],
      isContested: true,
    });
  });

  it("are the other zone's where most of their word is in that one", () => {
    expect(ownOf([...line('AB', 0, 0), ...line('CDEF', 42, 1)])).toEqual({ own: [], isContested: true });
  });

  it('are not those of another zone behind a blank', () => {
    expect(ownOf([...line('VIA', 0, 0), ...line('12', 84, 1)])).toEqual({ own: [0, 21, 42], isContested: false });
  });
});

describe('level', () => {
  it('are boxes of which the lower one is level by half', () => {
    expect(areLevel([0, 0, 10, 20], [20, 10, 30, 30])).toBe(true);
    expect(areLevel([0, 0, 10, 20], [20, 11, 30, 31])).toBe(false);
    expect(areLevel([0, 0, 10, 40], [20, 30, 30, 40])).toBe(true);
  });
});

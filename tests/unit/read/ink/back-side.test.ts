import { describe, expect, it } from 'vitest';
import { levelOfBackSide } from '../../../../ocr/read/ink/back-side.ts';

const clean = new Array<number>(400).fill(255);
/** A part of free paper of which so much is this pale. */
const part = (level: number, share: number) => clean.map((paper, place) => (place < share * 400 ? level : paper));
const rest = (count: number) => Array.from({ length: count }, () => clean);

describe('the back of a sheet', () => {
  it('shows through where several parts of the free paper are pale', () => {
    const cut = levelOfBackSide([...Array.from({ length: 5 }, () => part(222, 0.03)), ...rest(7)]);
    expect(cut).toBeLessThan(222);
    expect(cut).toBeGreaterThan(200);
  });

  it('does not where a stamp or a cup stood, nor where there is dust', () => {
    expect(levelOfBackSide([part(222, 0.2), part(222, 0.2), ...rest(10)])).toBeNull();
    expect(levelOfBackSide(Array.from({ length: 12 }, () => part(222, 0.006)))).toBeNull();
  });

  it('is left alone where it is as dark as pencil', () => {
    expect(levelOfBackSide(Array.from({ length: 12 }, () => part(160, 0.03)))).toBeNull();
  });
});

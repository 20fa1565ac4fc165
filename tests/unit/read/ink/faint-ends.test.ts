import { describe, expect, it } from 'vitest';
import type { Component } from '../../../../ocr/read/ink/components.ts';
import { type FaintInk, withFaintEnds } from '../../../../ocr/read/ink/faint-ends.ts';

const widthPx = 40;

describe('a stroke that fades', () => {
  it('is given its faint end', () => {
    const [stem] = withFaintEnds([run(0, 8)], faintInk({ pale: [[0, 18]], near: [[0, 10]] }));
    expect(stem?.box).toEqual([0, 0, 18, 1]);
    expect(stem?.pixels).toHaveLength(18);
  });

  it('stays as it is where only its soft edge is pale', () => {
    const stroke = run(2, 8);
    expect(withFaintEnds([stroke], faintInk({ pale: [[0, 12]], near: [[0, 12]] }))).toEqual([stroke]);
  });

  it('shares its faint middle with the next: each has what lies nearer', () => {
    const letters = withFaintEnds(
      [run(0, 4), run(24, 4)],
      faintInk({
        pale: [[0, 28]],
        near: [
          [0, 6],
          [22, 28],
        ],
      }),
    );
    expect(letters.map(({ box }) => box)).toEqual([
      [0, 0, 14, 1],
      [14, 0, 28, 1],
    ]);
  });

  it('ends where no letter is as long', () => {
    const [stem] = withFaintEnds([run(0, 4)], faintInk({ pale: [[0, 40]], near: [[0, 6]] }));
    expect(stem?.box).toEqual([0, 0, 19, 1]);
  });

  it('is no dust with its halo', () => {
    const grain = run(0, 4);
    const halo = faintInk({ pale: [[0, 20]], near: [[0, 6]], mayHaveEnds: false });
    expect(withFaintEnds([grain], halo)).toEqual([grain]);
  });
});

interface FaintRow {
  /** From and to where pale pieces reach on the first row, and what lies within soft edges. */
  readonly pale: readonly (readonly [number, number])[];
  readonly near: readonly (readonly [number, number])[];
  readonly mayHaveEnds?: boolean;
}

function faintInk({ pale, near, mayHaveEnds = true }: FaintRow): FaintInk {
  const owners = new Int32Array(2 * widthPx);
  for (const [index, [from, to]] of pale.entries()) owners.fill(index + 1, from, to);
  const data = new Uint8Array(2 * widthPx);
  for (const [from, to] of near) data.fill(1, from, to);
  return { owners, mayHaveEnds: pale.map(() => mayHaveEnds), near: { data, widthPx, heightPx: 2 }, pxPerMm: 10 };
}

/** Pixels of the first row. */
function run(from: number, count: number): Component {
  return { box: [from, 0, from + count, 1], pixels: Int32Array.from({ length: count }, (_, index) => from + index) };
}

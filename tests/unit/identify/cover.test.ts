import { describe, expect, it } from 'vitest';
import { coveredZones, findCover } from '../../../ocr/identify/cover.ts';
import { allPrint, darkPrint, mapPrint, type PrintMap, tileMm } from '../../../ocr/identify/print-map.ts';
import type { Raster } from '../../../ocr/identify/raster.ts';
import type { Zone } from '../../../ocr/model/form.ts';
import { identityAffine } from '../../../ocr/model/geometry.ts';
import { flatWarp } from '../../../ocr/model/warp.ts';

/** Rows of squares: `.` seen, `#` not seen, a blank where there is no print. */
function mapOf(...rows: string[]): PrintMap {
  const levels = rows.flatMap((row) => [...row].map((square) => ({ '.': 1, '#': 0 })[square] ?? Number.NaN));
  return { columns: rows[0]?.length ?? 0, rows: rows.length, seen: Float32Array.from(levels) };
}

const zone = (id: string, x: number, y: number): Zone => ({
  ...{ id, field: `/${id}`, kind: 'text', hand: 'any', lines: 1 },
  rectMm: { x, y, width: 10, height: 5 },
});

describe('a cover', () => {
  it('is squares side by side whose print is not seen', () => {
    const map = mapOf('......', '..##..', '..#...', '......');
    expect(findCover(map, () => map).squaresMm).toHaveLength(3);
  });

  it('is none where print has faded here and there', () => {
    const map = mapOf('#.....', '...##.', '......', '.#....');
    expect(findCover(map, () => map)).toEqual({ squaresMm: [], share: 0 });
  });

  it('reaches as far as hairlines are not seen, but is not made of them alone', () => {
    const dark = mapOf('..  ..', '.##  .', '..#  .', '......');
    const all = mapOf('..####', '.####.', '..##..', '#.....');
    expect(findCover(dark, () => all).squaresMm).toHaveLength(10);
    const whole = mapOf('......', '......', '......', '......');
    expect(findCover(whole, () => all).squaresMm).toHaveLength(0);
  });

  it('covers the zones that it reaches into', () => {
    const map = mapOf('....', '.##.', '.##.', '....');
    const zones = [zone('under', 2 * tileMm, tileMm), zone('beside', 0, 3 * tileMm + 1)];
    expect(
      coveredZones(
        zones,
        findCover(map, () => map),
      ).map(({ id }) => id),
    ).toEqual(['under']);
  });
});

describe('the map of print', () => {
  const pxPerMm = 6;
  /** 60 by 30 mm with a rule every 3 mm. */
  const ruled = (level = 255): Raster => {
    const [widthPx, heightPx] = [60 * pxPerMm, 30 * pxPerMm];
    const data = new Uint8Array(widthPx * heightPx).fill(level);
    for (let y = 9; y < heightPx; y += 3 * pxPerMm) data.fill(0, y * widthPx, (y + 2) * widthPx);
    return { data, widthPx, heightPx, pxPerMmX: pxPerMm, pxPerMmY: pxPerMm };
  };
  const warp = flatWarp(identityAffine);
  const unseen = (page: Raster) =>
    [...mapPrint(ruled(), page, warp, darkPrint).seen].filter((share) => share < 0.2).length;

  it('sees all of it on an empty page, on a grey one and on one that is written on', () => {
    expect(unseen(ruled())).toBe(0);
    expect(unseen(ruled(190))).toBe(0);
    const written = ruled();
    for (let x = 40; x < 200; x += 14)
      for (let y = 0; y < 180; y += 1) written.data.fill(20, y * 360 + x, y * 360 + x + 3);
    expect(unseen(written)).toBe(0);
  });

  it.each([255, 210, 140])('sees none under paper of any grey: %i', (level) => {
    const covered = ruled();
    for (let y = 36; y < 144; y += 1) covered.data.fill(level, y * 360 + 72, y * 360 + 180);
    expect(unseen(covered)).toBe(9);
  });

  it('looks for hairlines where it is asked to', () => {
    const pale = ruled();
    pale.data.forEach((level, at) => {
      if (level === 0) pale.data[at] = 170;
    });
    expect([...mapPrint(pale, pale, warp, darkPrint).seen].every(Number.isNaN)).toBe(true);
    expect([...mapPrint(pale, pale, warp, allPrint).seen].some((share) => share > 0.9)).toBe(true);
  });
});

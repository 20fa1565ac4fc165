import { describe, expect, it } from 'vitest';
import type { RectMm } from '../../../../ocr/model/geometry.ts';
import type { GreyImage } from '../../../../ocr/model/page.ts';
import { findZoneInk } from '../../../../ocr/read/ink/zone-ink.ts';
import { followWriting } from '../../../../ocr/read/overrun/follow.ts';
import type { OtherZone } from '../../../../ocr/read/overrun/side.ts';
import { inkBesideWalls } from '../../../../ocr/read/overrun/walls.ts';
import { type FilledForm, fillForm } from '../../../fixtures/filled-form.ts';

const rectMm = { x: 20, y: 10, width: 20, height: 9 };
const neighbour: OtherZone = { kind: 'text', rectMm: { x: 41.2, y: 10, width: 15, height: 9 } };

/** Letters of 1.6 by 2.5 mm, each with a hole, 0.5 mm apart. */
function writeLetters(form: FilledForm, x: number, count: number, y = 13): void {
  for (let index = 0; index < count; index += 1) {
    const left = x + index * 2.1;
    for (const [dx, width] of [
      [0, 0.4],
      [1.2, 0.4],
    ] as const) {
      form.write(left + dx, y, width, 2.5);
    }
    form.write(left, y, 1.6, 0.4);
  }
}

function follow(form: FilledForm, others: readonly OtherZone[] = [], rect: RectMm = rectMm) {
  const found = findZoneInk(form.view, rect, 1);
  if (found === null) throw new Error('the zone lies off the page');
  const { zoneInk, isOverrun } = followWriting(form.view, rect, found, others);
  return { found, zoneInk, isOverrun, letters: zoneInk.components.length };
}

describe('writing that stays in its zone', () => {
  it('is given back as it was found', () => {
    const form = fillForm();
    writeLetters(form, 22, 5);
    const { found, zoneInk, isOverrun } = follow(form, [neighbour]);
    expect(zoneInk).toBe(found);
    expect(isOverrun).toBe(false);
  });

  it('is not taken for that of the next zone, and takes none of it', () => {
    const form = fillForm();
    form.print(40.5, 5, 0.3, 20);
    writeLetters(form, 28, 5);
    writeLetters(form, 42.6, 4);
    expect(follow(form, [neighbour])).toMatchObject({ letters: 5, isOverrun: false });
  });

  it('takes no punched hole in that lies beside it', () => {
    const form = fillForm();
    form.print(19.4, 5, 0.3, 20);
    writeLetters(form, 21, 4);
    for (let y = -2.5; y < 2.5; y += 0.1) {
      const half = Math.sqrt(6.25 - y * y);
      form.write(16.6 - half, 14 + y, 2 * half, 0.1);
    }
    expect(follow(form)).toMatchObject({ letters: 4, isOverrun: false });
  });
});

describe('writing that leaves its zone', () => {
  it('is followed to both sides over free paper', () => {
    const form = fillForm();
    writeLetters(form, 16, 12);
    const { found, letters, isOverrun } = follow(form);
    expect(found.components.length).toBeLessThan(12);
    expect(letters).toBe(12);
    expect(isOverrun).toBe(false);
  });

  it('is followed into another zone, and a person has to say', () => {
    const form = fillForm();
    writeLetters(form, 34, 5);
    expect(follow(form, [neighbour])).toMatchObject({ letters: 5, isOverrun: true });
  });

  it('goes to a person where a letter lies on the wall', () => {
    const form = fillForm();
    form.print(40.4, 5, 0.4, 20);
    writeLetters(form, 34, 3);
    form.write(39.9, 14, 1.5, 0.5);
    expect(follow(form).isOverrun).toBe(true);
  });

  it('goes to a person where it ends too near to the wall for a letter to follow', () => {
    const form = fillForm();
    form.print(40.4, 5, 0.4, 20);
    writeLetters(form, 34, 3);
    expect(follow(form).isOverrun).toBe(false);
    const full = fillForm();
    full.print(40.4, 5, 0.4, 20);
    writeLetters(full, 34.2, 3);
    expect(follow(full).isOverrun).toBe(true);
  });

  it('goes to a person where all of it lies on the wall', () => {
    const form = fillForm();
    form.print(19.4, 5, 0.3, 20);
    writeLetters(form, 18.6, 1);
    expect(follow(form).isOverrun).toBe(true);
  });
});

describe('ink beside walls', () => {
  const strip = (blacken: (x: number, y: number) => boolean): GreyImage => {
    const data = Uint8Array.from({ length: 40 * 90 }, (_, at) => (blacken(at % 40, Math.floor(at / 40)) ? 0 : 255));
    return { data, widthPx: 40, heightPx: 90 };
  };

  it('is none where there is but a wall, with its soft and crooked edge', () => {
    expect(inkBesideWalls(strip((x, y) => x >= 20 && x < (y < 40 ? 24 : 25)))).toBe(0);
  });

  it('is what stands beside a wall, or where there is none', () => {
    const isLetter = (x: number, y: number) => x >= 5 && x < 15 && y >= 40 && y < 60;
    expect(inkBesideWalls(strip((x, y) => x === 22 || isLetter(x, y)))).toBe(200);
    expect(inkBesideWalls(strip(isLetter))).toBe(200);
  });
});

import { describe, expect, it } from 'vitest';
import type { Zone } from '../../../../ocr/model/form.ts';
import type { RectMm } from '../../../../ocr/model/geometry.ts';
import type { ZoneReading } from '../../../../ocr/model/reading.ts';
import { findZoneInk } from '../../../../ocr/read/ink/zone-ink.ts';
import { findMisplacement } from '../../../../ocr/read/misplaced/find-misplacement.ts';
import { mayBeMisplaced } from '../../../../ocr/read/misplaced/is-misplaced.ts';
import { leavesUpOrDown } from '../../../../ocr/read/misplaced/leaves-zone.ts';
import { moveZones } from '../../../../ocr/read/misplaced/moved-zones.ts';
import { isOffCentre } from '../../../../ocr/read/misplaced/off-centre.ts';
import { readMisplacedMark } from '../../../../ocr/read/misplaced/read-mark.ts';
import type { SeenZone } from '../../../../ocr/read/seen-zone.ts';
import { emptyZoneText } from '../../../../ocr/read/zone-text.ts';
import { type FilledForm, fillForm } from '../../../fixtures/filled-form.ts';

function text(id: string, rectMm: RectMm): Zone {
  return { kind: 'text', id, field: `/${id}`, hand: 'any', lines: 1, rectMm };
}

function comb(id: string, rectMm: RectMm): Zone {
  return { kind: 'comb', id, field: `/${id}`, hand: 'any', cells: 4, rectMm };
}

function mark(id: string, rectMm: RectMm): Zone & { kind: 'mark' } {
  return { kind: 'mark', id, field: `/${id}`, value: true, rectMm };
}

/** Letters of 1.6 by 2.5 mm. */
function writeLetters(form: FilledForm, x: number, y: number, count: number, pitch = 2.1): void {
  for (let index = 0; index < count; index += 1) {
    form.write(x + index * pitch, y, 0.4, 2.5);
    form.write(x + index * pitch + 1.2, y, 0.4, 2.5);
    form.write(x + index * pitch, y, 1.6, 0.4);
  }
}

const zones: Zone[] = [
  text('name', { x: 5, y: 3, width: 25, height: 7 }),
  text('place', { x: 32, y: 3, width: 25, height: 7 }),
  comb('code', { x: 5, y: 15, width: 22, height: 6 }),
  mark('yes', { x: 40, y: 16, width: 3.5, height: 3.5 }),
];

/** Fills in all zones, their texts 2 mm from the left and in the middle, moved by so much. */
function fillAll(dx: number, dy: number): FilledForm {
  const form = fillForm();
  writeLetters(form, 7 + dx, 5.2 + dy, 6);
  writeLetters(form, 34 + dx, 5.2 + dy, 6);
  writeLetters(form, 6.9 + dx, 16.7 + dy, 4, 5.5);
  form.stroke(40.6 + dx, 16.6 + dy, 42.6 + dx, 18.6 + dy);
  form.stroke(42.6 + dx, 16.6 + dy, 40.6 + dx, 18.6 + dy);
  return form;
}

describe('how far a machine wrote from the place', () => {
  it.each([
    [3, 2.5],
    [-2.5, 3],
    [0, -4],
  ])('is found by where all letters would stand in zones: %f, %f', (dx, dy) => {
    const shift = findMisplacement(fillAll(dx, dy).view, zones);
    expect(Math.hypot((shift?.x ?? 9) - dx, (shift?.y ?? 9) - dy)).toBeLessThan(1);
  });

  it('is nothing where all stands in its zone, or nothing is written', () => {
    expect(findMisplacement(fillAll(0.4, -0.3).view, zones)).toBeNull();
    expect(findMisplacement(fillForm().view, zones)).toBeNull();
  });
});

describe('moved zones', () => {
  it('leave signatures and codes where they are', () => {
    const rectMm = { x: 1, y: 2, width: 3, height: 4 };
    const signature: Zone = { kind: 'signature', id: 's', field: '/s', rectMm };
    expect(moveZones([text('t', rectMm), signature], { x: 2, y: -1 })).toEqual([
      text('t', { ...rectMm, x: 3, y: 1 }),
      signature,
    ]);
  });
});

describe('a mark beside its box', () => {
  const zone = mark('yes', { x: 43, y: 18.5, width: 3.5, height: 3.5 });

  it('is a guess for a person where the machine would have put it', () => {
    expect(readMisplacedMark(fillAll(3, 2.5).view, zone)).toMatchObject({ manner: 'beside', state: 'unclear' });
  });

  it('elsewhere leaves the box in doubt as well', () => {
    expect(readMisplacedMark(fillForm().view, zone)).toMatchObject({ manner: 'unseen', state: 'unclear' });
  });
});

describe('a line', () => {
  const rectMm = { x: 5, y: 8, width: 40, height: 8 };
  const leaves = (y: number) => {
    const form = fillForm();
    writeLetters(form, 8, y, 6);
    const ink = findZoneInk(form.view, rectMm, 1);
    return ink !== null && leavesUpOrDown(ink);
  };

  it('in the middle of its zone does not leave it', () => {
    expect(leaves(10.5)).toBe(false);
  });

  it('on the upper or lower edge does, and so does one right beside', () => {
    expect([leaves(7), leaves(14.5), leaves(15.8)]).toEqual([true, true, true]);
  });
});

describe('the characters of a comb', () => {
  const at = (dx: number, dy: number) =>
    [0, 1, 2].map((cell) => ({
      cell,
      box: [cell * 50 + 15 + dx, 15 + dy, cell * 50 + 35 + dx, 45 + dy] as [number, number, number, number],
    }));

  it('are off the middle of their cells when they are so in the mean', () => {
    // As typewriters put them, a millimetre off in cells of five.
    expect(isOffCentre(at(12, -12), [0, 0, 150, 60], 3)).toBe(false);
    expect(isOffCentre(at(16, 0), [0, 0, 150, 60], 3)).toBe(true);
    expect(isOffCentre(at(0, -16), [0, 0, 150, 60], 3)).toBe(true);
  });
});

describe('a page may be misplaced', () => {
  const rectMm = { x: 0, y: 0, width: 10, height: 5 };
  const written = (kind: 'text' | 'comb', leavesZone: boolean): SeenZone => ({
    zone: kind === 'text' ? text('t', rectMm) : comb('c', rectMm),
    content: { ...emptyZoneText([0, 0, 1, 1]), lines: [[]], leavesZone },
  });
  const box = (state: 'marked' | 'empty'): SeenZone => {
    const content: ZoneReading = {
      kind: 'mark',
      zone: 'm',
      manner: state === 'marked' ? 'stroke' : 'none',
      state,
      confidence: 1,
      inkShare: 0,
      box: [0, 0, 1, 1],
    };
    return { zone: mark('m', rectMm), content };
  };
  const fine = Array.from({ length: 6 }, () => written('text', false));

  it('when three of its texts leave their zones, not when two do', () => {
    const [one, two, three] = [written('text', true), written('text', true), written('text', true)];
    expect(mayBeMisplaced([...fine, one, two])).toBe(false);
    expect(mayBeMisplaced([...fine, one, two, three])).toBe(true);
  });

  it('when its combs leave their cells', () => {
    expect(mayBeMisplaced([...fine, written('comb', false), written('comb', false), written('comb', true)])).toBe(
      false,
    );
    expect(mayBeMisplaced([...fine, written('comb', false), written('comb', true)])).toBe(true);
  });

  it('when it has boxes and none is marked', () => {
    expect(mayBeMisplaced([...fine, box('empty'), box('marked')])).toBe(false);
    expect(mayBeMisplaced([...fine, box('empty')])).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { findZoneInk } from '../../../../ocr/read/ink/zone-ink.ts';
import { isStruckOut, isWrittenOver, penOf } from '../../../../ocr/read/struck/judge-page.ts';
import { tracesOf, withoutStruck } from '../../../../ocr/read/struck/traces.ts';
import { type FilledForm, fillForm } from '../../../fixtures/filled-form.ts';

const rectMm = { x: 5, y: 5, width: 50, height: 12 };
const machine = { isMachineMade: true, inCells: false, penMm: 0.5 };

function inkOf(write: (form: FilledForm) => unknown) {
  const form = fillForm();
  write(form);
  const ink = findZoneInk(form.view, rectMm, 1);
  if (ink === null) throw new Error('the zone lies off the page');
  return ink;
}

function word(form: FilledForm, left: number, letters: number): void {
  for (let letter = 0; letter < letters; letter += 1) form.write(left + letter * 1.5, 9, 0.5, 3);
}

describe('a line through a word', () => {
  it('is as long as it runs with ink above and below', () => {
    const [trace] = tracesOf(inkOf((form) => [word(form, 10, 5), form.write(9.5, 10.4, 8, 0.4)]));
    const through = trace?.line();
    expect(through?.lengthMm).toBeCloseTo(8, 0);
    expect(through?.depth).toBeCloseTo(0.5, 1);
    // Five letters of 0.5 mm and the grey beside them stand on its 8 mm.
    expect(through?.aloneShare).toBeGreaterThan(0.5);
    expect(through?.aloneShare).toBeLessThan(1 - 2.5 / 8);
    expect(trace && isStruckOut(trace, machine, true)).toBe(true);
  });

  it('is none that underlines it, or lies over it', () => {
    for (const y of [11.8, 9]) {
      const traces = tracesOf(inkOf((form) => [word(form, 10, 5), form.write(9.5, y, 8, 0.4)]));
      expect(traces.map((trace) => trace.line())).toEqual([null]);
    }
  });

  it('is longer than the bar of a letter, and among hands longer than their joined letters', () => {
    const [bar] = tracesOf(inkOf((form) => [form.write(12, 9, 0.5, 4), form.write(10, 10.8, 4.2, 0.4)]));
    expect(bar && isStruckOut(bar, machine, false)).toBe(false);
    const [joined] = tracesOf(inkOf((form) => [word(form, 10, 4), form.write(10, 10.4, 5, 0.4)]));
    expect(joined && isStruckOut(joined, machine, false)).toBe(true);
    expect(joined && isStruckOut(joined, { ...machine, isMachineMade: false }, false)).toBe(false);
  });

  it('takes away with it what lies within the word alone', () => {
    const { components } = inkOf((form) => [word(form, 10, 5), form.write(9.5, 10.4, 8, 0.4), word(form, 25, 3)]);
    const [first] = components.filter(({ box }) => box[2] - box[0] > 40);
    expect(withoutStruck(components, first === undefined ? [] : [first])).toHaveLength(3);
  });
});

describe('a letter written over another', () => {
  it('is thicker than the pen of its page', () => {
    const traces = tracesOf(inkOf((form) => [word(form, 8, 14), form.write(40, 9, 1.2, 3)]));
    const penMm = penOf(traces);
    expect(penMm).toBeCloseTo(0.5, 0);
    const over = traces.filter((trace) => isWrittenOver(trace, { ...machine, penMm }, () => 'I'));
    expect(over).toHaveLength(1);
    expect(over[0]?.widthMm).toBeGreaterThan(1);
  });

  it('is not looked for where there are too few letters to know the pen', () => {
    expect(penOf(tracesOf(inkOf((form) => word(form, 10, 5))))).toBeNull();
  });
});

it('the areas of paper that a piece encloses are counted', () => {
  const rings = (form: FilledForm) => [
    ...[8, 10.4, 13].map((y) => form.write(10, y, 3, 0.4)),
    ...[10, 12.6].map((x) => form.write(x, 8, 0.4, 5.4)),
  ];
  const mostOf = (write: (form: FilledForm) => unknown) =>
    tracesOf(inkOf(write)).map(({ encloses }) => [1, 2, 3, 4, 5].filter(encloses).length);
  expect(mostOf(rings)).toEqual([2]);
  expect(mostOf((form) => [rings(form), form.write(11.3, 8, 0.4, 5.4)])).toEqual([4]);
  expect(mostOf((form) => word(form, 10, 1))).toEqual([0]);
});

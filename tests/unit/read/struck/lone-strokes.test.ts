import { expect, it } from 'vitest';
import { findZoneInk } from '../../../../ocr/read/ink/zone-ink.ts';
import { strokesAlone } from '../../../../ocr/read/struck/lone-strokes.ts';
import { type FilledForm, fillForm } from '../../../fixtures/filled-form.ts';

const rectMm = { x: 5, y: 5, width: 50, height: 12 };

function told(write: (form: FilledForm) => unknown) {
  const form = fillForm();
  write(form);
  const ink = findZoneInk(form.view, rectMm, 1);
  return ink === null ? undefined : strokesAlone(ink);
}

it('a dash is told by its ink, and so is a row of them and an equals sign', () => {
  expect(told((form) => form.write(10, 11, 20, 0.5))).toBe('dash');
  expect(told((form) => form.stroke(10, 11, 30, 12))).toBe('dash');
  expect(told((form) => [8, 11, 14].map((x) => form.write(x, 11, 1.6, 0.4)))).toBe('dash');
  expect(told((form) => [10, 11.2].map((y) => form.write(10, y, 1.6, 0.4)))).toBe('dash');
});

it('a slanting stroke through the field is told', () => {
  expect(told((form) => form.stroke(10, 15, 32, 7))).toBe('stroke');
  expect(told((form) => form.stroke(20, 15, 28, 7))).toBe('stroke');
});

it('what may be a letter or a digit is neither', () => {
  expect(told((form) => form.write(20, 9, 0.5, 5))).toBeNull();
  expect(told((form) => form.stroke(20, 14, 21.5, 8))).toBeNull();
  expect(told((form) => form.write(20, 11, 1.6, 0.5))).toBeNull();
  expect(told((form) => form.write(20, 10, 6, 2.4))).toBeNull();
  // A row of letters is long and straight as well, and so is one of ones.
  expect(told((form) => Array.from({ length: 20 }, (_, x) => form.write(8 + 2 * x, 9, 0.5, 2.5)))).toBeNull();
});

it('a dash beside letters, or under them, is not alone', () => {
  const letters = (form: FilledForm) => [10, 13, 16].map((x) => form.write(x, 9, 0.5, 3));
  expect(told(letters)).toBeNull();
  expect(told((form) => [letters(form), form.write(22, 11, 15, 0.5)])).toBeNull();
  expect(told((form) => [letters(form), form.write(8, 13, 15, 0.5)])).toBeNull();
  expect(told(() => undefined)).toBeNull();
  // A long line through small letters.
  expect(told((form) => [[14, 22, 30].map((x) => form.write(x, 10, 0.5, 2.4)), form.write(8, 11, 40, 0.4)])).toBeNull();
});

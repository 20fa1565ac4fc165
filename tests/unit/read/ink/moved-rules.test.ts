import { expect, it } from 'vitest';
import { withoutMovedRules } from '../../../../ocr/read/ink/moved-rules.ts';
import { findZoneInk } from '../../../../ocr/read/ink/zone-ink.ts';
import { type FilledForm, fillForm } from '../../../fixtures/filled-form.ts';

const rectMm = { x: 5, y: 5, width: 50, height: 15 };

function word(form: FilledForm): void {
  for (let letter = 0; letter < 5; letter += 1) form.write(10 + letter * 2, 9, 0.5, 3);
}

function piecesOf(
  write: (form: FilledForm) => unknown,
  rect = rectMm,
): { readonly before: number; readonly left: number } {
  const form = fillForm();
  write(form);
  const ink = findZoneInk(form.view, rect, 1);
  if (ink === null) throw new Error('the zone lies off the page');
  return { before: ink.components.length, left: withoutMovedRules(ink).components.length };
}

it('a rule that the empty form has not is no writing, whole or in pieces', () => {
  expect(piecesOf((form) => [word(form), form.write(4, 17, 52, 0.3)])).toEqual({ before: 6, left: 5 });
  const pieces = (form: FilledForm) => [5, 18, 31, 44].map((x) => form.write(x, 17, 10, 0.3));
  expect(piecesOf((form) => [word(form), pieces(form)])).toEqual({ before: 9, left: 5 });
});

it('a dash, a thick stroke and what stands upright stay', () => {
  expect(piecesOf((form) => [word(form), form.write(25, 10.5, 12, 0.3)])).toEqual({ before: 6, left: 6 });
  expect(piecesOf((form) => [word(form), form.write(5, 16, 50, 1)])).toEqual({ before: 6, left: 6 });
  expect(piecesOf((form) => [word(form), form.write(50, 6, 0.3, 12)])).toEqual({ before: 6, left: 6 });
});

it('a dash stays that fills a narrow field', () => {
  expect(piecesOf((form) => form.write(6, 10, 8, 0.3), { ...rectMm, width: 10 })).toEqual({ before: 1, left: 1 });
});

it('ink without such a rule is the very same', () => {
  const form = fillForm();
  word(form);
  const ink = findZoneInk(form.view, rectMm, 1);
  expect(ink && withoutMovedRules(ink)).toBe(ink);
});

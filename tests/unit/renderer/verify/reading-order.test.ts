import { expect, test } from 'vitest';
import type { Field } from '../../../../contract/document.ts';
import { inReadingOrder } from '../../../../renderer/screens/verify/reading-order.ts';
import { createState } from '../../../fixtures/renderer/state.ts';

const [document] = createState().documents;

function at(pointer: string, boxPx: Field['boxPx'], page = 0): Field {
  const [field] = document?.fields ?? [];
  if (field === undefined) throw new Error('the fixture has no field');
  return { ...field, pointer, boxPx, page };
}

function orderOf(fields: readonly Field[], pages = document?.pageList ?? []): string[] {
  return inReadingOrder(fields, pages).map(({ pointer }) => pointer);
}

test('fields are asked line by line and from left to right, though the form lists them otherwise', () => {
  const fields = [at('c', [900, 105, 1200, 150]), at('d', [100, 300, 400, 340]), at('b', [100, 100, 400, 140])];
  expect(orderOf(fields)).toEqual(['b', 'c', 'd']);
  expect(orderOf([at('later', [0, 0, 10, 10], 1), ...fields])).toEqual(['b', 'c', 'd', 'later']);
});

test('a field without a place stays behind the one before it in the form', () => {
  const fields = [at('none', null), at('b', [100, 300, 400, 340]), at('b-next', null), at('a', [100, 100, 400, 140])];
  expect(orderOf(fields)).toEqual(['none', 'a', 'b', 'b-next']);
});

test('a page that lies upside down is read as it is shown', () => {
  const turned = (document?.pageList ?? []).map((page) => ({ ...page, rotationDeg: 180 as const }));
  const fields = [at('top', [100, 2200, 400, 2240]), at('below', [100, 100, 400, 140])];
  expect(orderOf(fields, turned)).toEqual(['top', 'below']);
});

import { renderHook, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { usePageInSight } from '../../renderer/screens/verify/use-page-in-sight.ts';
import { createState } from '../fixtures/renderer/state.ts';

const [first, second] = createState().documents;
if (first === undefined || second === undefined) throw new Error('the fixture has not two documents');
const fieldOf = (document: typeof first, position: number) => document.fields[position] ?? null;

test('the page goes with the field within a document', () => {
  const { result, rerender } = renderHook(({ field }) => usePageInSight(first, field), {
    initialProps: { field: fieldOf(first, 0) },
  });
  rerender({ field: fieldOf(first, 1) });
  expect(result.current).toEqual({ document: first, field: fieldOf(first, 1), isInHand: true });
});

test('the page of another document follows its field by a frame, and is not to be picked from until then', async () => {
  const { result, rerender } = renderHook(({ document }) => usePageInSight(document, fieldOf(document, 0)), {
    initialProps: { document: first },
  });
  rerender({ document: second });
  expect(result.current).toEqual({ document: first, field: fieldOf(first, 0), isInHand: false });
  await waitFor(() => expect(result.current).toEqual({ document: second, field: fieldOf(second, 0), isInHand: true }));
});

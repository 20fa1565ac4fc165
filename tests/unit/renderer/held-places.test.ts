import { expect, test } from 'vitest';
import { createHeldPlaces } from '../../../renderer/app/held-places.ts';

function createMemory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };
}

test('a window that was loaded anew stays where it was for the same person, and begins at the batches for another', () => {
  const memory = createMemory();
  expect(createHeldPlaces(memory).take('bruno')).toBeNull();
  expect(createHeldPlaces(memory).take('bruno')).toBeNull();
  expect(createHeldPlaces(memory).take('chiara')).toBe('#/batches');
  expect(createHeldPlaces(memory).take('bruno')).toBe('#/batches');
});

test('who comes back to a window is where they were, once', () => {
  const places = createHeldPlaces(createMemory());
  places.take('bruno');
  places.keep('bruno', '#/batches/1');
  places.take('chiara');
  expect(places.take('bruno')).toBe('#/batches/1');
  expect(places.take('bruno')).toBeNull();
});

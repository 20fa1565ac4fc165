import { expect, test } from 'vitest';
import { createScrollPace, scrollPauseMs } from '../../../renderer/ui/scroll-pace.ts';

const tilePx = 250;

/** What is said after each of so many frames of a sixtieth of a second, each so much further. */
function scrolled(pace: ReturnType<typeof createScrollPace>, pxPerFrame: number, frames = 30, fromMs = 0): boolean[] {
  return Array.from({ length: frames }, (_, frame) => pace.note(frame * pxPerFrame, fromMs + (frame * 1000) / 60));
}

test('tiles that stay in sight long enough are looked at', () => {
  expect(scrolled(createScrollPace(tilePx), 24)).not.toContain(true);
});

test('haste is told within a tenth of a second, either way', () => {
  expect(scrolled(createScrollPace(tilePx), 100).slice(6)).not.toContain(false);
  expect(scrolled(createScrollPace(tilePx), -100).slice(6)).not.toContain(false);
});

test('a jump from one place to another is no haste', () => {
  const pace = createScrollPace(tilePx);
  pace.note(0, 0);
  expect(pace.note(100_000, scrollPauseMs)).toBe(false);
  expect(pace.note(200_000, 2 * scrollPauseMs)).toBe(false);
});

test('haste ends when the hand slows down well below where it began', () => {
  const pace = createScrollPace(tilePx);
  expect(scrolled(pace, 100).at(-1)).toBe(true);
  expect(scrolled(pace, 28, 30, 500).at(-1)).toBe(true);
  expect(scrolled(pace, 15, 30, 1000).at(-1)).toBe(false);
});

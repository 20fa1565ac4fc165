import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandOf, type Stroke } from '../../../renderer/screens/pile/commands.ts';
import { pileKeys } from '../../../renderer/screens/pile/keys.ts';
import {
  nothingPicked,
  rangeOf,
  type Step,
  stepTo,
  toggled,
  withCursor,
} from '../../../renderer/screens/pile/selection.ts';
import { pileTools, trayTools } from '../../../renderer/screens/pile/tools.ts';

const plain = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, repeat: false };

/** The stroke that a line of the list of keys names. */
function strokeOf(name: string): Stroke {
  const parts = name.split('+');
  const key = parts.at(-1) ?? '';
  const isShifted = parts.includes('Shift');
  const written = key === 'Space' ? ' ' : key.length === 1 ? (isShifted ? key : key.toLowerCase()) : key;
  return { ...plain, key: written, ctrlKey: parts.includes('Ctrl'), shiftKey: isShifted };
}

describe('the keys of the pile', () => {
  test('that are listed are heard', () => {
    for (const { strokes } of pileKeys)
      for (const stroke of strokes)
        expect(commandOf(strokeOf(stroke), false) ?? commandOf(strokeOf(stroke), true), stroke).not.toBeNull();
  });

  test('do what the tools beside them say', () => {
    for (const { stroke, command } of pileTools) expect(commandOf(strokeOf(stroke), false)).toEqual(command);
    for (const { stroke, command } of trayTools) expect(commandOf(strokeOf(stroke), true)).toEqual(command);
  });

  test('never repeat an edit while they are held down', () => {
    for (const { stroke } of [...pileTools, ...trayTools])
      for (const tray of [false, true]) expect(commandOf({ ...strokeOf(stroke), repeat: true }, tray)).toBeNull();
    expect(commandOf({ ...strokeOf('ArrowRight'), repeat: true }, false)).not.toBeNull();
  });

  test('leave those of the window alone', () => {
    for (const key of ['ArrowLeft', 'r', 'm']) expect(commandOf({ ...strokeOf(key), altKey: true }, false)).toBeNull();
    expect(commandOf({ ...strokeOf('r'), ctrlKey: true }, false)).toBeNull();
  });
});

describe('the cursor', () => {
  const steps: readonly Step[] = ['left', 'right', 'up', 'down', 'page-up', 'page-down', 'first', 'last'];

  test('never leaves the pile', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.constantFrom(...steps), { maxLength: 40 }),
        (count, lanes, rows, taken) => {
          let cursor = 0;
          for (const step of taken) {
            cursor = stepTo(cursor, step, { count, lanes, rows });
            expect(cursor).toBeGreaterThanOrEqual(0);
            expect(cursor).toBeLessThan(count);
          }
        },
      ),
    );
  });

  test('goes down into a last row that is not full', () => {
    expect(stepTo(3, 'down', { count: 6, lanes: 4, rows: 2 })).toBe(5);
    expect(stepTo(5, 'down', { count: 6, lanes: 4, rows: 2 })).toBe(5);
    expect(stepTo(2, 'up', { count: 6, lanes: 4, rows: 2 })).toBe(2);
  });

  test('draws a range from where it stood when Shift was pressed, in both directions', () => {
    const stood = withCursor(nothingPicked, 5);
    expect(rangeOf(stood, 8)).toEqual({ from: 5, to: 9 });
    expect(rangeOf(stood, 2)).toEqual({ from: 2, to: 6 });
  });

  test('picks a page and lets it go, and keeps the others', () => {
    const two = toggled(toggled(nothingPicked, 0, 'a'), 4, 'b');
    expect([...two.picked]).toEqual(['a', 'b']);
    expect([...toggled(two, 0, 'a').picked]).toEqual(['b']);
    expect([...withCursor(two, 9).picked]).toEqual(['a', 'b']);
  });
});

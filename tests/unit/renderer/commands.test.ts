import { describe, expect, test } from 'vitest';
import { commandOf, type KeyPlace, type Stroke } from '../../../renderer/screens/verify/commands.ts';

function stroke(key: string, more: Partial<Stroke> = {}): Stroke {
  const code = /^\d$/.test(key) ? `Digit${key}` : key;
  return { key, code, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, repeat: false, ...more };
}

const places: readonly KeyPlace[] = ['text', 'letters', 'choices', 'elsewhere'];

describe('a key on the verification screen', () => {
  test('that writes is left to the text', () => {
    for (const key of ['a', 'È', ' ', '7', '+', 'Backspace', 'Delete', 'ArrowLeft', 'Home', 'End']) {
      expect(commandOf(stroke(key), 'text'), key).toBeNull();
    }
  });

  test('decides about the field with one stroke, wherever the focus is', () => {
    for (const place of places) {
      expect(commandOf(stroke('F2'), place)).toEqual({ kind: 'unreadable' });
      expect(commandOf(stroke('F3'), place)).toEqual({ kind: 'empty' });
      expect(commandOf(stroke('F4'), place)).toEqual({ kind: 'take-back' });
    }
  });

  test('keeps its own meaning on buttons and links', () => {
    for (const key of ['Enter', 'Escape', 'ArrowDown', 'ArrowUp', '1'])
      expect(commandOf(stroke(key), 'elsewhere')).toBeNull();
  });

  test('accepts, undoes typing and moves while the caret is in the value', () => {
    expect(commandOf(stroke('Enter'), 'text')).toEqual({ kind: 'accept' });
    expect(commandOf(stroke('Escape'), 'text')).toEqual({ kind: 'cancel-typing' });
    expect(commandOf(stroke('ArrowDown'), 'choices')).toEqual({ kind: 'next' });
    expect(commandOf(stroke('ArrowUp'), 'text')).toEqual({ kind: 'previous' });
  });

  test('picks a listed value by its digit, and another reading by Alt and a digit', () => {
    expect(commandOf(stroke('2'), 'choices')).toEqual({ kind: 'pick', position: 1 });
    expect(commandOf(stroke('2', { code: 'Numpad2' }), 'choices')).toEqual({ kind: 'pick', position: 1 });
    expect(commandOf(stroke('2', { altKey: true }), 'text')).toEqual({ kind: 'pick', position: 1 });
    expect(commandOf(stroke('0'), 'choices')).toBeNull();
  });

  test('picks by a digit alone where a text has letters only', () => {
    expect(commandOf(stroke('2'), 'letters')).toEqual({ kind: 'pick', position: 1 });
    expect(commandOf(stroke('2'), 'text')).toBeNull();
    expect(commandOf(stroke('a'), 'letters')).toBeNull();
  });

  test('goes with Tab from one asked field to the next, and leaves Tab alone outside the editor', () => {
    expect(commandOf(stroke('Tab'), 'text')).toEqual({ kind: 'next-asked' });
    expect(commandOf(stroke('Tab', { shiftKey: true }), 'choices')).toEqual({ kind: 'previous-asked' });
    expect(commandOf(stroke('Tab'), 'elsewhere')).toBeNull();
  });

  test('leaves Alt F4 and the like to the system', () => {
    for (const place of places) {
      expect(commandOf(stroke('F4', { altKey: true }), place)).toBeNull();
      expect(commandOf(stroke('F2', { ctrlKey: true }), place)).toBeNull();
      expect(commandOf(stroke('Enter', { altKey: true }), place)).toBeNull();
    }
  });

  test('held down never decides a second time, but goes on moving', () => {
    for (const key of ['Enter', 'F2', 'F3', 'F4'])
      expect(commandOf(stroke(key, { repeat: true }), 'text'), key).toBeNull();
    expect(commandOf(stroke('1', { repeat: true }), 'choices')).toBeNull();
    expect(commandOf(stroke('ArrowDown', { repeat: true }), 'text')).toEqual({ kind: 'next' });
  });
});

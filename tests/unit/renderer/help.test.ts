// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { helpCommandOf, isText } from '../../../renderer/app/help/help-command.ts';
import { anywhere, inEditor } from '../../../renderer/screens/verify/commands.ts';
import { verifyKeys } from '../../../renderer/screens/verify/keys.ts';

function stroke(key: string, more: Partial<KeyboardEventInit> = {}): KeyboardEvent {
  return new KeyboardEvent('keydown', { key, ...more });
}

function element(html: string): Element | null {
  return new DOMParser().parseFromString(html, 'text/html').body.firstElementChild;
}

describe('asking for the keys', () => {
  test('takes a question mark where nothing is written, and Shift F1 everywhere', () => {
    expect(helpCommandOf(stroke('?', { shiftKey: true }), false)).toBe('keys');
    expect(helpCommandOf(stroke('?', { shiftKey: true }), true)).toBeNull();
    expect(helpCommandOf(stroke('F1', { shiftKey: true }), true)).toBe('keys');
    expect(helpCommandOf(stroke('F1', { shiftKey: true, ctrlKey: true }), false)).toBeNull();
  });

  test('knows where something is written', () => {
    for (const html of ['<input>', '<input type="password">', '<textarea></textarea>', '<select></select>']) {
      expect(isText(element(html)), html).toBe(true);
    }
    for (const html of ['<input type="radio">', '<button></button>', '<h1></h1>'])
      expect(isText(element(html)), html).toBe(false);
  });
});

test('the list of keys of the verification screen names every key that it hears, and no other', () => {
  const heard = [...Object.keys(anywhere), ...Object.keys(inEditor), 'Digit', 'Alt+Digit', 'Text'];
  expect(verifyKeys.flatMap(({ strokes }) => strokes).toSorted()).toEqual(heard.toSorted());
});

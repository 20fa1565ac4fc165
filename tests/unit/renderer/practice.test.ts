import { describe, expect, test } from 'vitest';
import type { Field } from '../../../contract/document.ts';
import { situationOf } from '../../../renderer/screens/practice/notes.ts';
import { drawnFields } from '../../fixtures/renderer/fields.ts';

/** An open text that the rules mended. */
function mendedText(handwritten: boolean): Field {
  const [first] = drawnFields();
  if (first === undefined) throw new Error('the fixture has no field');
  return {
    ...first.field,
    reason: { code: 'repaired', message: { it: 'Corretto.', en: 'Corrected.' } },
    reading: { characters: [{ text: 'A', confidence: 0.9 }], cells: null, handwritten },
  };
}

describe('what practice explains at a text', () => {
  test('that was written by hand is that it is always checked, even where the rules mended it', () => {
    expect(situationOf(mendedText(true))).toBe('handwritten');
  });

  test('that was typed is the doubt', () => {
    expect(situationOf(mendedText(false))).toBe('doubt');
  });
});

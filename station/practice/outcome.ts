import type { PracticeOutcome } from '../../contract/practice.ts';
import { sameValue } from '../../ocr/extract/same-value.ts';
import type { FieldValue } from '../../ocr/model/field.ts';
import type { WeighedField } from '../verify/weigh-words.ts';
import type { PracticeAnswer } from './answers.ts';

/** Whether a value says what stands on the paper. Capitals and spaces are nothing that a hand writes surely. */
export function saysTheSame(given: FieldValue, expected: FieldValue): boolean {
  return sameValue(plain(given), plain(expected));
}

function plain(value: FieldValue): FieldValue {
  return typeof value === 'string' ? value.toUpperCase().replaceAll(/\s+/g, ' ').trim() : value;
}

/** How a field came out that a person gave a word on. */
export function outcomeOf(
  { machine, word, field }: WeighedField,
  { value: expected, trap }: PracticeAnswer,
): PracticeOutcome {
  const saidUnreadable = word?.kind === 'unreadable';
  if (trap === 'unreadable') return saidUnreadable ? 'right' : field.value === null ? 'called-empty' : 'guessed';
  if (saidUnreadable) return 'called-unreadable';
  if (saysTheSame(field.value, expected)) return 'right';
  if (expected === null) return 'guessed';
  if (field.value === null) return 'called-empty';
  return sameValue(field.value, machine.value) ? 'wrong-confirmed' : 'wrong-keyed';
}

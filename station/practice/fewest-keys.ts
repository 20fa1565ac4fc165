import type { FieldDescription } from '../../ocr/extract/describe.ts';
import { editDistance } from '../../ocr/extract/normalise/characters.ts';
import type { ExtractedField, FieldValue } from '../../ocr/model/field.ts';
import type { PracticeAnswer } from './answers.ts';
import { saysTheSame } from './outcome.ts';

/** Enter, a digit or a function key. */
const oneKey = 1;

/**
 * The fewest keys that bring a field from what the machine read to what stands on the paper: one to accept, to pick from a
 * list or among the candidates, or to say that nothing is there; else every character that differs, and Enter.
 */
export function fewestKeys(
  machine: ExtractedField,
  { value: expected }: PracticeAnswer,
  description: FieldDescription | null,
): number {
  if (expected === null || saysTheSame(machine.value, expected)) return oneKey;
  if (Array.isArray(expected)) return differingMembers(machine.value, expected) + oneKey;
  const isPicked = typeof expected === 'boolean' || (description?.options.length ?? 0) > 0;
  if (isPicked || machine.candidates.some((candidate) => saysTheSame(candidate, expected))) return oneKey;
  const wanted = String(expected);
  const read = machine.value === null ? '' : String(machine.value);
  return editDistance(read, wanted, wanted.length) + oneKey;
}

function differingMembers(value: FieldValue, expected: readonly string[]): number {
  const held = Array.isArray(value) ? value : [];
  const differing = (some: readonly string[], others: readonly string[]) => some.filter((one) => !others.includes(one));
  return differing(held, expected).length + differing(expected, held).length;
}

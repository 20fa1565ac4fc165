import type { Field } from '../../../contract/document.ts';

/** What a person meets at a field, in the words of the translations under `practice.note`. */
export type Situation = 'doubt' | 'handwritten' | 'missing' | 'rule' | 'marks' | 'complete';

/** What is to be explained at a field; null for one that has its word. `field` is null when every field has. */
export function situationOf(field: Field | null): Situation | null {
  if (field === null) return 'complete';
  if (!field.open) return null;
  if (field.editor.kind !== 'text' && field.editor.kind !== 'date') return 'marks';
  if (field.status === 'missing') return 'missing';
  if (field.status === 'invalid') return 'rule';
  return isByHand(field) ? 'handwritten' : 'doubt';
}

/** The reason alone does not tell: of a value by hand that was mended by rules it names the mending. */
function isByHand({ reason, reading }: Field): boolean {
  return reason?.code === 'handwritten' || reading?.handwritten === true;
}

/** The keys to name in each explanation, as the list of keys of the verification screen has them. */
export const strokesOf: Readonly<Record<Situation, readonly string[]>> = {
  doubt: ['Enter', 'Text', 'Alt+Digit', 'F6'],
  handwritten: ['Enter', 'Text', 'F2', 'F6'],
  missing: ['Text', 'F3', 'F2'],
  rule: ['Enter', 'Text', 'F8'],
  marks: ['Digit', 'Enter', 'F3'],
  complete: ['Enter', 'F4', 'ArrowUp'],
};

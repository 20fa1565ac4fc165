import type { Field } from '../../../contract/document.ts';
import { textOfValue } from './entry/field-text.ts';
import { maskOf } from './entry/masks/masks.ts';
import { useCompletions } from './entry/use-completions.ts';
import type { EntryWork } from './entry/use-entry.ts';

/** More than the digit keys can pick are not offered. */
const mostOffers = 9;

/** Before anything is typed what the readings allow, afterwards what completes the text. */
export function useOffers(documentId: string, field: Field, { entry, isChanged }: EntryWork): readonly string[] {
  const { dress, strip } = maskOf(field);
  const completions = useCompletions(documentId, field, strip(entry.text), isChanged || field.value === null).map(
    dress,
  );
  const readings = field.candidates.map((value) => textOfValue(field, value));
  return (isChanged ? completions : [...new Set([...readings, ...completions])]).slice(0, mostOffers);
}

/** Two people typed different values, and the third has not begun to type. */
export function isUndecided({ reason }: Field, { isChanged }: EntryWork): boolean {
  return reason?.code === 'keyings-differ' && !isChanged;
}

export function titleOfOffers(field: Field, work: EntryWork) {
  if (isUndecided(field, work)) return 'verify.keyings';
  return work.isChanged || field.value === null ? 'verify.completions' : 'verify.candidates';
}

import { isDeepStrictEqual } from 'node:util';
import { describeField } from '../../ocr/extract/describe.ts';
import { recheckFields } from '../../ocr/extract/recheck.ts';
import type { Tables } from '../../ocr/extract/tables/tables.ts';
import type { ExtractedField, FieldReason } from '../../ocr/model/field.ts';
import type { FormPackage } from '../../ocr/model/form.ts';
import type { Word } from '../store/verdicts.ts';

/** A field with what the machine and the people made of it. */
export interface WeighedField {
  readonly pointer: string;
  readonly machine: ExtractedField;
  /** The word that counts; null while only the machine has seen the field. */
  readonly word: Word | null;
  /** As it stands now: the person's value where there is one, and the rules checked over the whole document. */
  readonly field: ExtractedField;
  /** True while the field waits for a person's word. */
  readonly open: boolean;
  /** Special category of data (GDPR art. 9). */
  readonly special: boolean;
}

/**
 * Puts people's words over the machine's fields and checks the whole document again. A word settles its field, unless the
 * value breaks a rule that was not shown when the word was given: then the field stays open until somebody insists.
 */
export function weighWords(
  form: FormPackage | null,
  machine: ReadonlyMap<string, ExtractedField>,
  words: ReadonlyMap<string, Word>,
  tables: Tables,
): WeighedField[] {
  const spoken = [...machine].map(([pointer, field]) => {
    const word = words.get(pointer);
    return [pointer, word ? { ...field, value: word.value } : field] as const;
  });
  const fields = Object.fromEntries(spoken);
  const checked = form ? recheckFields(form, fields, tables, new Set(words.keys())) : fields;
  return [...machine].map(([pointer, field]) => ({
    ...weigh(pointer, field, words.get(pointer) ?? null, checked[pointer] ?? field),
    special: form !== null && describeField(form.schema, pointer)?.special === true,
  }));
}

function weigh(
  pointer: string,
  machine: ExtractedField,
  word: Word | null,
  checked: ExtractedField,
): Omit<WeighedField, 'special'> {
  if (word === null) return { pointer, machine, word, field: checked, open: checked.status !== 'accepted' };
  const open = checked.reason !== null && checked.reason !== word.despite;
  const field: ExtractedField = open ? checked : { ...checked, status: 'accepted' };
  return { pointer, machine, word, field, open };
}

/** Whether the value in force is the machine's own, or else whether it replaced one or filled a gap. */
export function originOf({ machine, word }: Pick<WeighedField, 'machine' | 'word'>): 'machine' | 'corrected' | 'keyed' {
  if (word === null || isDeepStrictEqual(word.value, machine.value)) return 'machine';
  return machine.value === null ? 'keyed' : 'corrected';
}

/** The broken rule that somebody who gives this value now insists against: the one shown with the very same value. */
export function shownRule({ field }: WeighedField, value: ExtractedField['value']): FieldReason | null {
  return isDeepStrictEqual(field.value, value) && isRule(field.reason) ? field.reason : null;
}

/** Reasons that a word cannot settle by itself, because they say that the value is wrong and not that it is unsure. */
function isRule(reason: FieldReason | null): boolean {
  switch (reason) {
    case 'schema':
    case 'pattern':
    case 'check-character':
    case 'impossible-date':
    case 'unknown-comune':
    case 'unknown-code':
    case 'disagrees-with-codice-fiscale':
    case 'disagrees-with-province':
    case 'disagrees-with-comune':
    case 'dates-out-of-order':
    case 'date-to-come':
    case 'required-empty':
      return true;
    default:
      return false;
  }
}

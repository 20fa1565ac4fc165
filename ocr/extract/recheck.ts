import type { ExtractedField, ExtractedFields, FieldReason, FieldValue } from '../model/field.ts';
import type { FormPackage } from '../model/form.ts';
import type { Agreement } from './checks/agreement.ts';
import { checkAgreement } from './checks.ts';
import { describeField, type FieldDescription } from './describe.ts';

import { normaliseForField } from './normalise/normalise.ts';
import type { Normalised } from './normalise/normalised.ts';
import type { Tables } from './tables/tables.ts';
import { isDemanded } from './trace.ts';
import { type SchemaFindings, validateRecord } from './validate.ts';

function valueOfKeyed(description: FieldDescription, text: string, tables: Tables): Normalised {
  const plain = { repaired: false, corroborated: false, problem: null, candidates: [] };
  if (description.type === 'boolean') return { ...plain, value: text === 'true' };
  if (description.type === 'strings') return { ...plain, value: text === '' ? null : text.split(',') };
  if (description.options.length > 0) return { ...plain, value: text === '' ? null : text };
  return normaliseForField(description, text, tables);
}

/**
 * Turns what a person keyed into the value of a field: dates as 3/4/1980 become ISO dates, codes lose their spaces.
 * `problem` names the rule that the value breaks; the value is kept all the same. Null where the form has no such field.
 */
export function parseKeyedValue(form: FormPackage, pointer: string, text: string, tables: Tables): Normalised | null {
  const description = describeField(form.schema, pointer);
  return description === null ? null : valueOfKeyed(description, text, tables);
}

function ruleBroken(
  description: FieldDescription,
  field: ExtractedField,
  schema: SchemaFindings,
  agreement: Agreement,
  tables: Tables,
): FieldReason | null {
  const { pointer } = description;
  const isText = typeof field.value === 'string' && description.options.length === 0;
  const problem =
    isText && description.kind !== 'date' ? normaliseForField(description, String(field.value), tables).problem : null;
  if (problem !== null) return problem;
  if (schema.broken.has(pointer)) return description.kind === 'date' ? 'impossible-date' : 'schema';
  return agreement.contradicted.get(pointer) ?? null;
}

/** Rules between fields: each of them may be right as it stands. */
const betweenFields: readonly FieldReason[] = [
  'disagrees-with-codice-fiscale',
  'disagrees-with-province',
  'disagrees-with-comune',
  'dates-out-of-order',
  'date-to-come',
];
/** Broken rules that leave a value possible. */
const softRules: readonly FieldReason[] = [...betweenFields, 'unknown-comune'];

function recheckSettled(field: ExtractedField, broken: FieldReason | null, demanded: boolean): ExtractedField {
  if (field.value === null && demanded) return { ...field, status: 'missing', reason: 'required-empty' };
  return broken === null
    ? { ...field, status: 'accepted', reason: null }
    : {
        ...field,
        status: softRules.includes(broken) ? 'doubtful' : 'invalid',
        reason: broken,
      };
}

/** Reasons that only rules over the whole record give, and that a change elsewhere in it can lift. */
const liftable: readonly (FieldReason | null)[] = [...betweenFields, 'required-empty', 'schema'];

function recheckMachine(field: ExtractedField, broken: FieldReason | null, demanded: boolean): ExtractedField {
  if (field.value === null) {
    if (demanded) return { ...field, status: 'missing', reason: 'required-empty' };
    return field.reason === 'required-empty' ? { ...field, status: 'accepted', reason: null } : field;
  }
  if (broken !== null && field.status === 'accepted') return { ...field, status: 'doubtful', reason: broken };
  // What was open stays open: a person has to look once more, but is no longer told a reason that is gone.
  if (broken === null && liftable.includes(field.reason))
    return { ...field, status: 'doubtful', reason: 'low-confidence' };
  return field;
}

/**
 * Checks a whole document again after a person's word changed values. `settled` names the fields that carry such a word:
 * they are accepted unless a rule is broken, which is then told as the reason and left to the person. The machine's own
 * fields are never made more certain here, only less.
 */
export function recheckFields(
  form: FormPackage,
  fields: ExtractedFields,
  tables: Tables,
  settled: ReadonlySet<string> = new Set(),
): ExtractedFields {
  const values: Record<string, FieldValue> = Object.fromEntries(
    Object.entries(fields).map(([pointer, field]) => [pointer, field.value]),
  );
  const schema = validateRecord(form, values);
  const agreement = checkAgreement(form, values, tables);
  return Object.fromEntries(
    Object.entries(fields).map(([pointer, field]) => {
      const description = describeField(form.schema, pointer);
      if (description === null) return [pointer, field];
      const broken = ruleBroken(description, field, schema, agreement, tables);
      const demanded = isDemanded(description, values) || schema.absent.has(pointer);
      const recheck = settled.has(pointer) ? recheckSettled : recheckMachine;
      return [pointer, recheck(field, broken, demanded)];
    }),
  );
}

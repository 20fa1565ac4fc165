import type { FormPackage } from '../../model/form.ts';
import type { Pair } from '../../model/reading.ts';
import { describeFields, hasLayout } from '../describe.ts';
import type { Tables } from '../tables/tables.ts';
import { gatherByLabel, isText, mapToSchema } from './map-to-schema.ts';

/** A letter has a date and a subject, too: so many fields must be found, and so much of what every record holds. */
const leastFields = 3;
const leastRequiredShare = 0.6;

function fits(form: FormPackage, pairs: readonly Pair[], tables: Tables): boolean {
  const found = new Set(
    mapToSchema(form, gatherByLabel([pairs]), tables).map(({ description }) => description.pointer),
  );
  const texts = describeFields(form).filter(isText);
  const required = texts.filter((field) => field.required);
  const wanted = required.length > 0 ? required : texts;
  const share = wanted.filter(({ pointer }) => found.has(pointer)).length / wanted.length;
  return found.size >= leastFields && share >= leastRequiredShare;
}

/** The only form without a layout whose fields the labels of a page name; null where none fits, or more than one. */
export function chooseFormByLabels(
  forms: readonly FormPackage[],
  pairs: readonly Pair[],
  tables: Tables,
): FormPackage | null {
  const [first, ...others] = forms.filter((form) => !hasLayout(form) && fits(form, pairs, tables));
  return first !== undefined && others.length === 0 ? first : null;
}

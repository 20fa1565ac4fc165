import { z } from 'zod';
import type { EffortFigures, Oversight } from '../../contract/oversight.ts';
import type { effortsByDocument } from '../store/oversight.ts';
import type { Forms } from '../verify/present-page.ts';
import { grouped } from './grouped.ts';
import { presentForm } from './present-form.ts';

const numbers = z.array(z.number().nonnegative());

/** What the documents of one form cost, one number of each list for each document. */
export const formEffortsSchema = z.strictObject({
  formKey: z.string().nullable(),
  ...{ keystrokes: numbers, activeMs: numbers, fieldsAsked: numbers },
});
type FormEfforts = z.infer<typeof formEffortsSchema>;

export function effortsByForm(efforts: ReturnType<typeof effortsByDocument>): FormEfforts[] {
  return grouped(efforts, ({ formKey }) => formKey ?? '').map((group) => ({
    formKey: group[0].formKey,
    keystrokes: group.map(({ keystrokes }) => keystrokes),
    activeMs: group.map(({ activeMs }) => activeMs),
    fieldsAsked: group.map(({ fieldsAsked }) => fieldsAsked),
  }));
}

/** What documents cost, over all and by form. Medians, because one long absence would carry a mean. */
export function weighEfforts(
  efforts: readonly FormEfforts[],
  forms: Forms,
): { readonly overall: EffortFigures | null; readonly byForm: Oversight['effortByForm'] } {
  return {
    overall: efforts.length === 0 ? null : figuresOf(efforts),
    byForm: grouped(efforts, ({ formKey }) => formKey ?? '')
      .map((group) => ({ form: presentForm(forms, group[0].formKey), ...figuresOf(group) }))
      .toSorted((left, right) => right.documents - left.documents),
  };
}

function figuresOf(efforts: readonly FormEfforts[]): EffortFigures {
  const fieldsAsked = efforts.flatMap((one) => one.fieldsAsked);
  return {
    documents: fieldsAsked.length,
    fieldsAsked: fieldsAsked.reduce((sum, fields) => sum + fields, 0) / fieldsAsked.length,
    keystrokes: median(efforts.flatMap(({ keystrokes }) => keystrokes)),
    seconds: median(efforts.flatMap(({ activeMs }) => activeMs)) / 1000,
  };
}

/** 0 for none. */
function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return (lower + upper) / 2;
}

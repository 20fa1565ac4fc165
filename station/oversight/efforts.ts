import type { EffortFigures, Oversight } from '../../contract/oversight.ts';
import type { effortsByDocument } from '../store/oversight.ts';
import type { Forms } from '../verify/present-page.ts';
import { grouped } from './grouped.ts';
import { presentForm } from './present-form.ts';

type Efforts = ReturnType<typeof effortsByDocument>;

/** What documents cost, over all and by form. Medians, because one long absence would carry a mean. */
export function weighEfforts(
  efforts: Efforts,
  forms: Forms,
): { readonly overall: EffortFigures | null; readonly byForm: Oversight['effortByForm'] } {
  return {
    overall: efforts.length === 0 ? null : figuresOf(efforts),
    byForm: grouped(efforts, ({ formKey }) => formKey ?? '')
      .map((group) => ({ form: presentForm(forms, group[0].formKey), ...figuresOf(group) }))
      .toSorted((left, right) => right.documents - left.documents),
  };
}

function figuresOf(efforts: Efforts): EffortFigures {
  return {
    documents: efforts.length,
    fieldsAsked: efforts.reduce((sum, { fieldsAsked }) => sum + fieldsAsked, 0) / efforts.length,
    keystrokes: median(efforts.map(({ keystrokes }) => keystrokes)),
    seconds: median(efforts.map(({ activeMs }) => activeMs)) / 1000,
  };
}

/** 0 for none. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return (lower + upper) / 2;
}

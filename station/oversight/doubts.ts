import { z } from 'zod';
import type { FieldFigures } from '../../contract/oversight.ts';
import { describeField } from '../../ocr/extract/describe.ts';
import type { VerifiedField } from '../store/oversight.ts';
import type { Forms } from '../verify/present-page.ts';
import { grouped } from './grouped.ts';
import { presentForm } from './present-form.ts';

const count = z.int().nonnegative();

/** What people said of one field of a form. Counts of different documents add up. */
export const fieldCountSchema = z.strictObject({
  formKey: z.string().nullable(),
  pointer: z.string(),
  /** Times that the machine doubted it, and those at which it had been right. */
  asked: count,
  needless: count,
  /** Times that it was accepted and looked at all the same, and those at which it was wrong. */
  checked: count,
  slipped: count,
});
export type FieldCount = z.infer<typeof fieldCountSchema>;

/** So many fields are told at most: those with the most errors, then those with the most needless doubts. */
const mostFields = 200;

/** By form and field: which doubts were needless, and which errors were found among what the machine was sure of. */
export function countDoubts(verified: readonly VerifiedField[]): FieldCount[] {
  return grouped(verified, keyOf)
    .map((group) => {
      const [{ formKey, pointer }] = group;
      const asked = group.filter(isDoubt);
      const checked = group.filter(({ cause, status }) => cause !== null && status === 'accepted');
      return {
        ...{ formKey, pointer, asked: asked.length, checked: checked.length },
        needless: asked.filter(({ right }) => right).length,
        slipped: checked.filter(({ right }) => !right).length,
      };
    })
    .filter(({ asked, checked }) => asked + checked > 0);
}

/** The counts of many documents, by the fields that are worth most to look at. */
export function weighDoubts(counts: readonly FieldCount[], forms: Forms): FieldFigures[] {
  return grouped(counts, keyOf)
    .map((group) => {
      const [{ formKey, pointer }] = group;
      const sumOf = (numberOf: (one: FieldCount) => number) => group.reduce((sum, one) => sum + numberOf(one), 0);
      return {
        ...{ formKey, pointer, asked: sumOf(({ asked }) => asked), needless: sumOf(({ needless }) => needless) },
        ...{ checked: sumOf(({ checked }) => checked), slipped: sumOf(({ slipped }) => slipped) },
      };
    })
    .toSorted((left, right) => right.slipped - left.slipped || right.needless - left.needless)
    .slice(0, mostFields)
    .map(({ formKey, ...figures }) => ({
      ...{ form: presentForm(forms, formKey), title: titleOf(forms, formKey, figures.pointer) },
      ...figures,
    }));
}

function keyOf({ formKey, pointer }: Pick<FieldCount, 'formKey' | 'pointer'>): string {
  return `${formKey ?? ''} ${pointer}`;
}

/** Whether the machine itself doubted the field; what a policy has people key is no doubt. */
function isDoubt({ status, reason }: VerifiedField): boolean {
  return status !== 'accepted' && reason !== 'policy';
}

function titleOf(forms: Forms, formKey: string | null, pointer: string) {
  const form = forms.get(formKey ?? '');
  const described = form && describeField(form.schema, pointer);
  return described?.title ?? { it: pointer, en: pointer };
}

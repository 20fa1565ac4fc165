import type { FieldFigures } from '../../contract/oversight.ts';
import { describeField } from '../../ocr/extract/describe.ts';
import type { VerifiedField } from '../store/oversight.ts';
import type { Forms } from '../verify/present-page.ts';
import { grouped } from './grouped.ts';
import { presentForm } from './present-form.ts';

/** So many fields are told at most: those with the most errors, then those with the most needless doubts. */
const mostFields = 200;

/** By form and field: which doubts were needless, and which errors were found among what the machine was sure of. */
export function weighDoubts(verified: readonly VerifiedField[], forms: Forms): FieldFigures[] {
  return grouped(verified, ({ formKey, pointer }) => `${formKey ?? ''} ${pointer}`)
    .map((group) => {
      const [{ formKey, pointer }] = group;
      const asked = group.filter(isDoubt);
      const checked = group.filter(({ cause, status }) => cause !== null && status === 'accepted');
      return {
        ...{ pointer, form: presentForm(forms, formKey), title: titleOf(forms, formKey, pointer) },
        asked: asked.length,
        needless: asked.filter(({ right }) => right).length,
        checked: checked.length,
        slipped: checked.filter(({ right }) => !right).length,
      };
    })
    .filter(({ asked, checked }) => asked + checked > 0)
    .toSorted((left, right) => right.slipped - left.slipped || right.needless - left.needless)
    .slice(0, mostFields);
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

import { type Forms, titleOfForm } from '../verify/present-page.ts';

/** A form as the figures name it; null for documents of none. */
export function presentForm(forms: Forms, formKey: string | null) {
  return formKey === null ? null : titleOfForm(forms, formKey);
}

import type { Account } from '../../contract/account.ts';
import { describeFields } from '../../ocr/extract/describe.ts';
import type { FormPackage } from '../../ocr/model/form.ts';

/** Whether a form asks for special categories of data (GDPR art. 9), as its schema says. */
export function holdsSpecialCategories(form: FormPackage): boolean {
  return describeFields(form).some(({ special }) => special);
}

/** Whether this person's task does not need what the form asks for. */
export function mustNotSee({ seesSpecialCategories }: Account, form: FormPackage | null): boolean {
  return !seesSpecialCategories && form !== null && holdsSpecialCategories(form);
}

import type { FormPackage } from '../../ocr/model/form.ts';
import type { StationCore } from '../core.ts';
import { formsRetiredBefore } from '../store/retired-forms.ts';

/** The forms that pages of a batch may turn out to be, by key: all but those that were retired when it was begun. */
export async function recognisedForms(
  { store, forms }: Pick<StationCore, 'store' | 'forms'>,
  batchId: string,
): Promise<ReadonlyMap<string, FormPackage>> {
  const retired = formsRetiredBefore(store, batchId);
  return new Map([...(await forms.byKey())].filter(([key]) => !retired.has(key)));
}

import type { FormCheckOf } from '../../model/form-check.ts';
import { type GrowingAgreement, textAt, type Values } from './agreement.ts';

/**
 * Contradicts each date that lies behind `today`: nobody signs a paper that is here already on a day to come. Both are ISO
 * dates; what is no date is passed over.
 */
export function applyDatesPassed(
  check: FormCheckOf<'dates-passed'>,
  values: Values,
  today: string,
  into: GrowingAgreement,
): void {
  for (const pointer of check.dates) {
    const date = textAt(values, pointer);
    if (date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) && date > today)
      into.contradicted.set(pointer, 'date-to-come');
  }
}

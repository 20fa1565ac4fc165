import type { FormCheckOf } from '../../model/form-check.ts';
import { type GrowingAgreement, textAt, type Values } from './agreement.ts';

/**
 * Contradicts each two dates of which the later named is before the earlier named. One that something else confirms is
 * not the wrong one of the two.
 */
export function applyDatesInOrder(check: FormCheckOf<'dates-in-order'>, values: Values, into: GrowingAgreement): void {
  const dates = check.dates.flatMap((pointer) => {
    const date = textAt(values, pointer);
    return date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) ? [{ pointer, date }] : [];
  });
  for (const [index, earlier] of dates.entries()) {
    for (const later of dates.slice(index + 1)) {
      if (earlier.date <= later.date) continue;
      for (const { pointer } of [earlier, later]) {
        if (!into.confirmed.has(pointer)) into.contradicted.set(pointer, 'dates-out-of-order');
      }
    }
  }
}

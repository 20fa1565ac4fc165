import type { FieldValue } from '../model/field.ts';

/** Whether two values say the same: sets in any order, and a box that is not ticked is as good as none. */
export function sameValue(left: FieldValue, right: FieldValue): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    return JSON.stringify(left.toSorted()) === JSON.stringify(right.toSorted());
  }
  return left === right || (left === false && right === null) || (left === null && right === false);
}

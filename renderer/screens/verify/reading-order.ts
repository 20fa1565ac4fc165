import type { PageSummary } from '../../../contract/batch.ts';
import type { Field } from '../../../contract/document.ts';
import { placeOfField } from '../../canvas/picture.ts';
import type { Box } from '../../canvas/view.ts';

interface Placed {
  readonly field: Field;
  readonly page: number;
  readonly box: Box;
  /** Fields without a place of their own that follow it in the form. */
  readonly followers: Field[];
}

/**
 * The fields as the eye meets them on the pages: page by page, line by line, from left to right. A field that has no place
 * stays behind the one before it in the form.
 */
export function inReadingOrder(fields: readonly Field[], pages: readonly PageSummary[]): readonly Field[] {
  const leading: Field[] = [];
  const placed: Placed[] = [];
  for (const field of fields) {
    const place = placeOfField(field, pages);
    if (place !== null) placed.push({ field, page: field.page, box: place.box, followers: [] });
    else (placed.at(-1)?.followers ?? leading).push(field);
  }
  const lines = linesOf(placed);
  return [...leading, ...lines.flat().flatMap(({ field, followers }) => [field, ...followers])];
}

/** What begins above the middle of the first on a line stands on that line. */
function linesOf(placed: readonly Placed[]): Placed[][] {
  const lines: Placed[][] = [];
  for (const one of placed.toSorted((left, right) => left.page - right.page || middleOf(left) - middleOf(right))) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line !== undefined && first !== undefined && first.page === one.page && middleOf(one) < first.box[3])
      line.push(one);
    else lines.push([one]);
  }
  return lines.map((line) => line.toSorted((left, right) => left.box[0] - right.box[0]));
}

function middleOf({ box }: Placed): number {
  return (box[1] + box[3]) / 2;
}

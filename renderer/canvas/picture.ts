import type { PageSummary } from '../../contract/batch.ts';
import type { Field } from '../../contract/document.ts';
import { type Box, type Size, uprightBox } from './view.ts';

export function pictureSize(page: PageSummary): Size {
  return { width: page.widthPx, height: page.heightPx };
}

export interface FieldPlaceOnPage {
  readonly page: PageSummary;
  /** On the upright picture, in captured pixels. */
  readonly box: Box;
}

/** Where a field lies on the picture of its page; null when it has no place or its page is not there. */
export function placeOfField(field: Field, pages: readonly PageSummary[]): FieldPlaceOnPage | null {
  const page = pages[field.page];
  if (page === undefined || field.boxPx === null) return null;
  return { page, box: uprightBox(field.boxPx, pictureSize(page), page.rotationDeg) };
}

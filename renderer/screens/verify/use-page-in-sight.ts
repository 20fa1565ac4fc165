import { useMemo } from 'react';
import type { DocumentDetail, Field } from '../../../contract/document.ts';
import { useAfterFrame } from '../../ui/use-after-frame.ts';

export interface PageInSight {
  readonly document: DocumentDetail;
  readonly field: Field | null;
  /** Whether it is the document in hand already. */
  readonly isInHand: boolean;
}

/**
 * What the whole page shows. Within a document it goes with the field; the page of another document follows its first field by
 * a frame: drawing a page takes the browser longer than anything else, and the eye is on the field's place.
 */
export function usePageInSight(document: DocumentDetail, field: Field | null): PageInSight {
  const now = useMemo(() => ({ document, field, isInHand: true }), [document, field]);
  const before = useAfterFrame(now);
  return before.document.id === document.id ? now : { ...before, isInHand: false };
}

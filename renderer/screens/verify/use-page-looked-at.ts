import { useState } from 'react';
import type { DocumentDetail, Field } from '../../../contract/document.ts';

export interface PageLookedAt {
  /** Position in the document. */
  readonly index: number;
  look(index: number): void;
}

/** Which page of a document is shown: that of the field in focus, unless the person looks at another until the field changes. */
export function usePageLookedAt(document: DocumentDetail, field: Field | null): PageLookedAt {
  const [looked, setLooked] = useState<{ readonly page: number; readonly during: string } | null>(null);
  const during = `${document.id} ${field?.pointer ?? null}`;
  const index = looked !== null && looked.during === during ? looked.page : (field?.page ?? 0);
  return { index: index < document.pageList.length ? index : 0, look: (page) => setLooked({ page, during }) };
}

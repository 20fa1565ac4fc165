import type { PileSection } from '../../contract/pile.ts';
import type { ReadableStore } from '../store/connection.ts';
import { listPlacesOfDocuments } from '../store/pile-pages.ts';
import { type Forms, titleOfForm } from '../verify/present-page.ts';

/** The documents of a pile in the order in which they lie, each with its range of places and what is doubtful in it. */
export function outlinePile(store: Pick<ReadableStore, 'all' | 'query'>, batchId: string, forms: Forms): PileSection[] {
  const sections = new Map<string, PileSection>();
  for (const [place, row] of listPlacesOfDocuments(store, batchId).entries()) {
    const { documentId, formKey, reference } = row;
    if (documentId === null) continue;
    const section = sections.get(documentId);
    const isDoubtful = row.notices !== none || (section === undefined && (row.documentNotices ?? none) !== none);
    const form = formKey === null ? null : titleOfForm(forms, formKey).title;
    const { pages, doubtfulAt, ...rest } = section ?? {
      ...{ documentId, form, reference, from: place, pages: 0, doubtfulAt: [] },
    };
    sections.set(documentId, {
      ...rest,
      pages: pages + 1,
      doubtfulAt: isDoubtful ? [...doubtfulAt, place] : doubtfulAt,
    });
  }
  return [...sections.values()];
}

/** The JSON list of no notices. */
const none = '[]';

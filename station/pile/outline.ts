import type { PileSection } from '../../contract/pile.ts';
import type { ReadableStore } from '../store/connection.ts';
import { listPlacesOfDocuments } from '../store/pile-pages.ts';
import { type Forms, titleOfForm } from '../verify/present-page.ts';

/** The documents of a pile in the order in which they lie, each with its range of places and what is doubtful in it. */
export function outlinePile(store: ReadableStore, batchId: string, forms: Forms): PileSection[] {
  const places = listPlacesOfDocuments(store, batchId).map((row, place) => ({ ...row, place }));
  const byDocument = Map.groupBy(places, ({ documentId }) => documentId);
  return [...byDocument].flatMap(([documentId, pages]) => {
    const [first] = pages;
    if (documentId === null || first === undefined) return [];
    const { place: from, formKey, reference, documentNotices } = first;
    const form = formKey === null ? null : titleOfForm(forms, formKey).title;
    const doubtful = pages.filter(
      ({ place, notices }) => !isEmptyList(notices) || (place === from && !isEmptyList(documentNotices)),
    );
    return { documentId, form, reference, from, pages: pages.length, doubtfulAt: doubtful.map(({ place }) => place) };
  });
}

function isEmptyList(json: string | null): boolean {
  return json === null || json === '[]';
}

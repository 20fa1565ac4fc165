import type { RescanPlace } from '../../contract/pile.ts';
import { insertionBefore } from '../pile/placement.ts';
import type { PlaceForPages } from './feed-batch.ts';

/** Where the pages of a rescan go, one after the other; `taken` tells how many there were. */
export function placeOfRescan(
  place: RescanPlace,
  { id: actor }: { readonly id: string },
): PlaceForPages & { taken(): number } {
  let pages = 0;
  return {
    taken: () => pages,
    placementOf(taken) {
      pages = taken;
      if (place.kind === 'insert') return { ...insertionBefore(place.before), actor };
      const pageId = place.pageIds[taken];
      return pageId === undefined ? null : { kind: 'replace', pageId, actor };
    },
  };
}

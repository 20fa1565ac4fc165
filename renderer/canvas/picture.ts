import type { PageSummary } from '../../contract/batch.ts';
import type { Field } from '../../contract/document.ts';
import { type Box, type Size, uprightBox } from './view.ts';

export function pictureSize(page: PageSummary): Size {
  return { width: page.widthPx, height: page.heightPx };
}

/** Where a field lies on the picture of its page; null when it has no place or its page is not there. */
export function placeOfField(
  field: Field,
  pages: readonly PageSummary[],
): { readonly page: PageSummary; readonly box: Box } | null {
  const page = pages[field.page];
  if (page === undefined || field.boxPx === null) return null;
  return { page, box: uprightBox(field.boxPx, pictureSize(page), page.rotationDeg) };
}

/**
 * Keeps pictures decoded before they are needed, so that the next field shows at once. Holds the few used last.
 */
export interface PictureCache {
  /** Starts loading a picture; does nothing when it is already held. */
  preload(address: string): void;
}

export function createPictureCache(limit: number): PictureCache {
  const held = new Map<string, HTMLImageElement>();
  return {
    preload(address) {
      const image = held.get(address) ?? loading(address);
      held.delete(address);
      held.set(address, image);
      for (const oldest of held.keys()) {
        if (held.size <= limit) break;
        held.delete(oldest);
      }
    },
  };
}

function loading(address: string): HTMLImageElement {
  const image = new Image();
  image.decoding = 'async';
  image.src = address;
  return image;
}

/**
 * Holds the pictures used last as elements, loaded and decoded before they are needed, so that the next field shows at
 * once. The element itself is put on screen: the shell forbids keeping pictures in the browser's own cache.
 */
export interface PictureCache {
  /** The picture's element, loading if it was not held. One element is in one place of the screen at a time. */
  take(address: string): HTMLImageElement;
  /** Whether a picture is held already, so that taking it costs nothing. */
  holds(address: string): boolean;
  /** Forgets one picture, so that it is loaded afresh the next time. */
  drop(address: string): void;
  /** Forgets every picture: the next person at this window may not see them. */
  clear(): void;
}

/** Holds up to `limit` pictures, dropping those not used for longest. */
export function createPictureCache(limit: number): PictureCache {
  const held = new Map<string, HTMLImageElement>();
  return {
    take(address) {
      const image = held.get(address) ?? load(address);
      held.delete(address);
      held.set(address, image);
      for (const oldest of held.keys()) {
        if (held.size <= limit) break;
        held.delete(oldest);
      }
      return image;
    },
    holds: (address) => held.has(address),
    drop(address) {
      held.delete(address);
    },
    clear() {
      held.clear();
    },
  };
}

function load(address: string): HTMLImageElement {
  const image = new Image();
  image.alt = '';
  image.draggable = false;
  image.src = address;
  return image;
}

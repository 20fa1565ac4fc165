import type { Hand } from '../model/form.ts';
import type { ZoneInk } from './ink/zone-ink.ts';

/** Decides whether writing is by hand: as the zone says or, where it may be either, from the ink. In doubt it is. */
export function isHandwritten(hand: Hand, _zoneInk: ZoneInk, confidence: number): boolean {
  switch (hand) {
    case 'block':
    case 'cursive':
      return true;
    case 'printed':
    case 'typed':
      return false;
    case 'any':
      return confidence < 0.9;
  }
}

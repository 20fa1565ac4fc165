import type { Zone } from '../../model/form.ts';
import type { Point } from '../../model/geometry.ts';

/** The zones where a machine wrote them; signatures are written by hand, where they belong, and codes are stuck on. */
export function moveZones(zones: readonly Zone[], { x, y }: Point): Zone[] {
  return zones.map((zone) =>
    zone.kind === 'signature' || zone.kind === 'barcode'
      ? zone
      : { ...zone, rectMm: { ...zone.rectMm, x: zone.rectMm.x + x, y: zone.rectMm.y + y } },
  );
}

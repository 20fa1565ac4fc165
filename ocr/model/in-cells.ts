import type { Zone } from './form.ts';

/** Whether letters stand each in a place of its own, with no common foot. */
export function isInCells(zone: Zone): boolean {
  return zone.kind === 'comb' || (zone.kind === 'date' && (zone.cells ?? zone.parts) !== undefined);
}

import { capZonesOf, zoneDigits } from '../checks/cap-of-comune.ts';
import type { Evidence } from '../evidence.ts';
import { editDistance } from '../normalise/characters.ts';
import type { Tables } from '../tables/tables.ts';

/**
 * Takes the first two digits of a postal code that are another province's for the only ones of the comune's that differ in
 * one digit. `comune` null: nothing known says where.
 */
export function repairCap(evidence: Evidence, comune: string | null, tables: Tables): Evidence {
  const { normalised } = evidence;
  const { value } = normalised;
  if (typeof value !== 'string' || !/^\d{5}$/.test(value) || comune === null) return evidence;
  const zone = value.slice(0, zoneDigits);
  const zones = capZonesOf(comune, tables);
  const near = [...zones].filter((other) => editDistance(zone, other, 1) === 1);
  const [only] = near;
  if (zones.has(zone) || only === undefined || near.length > 1) return evidence;
  const repaired = only + value.slice(zoneDigits);
  return {
    ...evidence,
    normalised: { value: repaired, repaired: true, corroborated: true, problem: null, candidates: [value] },
  };
}

import type { FormCheckOf } from '../../model/form-check.ts';
import type { Tables } from '../tables/tables.ts';
import { type GrowingAgreement, textAt, type Values } from './agreement.ts';
import { provincesOf } from './province-of-comune.ts';

/** How many digits of a postal code tell the province. */
export const zoneDigits = 2;

/** The first two digits that postal codes of the comune may have; none for a name that nobody knows. */
export function capZonesOf(comune: string, tables: Tables): ReadonlySet<string> {
  const provinces = provincesOf(comune, tables);
  const zones = [...tables.capZones].filter(([, served]) => served.some((province) => provinces.has(province)));
  return new Set(zones.map(([zone]) => zone));
}

/**
 * Contradicts a postal code of a province in which no comune of that name ever lay. Three comuni at a province's border have
 * codes of the next one: what disagrees is doubted, never refused.
 */
export function applyCapOfComune(
  check: FormCheckOf<'cap-of-comune'>,
  values: Values,
  tables: Tables,
  into: GrowingAgreement,
): void {
  const comune = textAt(values, check.comune);
  const cap = textAt(values, check.cap);
  if (comune === null || cap === null) return;
  const zones = capZonesOf(comune, tables);
  if (zones.size === 0 || zones.has(cap.slice(0, zoneDigits))) return;
  into.contradicted.set(check.cap, 'disagrees-with-comune');
}

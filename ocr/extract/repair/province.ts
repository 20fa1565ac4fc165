import { provincesOf } from '../checks/province-of-comune.ts';
import type { Evidence } from '../evidence.ts';
import { editDistance } from '../normalise/characters.ts';
import type { Tables } from '../tables/tables.ts';

/**
 * Takes letters that are no province, or of which one is missing, for the only province of the comune that is one letter
 * away. `comune` null: nothing known says where.
 */
export function repairProvince(evidence: Evidence, comune: string | null, tables: Tables): Evidence {
  const { normalised } = evidence;
  if (normalised.problem !== 'unknown-code' || typeof normalised.value !== 'string' || comune === null) return evidence;
  const read = normalised.value;
  const near = [...provincesOf(comune, tables)].filter((province) => editDistance(read, province, 1) <= 1);
  const [only] = near;
  if (only === undefined || near.length > 1) return evidence;
  return {
    ...evidence,
    normalised: { value: only, repaired: true, corroborated: true, problem: null, candidates: [] },
  };
}

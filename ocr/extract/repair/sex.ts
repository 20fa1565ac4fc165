import { parseCodiceFiscale } from '../codes/codice-fiscale.ts';
import type { Evidence } from '../evidence.ts';

/**
 * Of tick boxes of which nobody can tell for sure which is meant, takes the one for the sex that the person's codice fiscale tells, where that
 * is marked or may be. The doubt stays. `code` was itself read without repair; null where there is none.
 */
export function repairSex(evidence: Evidence, code: string | null): Evidence {
  const { normalised, doubt, source } = evidence;
  const sex = code === null ? undefined : parseCodiceFiscale(code)?.sex;
  if (source !== 'mark' || doubt === null || sex === undefined || !normalised.candidates.includes(sex)) return evidence;
  const guessed = typeof normalised.value === 'string' ? [normalised.value] : [];
  const others = [...guessed, ...normalised.candidates].filter((candidate) => candidate !== sex);
  return {
    ...evidence,
    normalised: { ...normalised, value: sex, repaired: true, corroborated: true, candidates: others },
  };
}

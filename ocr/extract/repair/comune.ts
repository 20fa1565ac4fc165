import type { Evidence } from '../evidence.ts';
import { findStates, nearestNames } from '../normalise/place.ts';
import { placeName } from '../normalise/place-name.ts';
import { findComuni, placeKey, type Tables } from '../tables/tables.ts';

/** What other fields say of a comune whose name nobody knows; null where they are silent. */
export interface PlaceContext {
  /** The day on which the place must exist. */
  readonly date: string | null;
  /** Cadastral code, out of a codice fiscale that was read without repair. */
  readonly code: string | null;
  readonly province: string | null;
}

function isConsistent(name: string, context: PlaceContext, tables: Tables): boolean {
  const states = findStates(name, tables).map(({ code }) => ({ code, province: '' }));
  return [...findComuni(tables, name, context.date), ...states].some(
    ({ code, province }) =>
      (context.code === null || context.code === code) && (context.province === null || context.province === province),
  );
}

/** The name as the table spells it, with its accents. */
function listedName(key: string, tables: Tables): string {
  const [comune] = tables.comuniByName.get(key) ?? [];
  const [state] = findStates(key, tables);
  if (comune === undefined && state !== undefined) return state.name.it.toUpperCase();
  return comune !== undefined && placeKey(comune.name) === key ? comune.name : (comune?.otherName ?? key);
}

/**
 * Takes an unknown name of a comune, or of a state, for the only known one that is at most one or two characters away, existed on the date
 * and lies where the other fields have it. Several such names become the candidates.
 */
export function repairComune(evidence: Evidence, context: PlaceContext, tables: Tables): Evidence {
  const { normalised } = evidence;
  if (normalised.problem !== 'unknown-comune' || typeof normalised.value !== 'string') return evidence;
  const read = normalised.value;
  const near = nearestNames(placeKey(read), tables).filter((name) => isConsistent(name, context, tables));
  const [only, ...others] = near;
  if (only === undefined) return evidence;
  if (others.length > 0) return { ...evidence, normalised: { ...normalised, candidates: near.slice(0, 5) } };
  return {
    ...evidence,
    normalised: {
      value: placeName(listedName(only, tables), read),
      repaired: true,
      corroborated: true,
      problem: null,
      candidates: [],
    },
  };
}

import type { FieldValue } from '../../model/field.ts';
import type { FormCheckOf } from '../../model/form-check.ts';
import type { Values } from '../checks/agreement.ts';
import { judgeMembers } from '../checks/codice-fiscale-agrees.ts';
import { parseCodiceFiscale, withoutOmocodia } from '../codes/codice-fiscale.ts';
import type { Evidence } from '../evidence.ts';
import { lookalikesOf } from '../normalise/characters.ts';
import { normaliseCodiceFiscale } from '../normalise/codice-fiscale.ts';
import type { Tables } from '../tables/tables.ts';
import { demandedCodes } from './demanded-codes.ts';
import { type PossibleValue, possibleValues } from './repair-reading.ts';
import { clearLead, clearlyFirst, costOfChange, costOfTaking } from './variants.ts';

type Check = FormCheckOf<'codice-fiscale-agrees'>;

/** A repaired code may cost at most this, all contradictions included: two wrong characters, or one and a wrong field. */
const highestCost = 14;
const mostCandidates = 5;

/** The code as it was read, with a character for each of its places where as many were read, one of which may be nobody knows what. */
function spellOut({ characters, normalised }: Evidence): string {
  const texts = characters.map(({ text }) => text.toUpperCase());
  return texts.length === 16 && texts.some((text) => /[^A-Z0-9]/.test(text))
    ? texts.join('')
    : String(normalised.value);
}

/** Cost of having read what was read where the code stands: a character that does not look alike costs more. */
function costOfReading(code: string, read: string, evidence: Evidence): number {
  if (read.length !== code.length) return Number.POSITIVE_INFINITY;
  return [...code].reduce((sum, character, place) => {
    const was = read[place] ?? '';
    if (character === was) return sum;
    const seen = evidence.characters[place] ?? { text: was, confidence: evidence.confidence };
    return sum + costOfTaking(seen, character, lookalikesOf(was));
  }, 0);
}

/** Fewer than one code in two thousand has letters in place of digits: natural logarithm of the odds, rounded down. */
const rarityOfOmocodia = 7;

/** What it costs to suppose letters of omocodia that nobody read: any digit could hide one, and one in 26 fits the check. */
function costOfOmocodia(code: string, read: string): number {
  const plain = withoutOmocodia(code);
  const isSupposed = [...code].some((character, place) => character !== plain[place] && character !== read[place]);
  return isSupposed ? rarityOfOmocodia : 0;
}

/** A field that disagrees was itself misread, and moreover into something that some near code bears out: rare together. */
function costOfContradictions(
  check: Check,
  values: Values,
  code: string,
  confidences: ReadonlyMap<string, number>,
  tables: Tables,
): number {
  const parts = parseCodiceFiscale(code);
  if (parts === null) return Number.POSITIVE_INFINITY;
  return judgeMembers(check, values, parts, tables)
    .filter(({ agrees }) => !agrees)
    .reduce((sum, { pointer }) => sum + costOfChange(confidences.get(pointer) ?? 0, 1) + clearLead, 0);
}

/**
 * Looks for the code that was written where the one that was read breaks its rules: among the look-alikes of the reading
 * and what the other fields demand, the likeliest of the reading and the fields together, when it is clearly ahead.
 * `check` null: no other field speaks of the person. Others become candidates.
 */
export function repairCodiceFiscale(
  check: Check | null,
  evidence: Evidence,
  values: Readonly<Record<string, FieldValue>>,
  confidences: ReadonlyMap<string, number>,
  tables: Tables,
): Evidence {
  const { normalised } = evidence;
  if (normalised.problem === null || typeof normalised.value !== 'string') return evidence;
  const read = spellOut(evidence);
  const fromReading = possibleValues('codice-fiscale', evidence.characters, (text) =>
    normaliseCodiceFiscale(text, tables),
  );
  const demanded = check === null ? [] : demandedCodes(check, values, read, tables);
  const fromFields = demanded
    .filter((code) => !fromReading.some(({ value }) => value === code))
    .map((value): PossibleValue => ({ value, cost: costOfReading(value, read, evidence) }));
  const weighed = [...fromReading, ...fromFields]
    .map(({ value, cost }): PossibleValue => {
      const against = check === null ? 0 : costOfContradictions(check, values, value, confidences, tables);
      return { value, cost: cost + against + costOfOmocodia(value, read) };
    })
    .filter(({ cost }) => cost <= highestCost)
    .toSorted((left, right) => left.cost - right.cost);
  const first = clearlyFirst(weighed);
  const others = weighed.filter((item) => item !== first).map(({ value }) => value);
  const candidates = [...new Set([...others, ...normalised.candidates])].slice(0, mostCandidates);
  if (first === null) return { ...evidence, normalised: { ...normalised, candidates } };
  return {
    ...evidence,
    normalised: { value: first.value, repaired: true, corroborated: true, problem: null, candidates },
  };
}

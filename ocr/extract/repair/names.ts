import { levelCase } from '../by-hand/letter-case.ts';
import type { Evidence } from '../evidence.ts';
import { lookalikeLettersOf } from '../normalise/characters.ts';
import { normaliseName } from '../normalise/code.ts';
import type { Lexicon } from '../spelling/lexicon.ts';
import { placeKey } from '../tables/tables.ts';
import { asListed, isListed, joinTorn, type NearName, nearNames } from './near-names.ts';

/** Characters of a name read less surely than this may be another. */
const sureCharacter = 0.9;

/**
 * Puts before the candidates those names that would agree with the letters of the codice fiscale, were one character that was read unsurely the
 * look-alike of it: often that is another letter of the three, or a vowel for a consonant. They are only proposed: a name is what the paper says, not what the code wants.
 */
export function proposeNames(evidence: Evidence, fitsCode: NameKnowledge['fitsCode'], lexicon: Lexicon): Evidence {
  const { value } = evidence.normalised;
  if (typeof value !== 'string' || fitsCode === null || fitsCode(value)) return evidence;
  const names = evidence.characters
    .map(({ text, confidence }, place) => ({ text, confidence, place }))
    .filter(({ confidence }) => confidence < sureCharacter)
    .toSorted((left, right) => left.confidence - right.confidence)
    .flatMap(({ text, place }) =>
      lookalikeLettersOf(text).map((other) => evidence.raw.slice(0, place) + other + evidence.raw.slice(place + 1)),
    )
    .map((name) => normaliseName(name, lexicon).value)
    .filter((name) => typeof name === 'string');
  return propose(evidence, names.filter(fitsCode));
}

const mostCandidates = 5;

/** What tells a name from others that look like it. */
export interface NameKnowledge {
  /** Names by the form in which they are compared, each as it is listed. */
  readonly list: ReadonlyMap<string, string>;
  /** Whether a name has the letters that the person's codice fiscale wants; null where none was read that can be relied on. */
  readonly fitsCode: ((name: string) => boolean) | null;
}

/**
 * Takes a name that a hand wrote and that is not listed for the only listed one that it may be a misreading of; where there are several they are
 * candidates. What is taken is told as repaired. Where readers agree the name stays, for no list has all names, and so does one that the codice fiscale
 * wants, but for another that it wants as well. Names that a machine wrote or that stand in cells are not touched.
 */
export function repairName(evidence: Evidence, { list, fitsCode }: NameKnowledge): Evidence {
  const value = freeHandName(evidence);
  if (value === null) return evidence;
  const key = placeKey(value);
  const whole = isListed(key, list) ? key : joinTorn(key, list);
  // Of a name that readers agree on the accent stays, too: both Barilla and Barillà are names.
  if (whole !== null) {
    return withName(
      evidence,
      isAccented(value) && isUndisputed(evidence) ? levelCase(value) : spelt(whole, value, list),
    );
  }
  const fits = fitsCode?.(key);
  if (fits !== false && isUndisputed(evidence)) return withName(evidence, levelCase(value));
  const near = nearNames(key, list).filter((name) => fits !== true || fitsCode?.(name.key));
  return takeNearest(evidence, value, near, list);
}

/**
 * Takes a name that a hand wrote, and that is not the one the codice fiscale wants, for the only listed one that it may be a misreading of and the
 * code wants. That the two agree then says nothing for either.
 */
export function takeNameOfCode(evidence: Evidence, { list, fitsCode }: NameKnowledge): Evidence {
  const value = freeHandName(evidence);
  if (value === null || fitsCode === null || fitsCode(value)) return evidence;
  const near = nearNames(placeKey(value), list).filter(({ key }) => fitsCode(key));
  return takeNearest(evidence, value, near, list);
}

/** The value of a name that a hand wrote outside of cells, else null. */
function freeHandName({ normalised, handwritten, inCells }: Evidence): string | null {
  return typeof normalised.value === 'string' && handwritten && !inCells ? normalised.value : null;
}

function takeNearest(
  evidence: Evidence,
  read: string,
  near: readonly NearName[],
  list: NameKnowledge['list'],
): Evidence {
  const [first, second] = near;
  const names = near.map(({ key }) => spelt(key, read, list));
  const isClear = first !== undefined && (second === undefined || first.cost < second.cost);
  return propose(withName(evidence, (isClear && names[0]) || levelCase(read)), names);
}

function isAccented(name: string): boolean {
  return /\p{M}/u.test(name.normalize('NFD'));
}

function isUndisputed({ support }: Evidence): boolean {
  return support.kindsAgreeing > 1 || support.dissenting.length === 0;
}

function withName(evidence: Evidence, name: string): Evidence {
  const { normalised } = evidence;
  const { value } = normalised;
  if (name === value || typeof value !== 'string') return evidence;
  // Capitals and accents are form.
  const repaired = normalised.repaired || placeKey(name) !== placeKey(value);
  return propose({ ...evidence, normalised: { ...normalised, value: name, repaired } }, [value]);
}

function propose(evidence: Evidence, names: readonly string[]): Evidence {
  const { normalised } = evidence;
  const others = [...names, ...normalised.candidates].filter((name) => name !== normalised.value);
  return { ...evidence, normalised: { ...normalised, candidates: [...new Set(others)].slice(0, mostCandidates) } };
}

/** A listed name, in capitals where the reading is. */
function spelt(key: string, read: string, list: ReadonlyMap<string, string>): string {
  const name = asListed(key, list);
  return isInCapitals(read) ? name.toLocaleUpperCase('it') : name;
}

/** Whether most letters are capitals. */
function isInCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return 2 * (text.match(/\p{Lu}/gu) ?? []).length > letters.length;
}

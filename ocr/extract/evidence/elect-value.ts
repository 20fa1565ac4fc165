import type { FieldValue } from '../../model/field.ts';
import type { ValueKind } from '../../model/form.ts';
import type { Opinion } from '../../model/reading.ts';
import type { FieldDescription } from '../describe.ts';
import { editDistance } from '../normalise/characters.ts';
import { hasKnownShape } from '../normalise/document-number.ts';
import type { Normalised } from '../normalise/normalised.ts';
import { isPlateOfSeries } from '../normalise/plate.ts';
import { isListed } from '../repair/near-names.ts';
import { sameValue } from '../same-value.ts';
import type { Lexicon } from '../spelling/lexicon.ts';
import { respell } from '../spelling/respell.ts';
import { mendSmallWords } from '../spelling/small-words.ts';
import { isTornName } from '../spelling/torn-name.ts';
import { listOfNames, placeKey, type Tables } from '../tables/tables.ts';

/** Kinds whose words a list of the language has. */
export const proseKinds: readonly ValueKind[] = ['text', 'street'];

/** A name read otherwise than it is listed has at most so many wrong characters. */
const mostWrong = 2;

/** A reading whose odds are this many times those of the next is taken though both keep the rules. */
const clearlyAhead = 20;
const surest = 0.999;

function oddsOf(confidence: number): number {
  const kept = Math.min(surest, confidence);
  return kept / (1 - kept);
}

/**
 * The value of a reading that several engines had their say on. Where the reading, put together from theirs, breaks the rules
 * of its kind and one of them alone keeps these, or is far surer than others that do, that one is taken; of prose, the better spelling. What an engine read so is
 * not repaired.
 */
export function electValue(
  { kind }: FieldDescription,
  read: Normalised,
  opinions: readonly Opinion[],
  normalise: (text: string) => Normalised,
  tables: Tables,
): Normalised {
  const { lexicon } = tables;
  const sureFirst = opinions.toSorted((left, right) => right.confidence - left.confidence);
  const readings = sureFirst.map(({ text }) => normalise(text));
  if (proseKinds.includes(kind)) {
    const letter = singleLetter(read.value, sureFirst);
    if (letter !== null) return { ...read, value: letter };
    const texts = readings.map(({ value }) => value).filter((value) => typeof value === 'string');
    return typeof read.value === 'string' ? { ...read, value: spellAsProse(read.value, texts, lexicon) } : read;
  }
  if ((kind === 'surname' || kind === 'given-name') && typeof read.value === 'string') {
    const name = withoutGaps(withoutForeignAccents(read.value, readings), readings);
    return { ...read, value: asListedIn(listOfNames(kind, tables), name, readings) };
  }
  const underlined = kind === 'email' ? readings.find((reading) => isUnderlined(reading, read)) : undefined;
  if (underlined !== undefined) return underlined;
  if (keepsRules(kind, read)) return read;
  const [first, ...others] = sureFirst
    .map(({ confidence }, place) => ({ confidence, reading: readings[place] ?? read }))
    .filter(({ reading }) => keepsRules(kind, reading));
  if (first === undefined) return read;
  const isAhead = others.every(
    ({ reading, confidence }) =>
      sameValue(reading.value, first.reading.value) || oddsOf(first.confidence) >= clearlyAhead * oddsOf(confidence),
  );
  return isAhead ? first.reading : read;
}

function spellAsProse(text: string, opinions: readonly string[], lexicon: Lexicon): string {
  const respelt = withoutStrayAccents(respell(text, opinions, lexicon), opinions, lexicon);
  return mendSmallWords(withCapital(respelt, opinions), lexicon);
}

/** Whether a reading has low lines for the hyphens of another and is the same otherwise: a low line is read as a hyphen, but none as a low line. */
function isUnderlined(reading: Normalised, other: Normalised): boolean {
  const [low, high] = [reading.value, other.value];
  const isSame = typeof low === 'string' && typeof high === 'string' && low.replaceAll('_', '-') === high;
  return isSame && low !== high && reading.problem === null && !reading.repaired;
}

/** Entries begin with a capital: where readers differ in that alone, the one who sees it is right more often. */
function withCapital(text: string, opinions: readonly string[]): string {
  const capitalised = text.charAt(0).toLocaleUpperCase('it') + text.slice(1);
  return opinions.includes(capitalised) ? capitalised : text;
}

/** An accent in a word that no list has is a speck rather, where a reader sees none: MIT-UCÒ. */
function withoutStrayAccents(text: string, opinions: readonly string[], lexicon: Lexicon): string {
  const bare = text.replace(/\p{L}+/gu, (word) => (lexicon.knows(word) ? word : [...word].map(bareLetter).join('')));
  return opinions.includes(bare) ? bare : text;
}

/** Letters with accents that Italian has not: in a name they are specks where a reader sees the bare name. */
const foreignAccent = /[^\P{L}a-zàèéìíòóùú]/giu;

function withoutForeignAccents(name: string, readings: readonly Normalised[]): string {
  const bare = name.replace(foreignAccent, bareLetter);
  return readings.some(({ value }) => value === bare) ? bare : name;
}

/** A name that worn letters tear apart is the one that another reader sees whole. */
function withoutGaps(name: string, readings: readonly Normalised[]): string {
  const whole = name.replaceAll(' ', '');
  return isTornName(name) && readings.some(({ value }) => value === whole) ? whole : name;
}

/**
 * Of readings of a name that is not listed, the only listed one that differs from it by a letter or two; else the name as it was
 * read. Blanks the ink tells better than readers.
 */
function asListedIn(list: ReadonlyMap<string, string>, name: string, readings: readonly Normalised[]): string {
  const key = placeKey(name);
  if (isListed(key, list)) return name;
  const isNear = (other: string) =>
    isListed(other, list) &&
    other.replaceAll(' ', '') !== key.replaceAll(' ', '') &&
    editDistance(key, other, mostWrong) <= mostWrong;
  const values = readings.map(({ value }) => value).filter((value) => typeof value === 'string');
  const [only, ...others] = new Map(
    values.map((value) => [placeKey(value), value] as const).filter(([other]) => isNear(other)),
  ).values();
  return only !== undefined && others.length === 0 ? only : name;
}

function bareLetter(letter: string): string {
  return letter.normalize('NFD').replace(/\p{M}/gu, '');
}

/** A letter that some readers see twice, once small: Cc. No entry is spelt so, and the surest of those who see one is taken. */
function singleLetter(value: FieldValue, sureFirst: readonly Opinion[]): string | null {
  const [one, other, ...more] = typeof value === 'string' ? value : '';
  if (one === undefined || other === undefined || more.length > 0) return null;
  if (one === other || one.toLowerCase() !== other.toLowerCase()) return null;
  return sureFirst.map(({ text }) => text.trim()).find((text) => text === one || text === other) ?? null;
}

/** A digit between letters behind the @ is a letter more often: esempi1o. */
const digitInDomain = /@.*\p{L}\d\p{L}/u;

/** Kinds whose rules tell most misreadings, and of which an engine reads the whole. */
const ruled: Readonly<Partial<Record<ValueKind, (value: string) => boolean>>> = {
  email: (value) => !digitInDomain.test(value),
  phone: () => true,
  plate: isPlateOfSeries,
  'document-number': hasKnownShape,
};

/** Whether a value is as its kind demands, and was read so. Of kinds without such rules every value is. */
function keepsRules(kind: ValueKind, { value, problem, repaired }: Normalised): boolean {
  const rule = ruled[kind];
  return rule === undefined || (typeof value === 'string' && problem === null && !repaired && rule(value));
}

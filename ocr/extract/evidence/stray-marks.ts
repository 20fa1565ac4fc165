import type { ValueKind } from '../../model/form.ts';

const proseKinds: readonly ValueKind[] = ['text', 'street', 'surname', 'given-name'];

const nameKinds: readonly ValueKind[] = ['surname', 'given-name'];
/** No name has a full stop between two words: DI.LASCIO. */
const stopInName = /\p{L}{2}\.\s?\p{L}{2}/u;

/** Articles, prepositions, conjunctions and the like: no compound has them, while codes such as MIT-UCO are of other letters. */
const joiningWord =
  '(?:AI|AL|CHE|CON|DA|DAI|DAL|DEI|DEL|DI|ED|FRA|GLI|HA|HO|IL|IN|LA|LE|LO|MIA|MIE|MIO|NE|NEI|NEL|NON|PER|SE|SI|SU|SUA|SUL|SUO|TRA|UN|UNA|UNO)';

/** Prepositions with their articles, behind which a name or noun must come. */
const openWord = '(?:di|del|dei|della|dello|delle|degli|dal|dalla|al|alla|ai|nel|nella|sul|sulla)';

/**
 * What Italian seldom has and dirt between or behind words often makes: an apostrophe before a word that follows no letter, or between a vowel and
 * a letter, a colon or semicolon with nothing after it, a comma, colon or apostrophe that ties a word to a number, a comma or stop behind a
 * preposition, a ring behind a word, a small letter alone behind a number that ends a text, and a hyphen that joins two words of small
 * letters, the first of which may be a single letter, or of capitals where one is a word that only joins others, or where both are long and
 * stand in a sentence.
 */
const strayMarks: readonly RegExp[] = [
  /(?:^|\s)['’‘`´]\s?\p{L}/u,
  /\p{L}[aeiouàèéìòù]['’]\p{L}/iu,
  /[:;][\s.,]*$/u,
  /\p{Ll}{2}-\p{Ll}{2}/u,
  /(?<!\S)(?!e-)\p{L}-\p{Ll}{2}/u,
  /\d[,;:'’]\p{L}{2}/u,
  new RegExp(`(?<!\\S)${openWord}[.,]\\s`, 'iu'),
  /\p{L}{2}[°º]/u,
  /^[\d/]+\s\p{Ll}$/u,
  new RegExp(`(?<![\\p{L}-])${joiningWord}-\\p{Lu}{2}|\\p{Lu}{3}-${joiningWord}(?![\\p{L}-])`, 'u'),
  /^(?=(?:\S+\s+){4}).*\p{Lu}{5}-\p{Lu}{5}/su,
];

/**
 * Whether a text has a mark that is more likely a speck than the writer's. All readers see the same speck, so that their
 * agreement says nothing for it: a person looks. What only lowers the probability is in `calibrate/suspicion.ts`.
 */
export function hasStrayMark(kind: ValueKind, value: string): boolean {
  if (nameKinds.includes(kind) && stopInName.test(value)) return true;
  return proseKinds.includes(kind) && strayMarks.some((mark) => mark.test(value));
}

import type { Evidence } from '../evidence.ts';
import { lookalikeLettersOf } from '../normalise/characters.ts';
import { normaliseName } from '../normalise/code.ts';
import type { Lexicon } from '../spelling/lexicon.ts';

/** Characters of a name read less surely than this may be another. */
const sureCharacter = 0.9;

/**
 * Names that would agree with the letters of a codice fiscale, were one character that was read unsurely the
 * look-alike of it: often that is another letter of the three, or a vowel for a consonant. They are only proposed: a name is what the paper says, not what the code wants.
 */
export function proposeNames(
  evidence: Evidence,
  demanded: string,
  codeOf: (name: string) => string,
  lexicon: Lexicon,
): string[] {
  const { value } = evidence.normalised;
  if (typeof value !== 'string' || codeOf(value) === demanded) return [];
  const names = evidence.characters
    .map(({ text, confidence }, place) => ({ text, confidence, place }))
    .filter(({ confidence }) => confidence < sureCharacter)
    .toSorted((left, right) => left.confidence - right.confidence)
    .flatMap(({ text, place }) =>
      lookalikeLettersOf(text).map((other) => evidence.raw.slice(0, place) + other + evidence.raw.slice(place + 1)),
    )
    .map((name) => normaliseName(name, lexicon).value);
  return [...new Set(names)].filter((name) => typeof name === 'string').filter((name) => codeOf(name) === demanded);
}

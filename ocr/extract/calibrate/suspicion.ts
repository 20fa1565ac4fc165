import type { ValueKind } from '../../model/form.ts';
import type { Evidence } from '../evidence.ts';
import { withoutLegalForms } from '../normalise/legal-forms.ts';
import { isTornName } from '../spelling/torn-name.ts';

/** Characters of which only their neighbours could tell whether they are letters or digits, and these do not. */
const letterOrDigit = /\p{L}[lIO]\d|\d[lIO]|\p{L}[10]\d/u;

/** Whether a text has characters of which only the reader's word tells that they are letters, or that they are digits. */
export function isLetterOrDigit(text: string): boolean {
  return letterOrDigit.test(text);
}

/** Whether a text is spelt as writers seldom spell, and readers who see a speck or miss an accent do. */
export function isSuspicious({ description: { kind }, normalised, raw, support }: Evidence): boolean {
  const value = String(normalised.value);
  if (nameKinds.includes(kind) && (markInName.test(raw) || isTornName(value))) return true;
  if (support.dissentingInAccents > 0 && rareAccent.test(value)) return true;
  if (kind === 'phone') return /[-/]/.test(value);
  if (kind !== 'text' && kind !== 'street') return letterOrDigit.test(value);
  const words = withoutLegalForms(value);
  return [oddMark, bareEnding, letterOrDigit].some((pattern) => pattern.test(words));
}

const nameKinds: readonly ValueKind[] = ['surname', 'given-name'];
/** What was dropped from a name may have been a letter of it: Pompe: for Pompei. */
const markInName = /\p{L}[.:;,|!]/u;

/** Accents but for that of -tà, which Italian has everywhere: where one reader alone saw it, it may be a speck. */
const rareAccent = /[èéìòùÈÉÌÒÙ]|(?<![tT])[àÀ]/u;

/** Nouns in -ità bare of their accent, and what only looks like them: identita, vendita. */
const bareEnding = /(?:ita|ITA|eta|ETA)(?!\p{L})/u;

/** A mark that ends a sentence before a small letter, or one between two letters or before a digit: a speck more often than a writer's slip. */
const oddMark =
  /[.;:]\s\p{Ll}|\p{Ll}[.,;:]\p{Ll}|[.;:]\p{Lu}\p{Ll}|\p{Lu}{2}[.,;:·]\p{Lu}{2}|(?<=\s)[AEIO]\.\s|\p{L}{5}[.,;:]\d/u;

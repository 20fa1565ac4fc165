import { dayFirst } from '../../../renderer/ui/value-text.ts';
import type { TruthDocument, TruthField } from '../../../tools/samples/truth.ts';

/** What a person keys in a field, as the page says it. */
export function wantedText({ value }: TruthField): string {
  if (value === null || value === false) return '';
  return Array.isArray(value) ? value.join(',') : dayFirst(String(value));
}

/**
 * Keystrokes of keying a whole document from the page: every character of every field, one key for each mark that is set,
 * and one Tab a field. The strokes of dates are left out, which makes the comparison harder for the screen.
 */
export function strokesByHand({ fields }: TruthDocument, isListed: (pointer: string) => boolean): number {
  return Object.entries(fields).reduce((sum, [pointer, field]) => sum + 1 + charactersOf(field, isListed(pointer)), 0);
}

function charactersOf(field: TruthField, listed: boolean): number {
  const { value } = field;
  if (value === null || value === false) return 0;
  if (Array.isArray(value)) return value.length;
  if (listed || value === true) return 1;
  const text = wantedText(field);
  return /^\d\d\/\d\d\/\d{4}$/.test(text) ? text.length - 2 : text.length;
}

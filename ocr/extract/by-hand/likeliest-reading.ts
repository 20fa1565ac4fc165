import type { ValueKind } from '../../model/form.ts';
import type { FieldDescription } from '../describe.ts';
import { hasKnownShape } from '../normalise/document-number.ts';
import { normaliseForField } from '../normalise/normalise.ts';
import { isPlateOfSeries } from '../normalise/plate.ts';
import { placeKey, type Tables } from '../tables/tables.ts';
import { digitByHand } from './digits.ts';
import { unlikeness, type Witness } from './likeness.ts';

/** What a value costs that has not the shape most of its kind have, in letters misread. */
const unusual = 1;
/** What another value must be ahead by to be taken instead of the one that readers came to together, which rules of the kind may have mended. */
const lead: Readonly<Partial<Record<ValueKind, number>>> = {
  phone: 0.03,
  plate: 0.2,
  'document-number': 0.2,
  'street-number': 0.05,
};

const mobile = /^(?:\+39)?3\d{9}$/;
const isUsual: Readonly<Partial<Record<ValueKind, (value: string) => boolean>>> = {
  // Mobile numbers have ten digits: those of nine were given out until the nineties. No digit stands alone.
  phone: (value) =>
    !/(?:^|\s)\d(?:\s|$)/.test(value) && (!/^(?:\+39)?3/.test(value) || mobile.test(value.replace(/[^\d+]/g, ''))),
  plate: isPlateOfSeries,
  'document-number': hasKnownShape,
  'street-number': (value) => /^\d+(?:\s?\/?\s?(?:[A-Za-z]|bis|ter))?$/.test(value),
};

/**
 * The value of one of the readings that all readings together allow most (the set median, Kohonen 1985), where values of the shape that is
 * usual for the kind are the likelier. The value that readers came to stays where no other is ahead.
 */
export function likeliestReading(
  description: FieldDescription,
  value: string,
  witnesses: readonly Witness[],
  tables: Tables,
): string {
  const costOf = (one: string) => unlikeness(one, witnesses) + (isUnusual(description.kind, one, tables) ? unusual : 0);
  const others = witnesses
    .flatMap(({ text }) => [text, ...spellingsOf(description.kind, text)])
    .map((text) => normaliseForField(description, text, tables))
    .filter(({ problem }) => problem === null)
    .map((normalised) => normalised.value)
    .filter((other) => typeof other === 'string');
  let [best, least] = [value, costOf(value) - (lead[description.kind] ?? 0)];
  for (const other of new Set(others)) {
    const cost = costOf(other);
    if (cost < least) [best, least] = [other, cost];
  }
  return best;
}

function isUnusual(kind: ValueKind, value: string, tables: Tables): boolean {
  return kind === 'comune' ? !tables.comuniByName.has(placeKey(value)) : isUsual[kind]?.(value) === false;
}

/** What stands where the number of a house has digits. */
const digitsMisread = /^[^\d/]+(?=\d)|(?<=\d)[SsOoIlZz?](?=\d|$)/g;

/** Other texts that a reading may mean. */
function spellingsOf(kind: ValueKind, text: string): string[] {
  if (kind === 'street-number') {
    const all = [...text].map(digitByHand).join('');
    const begins = text.replace(digitsMisread, (own) => [...own].map(digitByHand).join(''));
    return [all, begins, begins.replaceAll(' ', '')];
  }
  if (kind === 'phone') return [text.replaceAll('?', '7'), text.replace(/(?<=\d{4,})\s+(?=\d{1,3}$)/, '')];
  return [];
}

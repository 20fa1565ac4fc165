import type { ValueKind } from '../../model/form.ts';
import type { Opinion } from '../../model/reading.ts';
import type { FieldDescription } from '../describe.ts';
import { hasKnownShape } from '../normalise/document-number.ts';
import type { Normalised } from '../normalise/normalised.ts';
import { isPlateOfSeries } from '../normalise/plate.ts';
import { sameValue } from '../same-value.ts';
import { respell } from '../spelling/respell.ts';
import type { Tables } from '../tables.ts';

/** Kinds whose words a list of the language has. */
export const proseKinds: readonly ValueKind[] = ['text', 'street'];

/**
 * The value of a reading that several engines had their say on. Where the reading, put together from theirs, breaks the rules
 * of its kind and one of them alone keeps these, that one is taken; of prose, the better spelling. What an engine read so is
 * not repaired.
 */
export function electValue(
  { kind }: FieldDescription,
  read: Normalised,
  opinions: readonly Opinion[],
  normalise: (text: string) => Normalised,
  { lexicon }: Tables,
): Normalised {
  const sureFirst = opinions.toSorted((left, right) => right.confidence - left.confidence);
  const readings = sureFirst.map(({ text }) => normalise(text));
  if (proseKinds.includes(kind)) {
    const texts = readings.map(({ value }) => value).filter((value) => typeof value === 'string');
    return typeof read.value === 'string' ? { ...read, value: respell(read.value, texts, lexicon) } : read;
  }
  if (keepsRules(kind, read)) return read;
  const [first, ...others] = readings.filter((reading) => keepsRules(kind, reading));
  const areOne = first !== undefined && others.every(({ value }) => sameValue(value, first.value));
  return areOne ? first : read;
}

/** Kinds whose rules tell most misreadings, and of which an engine reads the whole. */
const ruled: Readonly<Partial<Record<ValueKind, (value: string) => boolean>>> = {
  email: () => true,
  phone: () => true,
  plate: isPlateOfSeries,
  'document-number': hasKnownShape,
};

/** Whether a value is as its kind demands, and was read so. Of kinds without such rules every value is. */
function keepsRules(kind: ValueKind, { value, problem, repaired }: Normalised): boolean {
  const rule = ruled[kind];
  return rule === undefined || (typeof value === 'string' && problem === null && !repaired && rule(value));
}

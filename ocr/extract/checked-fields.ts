import type { FormPackage, ValueKind, Zone } from '../model/form.ts';
import { describeField } from './describe.ts';

/** Kinds whose values are held against a list, a check of their own, a numbering plan or the codice fiscale. */
const checkedKinds: ReadonlySet<ValueKind> = new Set([
  'codice-fiscale',
  'partita-iva',
  'iban',
  'date',
  'comune',
  'province',
  'cap',
  'phone',
  'surname',
  'given-name',
  'sex',
]);

/** The fields of a page whose misreadings rules will mostly show. Of the others only a second reading can tell. */
export function checkedFields(schema: FormPackage['schema'], zones: readonly Zone[]): ReadonlySet<string> {
  const fields = new Set(zones.map(({ field }) => field));
  return new Set([...fields].filter((field) => checkedKinds.has(describeField(schema, field)?.kind ?? 'text')));
}

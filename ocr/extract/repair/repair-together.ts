import type { FieldValue } from '../../model/field.ts';
import type { FormPackage } from '../../model/form.ts';
import { checksOf } from '../checks.ts';
import type { Evidence } from '../evidence.ts';
import { fittedCode } from '../normalise/codice-fiscale.ts';
import type { Tables } from '../tables.ts';
import { repairCodiceFiscale } from './codice-fiscale.ts';

export function valuesOf(evidence: readonly Evidence[]): Record<string, FieldValue> {
  return Object.fromEntries(evidence.map(({ description, normalised }) => [description.pointer, normalised.value]));
}

/** For each codice fiscale the places where its character is another than was read. */
export function changedPlacesOf(evidence: readonly Evidence[]): Map<string, number[]> {
  const codes = evidence.filter(({ description }) => description.kind === 'codice-fiscale');
  return new Map(
    codes.map(({ description, normalised, raw }) => {
      const value = typeof normalised.value === 'string' ? normalised.value : '';
      const read = fittedCode(raw);
      const places = [...value].map((_, place) => place);
      // Where one was dropped or put in, nothing says which of the characters stand for themselves.
      const changed = places.filter((place) => read.length !== value.length || read[place] !== value[place]);
      return [description.pointer, changed];
    }),
  );
}

/** Repairs what one field alone could not decide, with the other fields of the document. */
export function repairTogether(form: FormPackage, evidence: readonly Evidence[], tables: Tables): Evidence[] {
  const checks = checksOf(form);
  const confidences = new Map(evidence.map((item) => [item.description.pointer, item.confidence]));
  const values = valuesOf(evidence);
  return evidence.map((item) => {
    if (item.description.kind !== 'codice-fiscale') return item;
    const check = checks
      .filter((candidate) => candidate.kind === 'codice-fiscale-agrees')
      .find(({ codiceFiscale }) => codiceFiscale === item.description.pointer);
    return repairCodiceFiscale(check ?? null, item, values, confidences, tables);
  });
}

import type { FormCheckOf } from '../../model/form-check.ts';
import { textAt, type Values } from '../checks/agreement.ts';
import { birthCode, checkCharacter, givenNameCode, isCodiceFiscale, surnameCode } from '../codes/codice-fiscale.ts';
import { placeCodes, type Tables } from '../tables/tables.ts';

type Check = FormCheckOf<'codice-fiscale-agrees'>;

/** What one part of the code may be. */
interface Part {
  readonly codes: readonly string[];
  /** By other fields, not by the reading of the code itself. */
  readonly isDemanded: boolean;
}

/** Of surname, given name, birth and place so many must be told by other fields; what is left is checked by the last character. */
const fewestDemanded = 2;

/**
 * The codes that the other fields of the person demand, one for each place that bears the name and each sex that may be meant.
 * Parts of which no field speaks stay as they are in `read`, sixteen characters of the code or another number where it was read so
 * badly; then the check character must be the one that was read.
 */
export function demandedCodes(check: Check, values: Values, read: string, tables: Tables): string[] {
  const parts = [
    demandedBy(textAt(values, check.surname), (name) => [surnameCode(name)], read.slice(0, 3)),
    demandedBy(textAt(values, check.givenName), (name) => [givenNameCode(name)], read.slice(3, 6)),
    birthPart(check, values, read.slice(6, 11)),
    placePart(check, values, read.slice(11, 15), tables),
  ];
  if (parts.filter(({ isDemanded }) => isDemanded).length < fewestDemanded) return [];
  const firsts = parts.reduce<readonly string[]>(
    (begun, { codes }) => begun.flatMap((begin) => codes.map((code) => begin + code)),
    [''],
  );
  const isWhole = parts.every(({ isDemanded }) => isDemanded) && sexesOf(check, values).length === 1;
  const codes = firsts.filter((first) => /^[A-Z0-9]{15}$/.test(first)).map((first) => first + checkCharacter(first));
  return codes.filter((code) => isCodiceFiscale(code) && (isWhole || code[15] === read[15]));
}

function demandedBy(value: string | null, codesOf: (value: string) => readonly string[], read: string): Part {
  const codes = value === null ? [] : codesOf(value);
  return codes.length > 0 ? { codes, isDemanded: true } : { codes: [read], isDemanded: false };
}

function birthPart(check: Check, values: Values, read: string): Part {
  return demandedBy(dateOf(check, values), (date) => sexesOf(check, values).map((sex) => birthCode(date, sex)), read);
}

function placePart(check: Check, values: Values, read: string, tables: Tables): Part {
  const codesOf = (name: string) => placeCodes(name, dateOf(check, values), tables);
  return demandedBy(textAt(values, check.birthPlace), codesOf, read);
}

function dateOf(check: Check, values: Values): string | null {
  const date = textAt(values, check.birthDate);
  return date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null;
}

function sexesOf(check: Check, values: Values): readonly ('M' | 'F')[] {
  const sex = textAt(values, check.sex);
  return sex === 'M' || sex === 'F' ? [sex] : ['M', 'F'];
}

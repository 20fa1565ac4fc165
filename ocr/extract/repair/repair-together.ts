import type { FieldValue } from '../../model/field.ts';
import type { FormPackage, ValueKind } from '../../model/form.ts';
import type { FormCheck, FormCheckOf } from '../../model/form-check.ts';
import { proposeMail } from '../by-hand/mail.ts';
import type { Name, Names } from '../by-hand/mail-locals.ts';
import type { Repairs } from '../checks/codice-fiscale-agrees.ts';
import { checksOf } from '../checks.ts';
import { givenNameCode, parseCodiceFiscale, surnameCode } from '../codes/codice-fiscale.ts';
import type { Evidence } from '../evidence.ts';
import { localDay } from '../local-day.ts';
import { fittedCode } from '../normalise/codice-fiscale.ts';
import { listOfNames, type Tables } from '../tables/tables.ts';
import { repairBirthDate } from './birth-date.ts';
import { repairCap } from './cap.ts';
import { repairCodiceFiscale } from './codice-fiscale.ts';
import { type PlaceContext, repairComune } from './comune.ts';
import { repairEmail } from './email.ts';
import { type NameKnowledge, proposeNames, repairName, takeNameOfCode } from './names.ts';
import { repairProvince } from './province.ts';
import { repairSex } from './sex.ts';

type NameKind = Extract<ValueKind, 'surname' | 'given-name'>;
type ByPointer = ReadonlyMap<string, Evidence>;

function byPointer(evidence: readonly Evidence[]): ByPointer {
  return new Map(evidence.map((item) => [item.description.pointer, item]));
}

function ofKind<Kind extends FormCheck['kind']>(checks: readonly FormCheck[], kind: Kind): FormCheckOf<Kind>[] {
  const isOfKind = (check: FormCheck): check is FormCheckOf<Kind> => check.kind === kind;
  return checks.filter(isOfKind);
}

/** The value of a text field that was read as it stands and breaks no rule; what was itself repaired is no evidence. */
function readValue(evidence: ByPointer, pointer: string | undefined): string | null {
  const normalised = pointer === undefined ? undefined : evidence.get(pointer)?.normalised;
  if (normalised === undefined || normalised.problem !== null || normalised.repaired) return null;
  return typeof normalised.value === 'string' ? normalised.value : null;
}

export function valuesOf(evidence: readonly Evidence[]): Record<string, FieldValue> {
  return Object.fromEntries(evidence.map(({ description, normalised }) => [description.pointer, normalised.value]));
}

/** Places of a codice fiscale where its character is another than was read. */
function changedPlaces({ normalised, raw }: Evidence): number[] {
  if (!normalised.repaired) return [];
  const value = typeof normalised.value === 'string' ? normalised.value : '';
  const read = fittedCode(raw);
  // Where one was dropped or put in, nothing says which of the characters stand for themselves.
  return [...value]
    .map((_, place) => place)
    .filter((place) => read.length !== value.length || read[place] !== value[place]);
}

/** What rules put into these fields beyond what was read. */
export function repairsOf(evidence: readonly Evidence[]): Repairs {
  const codes = evidence.filter(({ description }) => description.kind === 'codice-fiscale');
  return {
    fields: new Set(evidence.filter(({ normalised }) => normalised.repaired).map((item) => item.description.pointer)),
    changedPlaces: new Map(codes.map((item) => [item.description.pointer, changedPlaces(item)])),
  };
}

function placeContext(checks: readonly FormCheck[], evidence: ByPointer, pointer: string): PlaceContext {
  const person = ofKind(checks, 'codice-fiscale-agrees').find(({ birthPlace }) => birthPlace === pointer);
  const province = ofKind(checks, 'province-of-comune').find(({ comune }) => comune === pointer)?.province;
  const code = readValue(evidence, person?.codiceFiscale);
  return {
    // What is no birthplace must exist now.
    date: person ? readValue(evidence, person.birthDate) : localDay(new Date()),
    code: code === null ? null : (parseCodiceFiscale(code)?.birthPlaceCode ?? null),
    province: readValue(evidence, province),
  };
}

function namesOf(evidence: readonly Evidence[]): string[] {
  return evidence
    .filter(
      ({ description: { kind }, normalised }) => (kind === 'surname' || kind === 'given-name') && !normalised.repaired,
    )
    .map(({ normalised }) => normalised.value)
    .filter((value) => typeof value === 'string');
}

/** The list that the names of a field are in, and what the codice fiscale of its person says of them. */
function nameKnowledge(
  checks: readonly FormCheck[],
  evidence: ByPointer,
  pointer: string,
  kind: NameKind,
  tables: Tables,
): NameKnowledge {
  const isSurname = kind === 'surname';
  const member = isSurname ? 'surname' : 'givenName';
  const person = ofKind(checks, 'codice-fiscale-agrees').find((check) => check[member] === pointer);
  const parts = parseCodiceFiscale(readValue(evidence, person?.codiceFiscale) ?? '');
  const codeOf = isSurname ? surnameCode : givenNameCode;
  const wanted = isSurname ? parts?.surnameCode : parts?.givenNameCode;
  return {
    list: listOfNames(kind, tables),
    fitsCode: parts === null ? null : (name) => codeOf(name) === wanted,
  };
}

function namesByKind(evidence: readonly Evidence[]): Names {
  const readOfKind = (kind: ValueKind): Name[] =>
    evidence
      .filter(({ description }) => description.kind === kind)
      .flatMap(({ normalised: { value }, opinions }) => [
        ...(typeof value === 'string' ? [{ text: value, isElected: true }] : []),
        ...opinions.map(({ text }) => ({ text, isElected: false })),
      ]);
  return { given: readOfKind('given-name'), surnames: readOfKind('surname') };
}

/** Repairs what one field alone could not decide, with what was read in the other fields of the document. */
export function repairTogether(form: FormPackage, evidence: readonly Evidence[], tables: Tables): Evidence[] {
  const checks = checksOf(form);
  const read = byPointer(evidence);
  const confidences = new Map(evidence.map((item) => [item.description.pointer, item.confidence]));
  const values = valuesOf(evidence);
  return evidence.map((item) => {
    const { kind, pointer } = item.description;
    if (kind === 'comune') return repairComune(item, placeContext(checks, read, pointer), tables);
    if (kind === 'date') {
      const person = ofKind(checks, 'codice-fiscale-agrees').find(({ birthDate }) => birthDate === pointer);
      return repairBirthDate(item, readValue(read, person?.codiceFiscale));
    }
    if (kind === 'sex') {
      const person = ofKind(checks, 'codice-fiscale-agrees').find(({ sex }) => sex === pointer);
      return repairSex(item, readValue(read, person?.codiceFiscale));
    }
    if (kind === 'surname' || kind === 'given-name')
      return repairName(item, nameKnowledge(checks, read, pointer, kind, tables));
    if (kind === 'email') {
      return item.handwritten ? proposeMail(item, namesByKind(evidence)) : repairEmail(item, namesOf(evidence));
    }
    if (kind === 'province') {
      const check = ofKind(checks, 'province-of-comune').find(({ province }) => province === pointer);
      return repairProvince(item, readValue(read, check?.comune), tables);
    }
    if (kind === 'cap') {
      const check = ofKind(checks, 'cap-of-comune').find(({ cap }) => cap === pointer);
      return repairCap(item, readValue(read, check?.comune), tables);
    }
    if (kind !== 'codice-fiscale') return item;
    const check = ofKind(checks, 'codice-fiscale-agrees').find(({ codiceFiscale }) => codiceFiscale === pointer);
    return repairCodiceFiscale(check ?? null, item, values, confidences, tables);
  });
}

/**
 * Takes names by hand for those that the codice fiscale of their person wants, and puts before the candidates of others what it lets suppose. To be
 * done when it is told already which fields agree: what a code chose is no evidence for it.
 */
export function takeNamesOfCodes(form: FormPackage, evidence: readonly Evidence[], tables: Tables): Evidence[] {
  const checks = checksOf(form);
  const read = byPointer(evidence);
  return evidence.map((item) => {
    const { kind, pointer } = item.description;
    if (kind !== 'surname' && kind !== 'given-name') return item;
    const knowledge = nameKnowledge(checks, read, pointer, kind, tables);
    return takeNameOfCode(proposeNames(item, knowledge.fitsCode, tables.lexicon), knowledge);
  });
}

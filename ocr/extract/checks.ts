import { z } from 'zod';
import type { FieldValue } from '../model/field.ts';
import { type FormPackage, jsonPointerSchema } from '../model/form.ts';
import {
  type CodiceFiscaleParts,
  computeCodiceFiscale,
  givenNameCode,
  parseCodiceFiscale,
  surnameCode,
} from './codice-fiscale.ts';
import { editDistance } from './normalise/characters.ts';
import { findComuni, placeKey, type Tables } from './tables.ts';

/** A rule over several fields, as the schema's root writes it under `x-tabularium-checks`. */
const codiceFiscaleCheckSchema = z.strictObject({
  kind: z.literal('codice-fiscale-agrees'),
  codiceFiscale: jsonPointerSchema,
  surname: jsonPointerSchema.optional(),
  givenName: jsonPointerSchema.optional(),
  birthDate: jsonPointerSchema.optional(),
  sex: jsonPointerSchema.optional(),
  birthPlace: jsonPointerSchema.optional(),
});
type CodiceFiscaleCheck = z.infer<typeof codiceFiscaleCheckSchema>;

/** What the fields say of each other. */
export interface Agreement {
  /** Fields that another one confirms as a whole. */
  readonly confirmed: ReadonlySet<string>;
  readonly contradicted: ReadonlySet<string>;
  /** Values that follow from other fields, for fields that cannot be right as they stand. */
  readonly proposals: ReadonlyMap<string, string>;
}

type Values = Readonly<Record<string, FieldValue>>;
type Verdict = 'agrees' | 'disagrees' | 'silent';

function checksOf(form: FormPackage): CodiceFiscaleCheck[] {
  const parsed = z.array(codiceFiscaleCheckSchema).safeParse(form.schema['x-tabularium-checks']);
  return parsed.success ? parsed.data : [];
}

function textAt(values: Values, pointer: string | undefined): string | null {
  const value = pointer === undefined ? null : values[pointer];
  return typeof value === 'string' && value !== '' ? value : null;
}

function placeCodes(name: string, birthDate: string | null, tables: Tables): string[] {
  const states = tables.states.filter((state) => placeKey(state.name.it) === placeKey(name)).map(({ code }) => code);
  return [...new Set([...findComuni(tables, name, birthDate).map(({ code }) => code), ...states])];
}

function judge(value: string | null, fits: (value: string) => boolean): Verdict {
  if (value === null) return 'silent';
  return fits(value) ? 'agrees' : 'disagrees';
}

function dateFits(parts: CodiceFiscaleParts, isoDate: string): boolean {
  const [year, month, day] = isoDate.split('-').map(Number);
  return year !== undefined && year % 100 === parts.year && month === parts.month && day === parts.day;
}

function judgeMembers(check: CodiceFiscaleCheck, values: Values, parts: CodiceFiscaleParts, tables: Tables) {
  const birthDate = textAt(values, check.birthDate);
  const verdicts: [string | undefined, Verdict][] = [
    [check.surname, judge(textAt(values, check.surname), (name) => surnameCode(name) === parts.surnameCode)],
    [check.givenName, judge(textAt(values, check.givenName), (name) => givenNameCode(name) === parts.givenNameCode)],
    [check.birthDate, judge(birthDate, (date) => dateFits(parts, date))],
    [check.sex, judge(textAt(values, check.sex), (sex) => sex === parts.sex)],
    [
      check.birthPlace,
      judge(textAt(values, check.birthPlace), (name) =>
        placeCodes(name, birthDate, tables).includes(parts.birthPlaceCode),
      ),
    ],
  ];
  return verdicts.flatMap(([pointer, verdict]) => (pointer === undefined ? [] : [{ pointer, verdict }]));
}

/** The codes that the other fields demand, one for each place that bears the name. */
function demandedCodes(check: CodiceFiscaleCheck, values: Values, tables: Tables): string[] {
  const surname = textAt(values, check.surname);
  const givenName = textAt(values, check.givenName);
  const birthDate = textAt(values, check.birthDate);
  const sex = textAt(values, check.sex);
  const place = textAt(values, check.birthPlace);
  if (surname === null || givenName === null || place === null || (sex !== 'M' && sex !== 'F')) return [];
  if (birthDate === null || !/^\d{4}-\d{2}-\d{2}$/.test(birthDate)) return [];
  return placeCodes(place, birthDate, tables).map((birthPlaceCode) =>
    computeCodiceFiscale({ surname, givenName, birthDate, sex, birthPlaceCode }),
  );
}

function proposalsFrom(check: CodiceFiscaleCheck, parts: CodiceFiscaleParts, tables: Tables): [string, string][] {
  const today = new Date().getUTCFullYear();
  const year = 2000 + parts.year > today ? 1900 + parts.year : 2000 + parts.year;
  const date = `${year}-${String(parts.month).padStart(2, '0')}-${String(parts.day).padStart(2, '0')}`;
  const place = tables.comuniByCode.get(parts.birthPlaceCode)?.at(-1)?.name;
  return [
    ...(check.birthDate === undefined ? [] : [[check.birthDate, date] satisfies [string, string]]),
    ...(check.sex === undefined ? [] : [[check.sex, parts.sex] satisfies [string, string]]),
    ...(check.birthPlace === undefined || place === undefined
      ? []
      : [[check.birthPlace, place] satisfies [string, string]]),
  ];
}

interface MutableAgreement {
  readonly confirmed: Set<string>;
  readonly contradicted: Set<string>;
  readonly proposals: Map<string, string>;
}

function applyInvalidCode(check: CodiceFiscaleCheck, values: Values, tables: Tables, into: MutableAgreement): void {
  const read = textAt(values, check.codiceFiscale);
  if (read === null) return;
  const near = demandedCodes(check, values, tables).filter((code) => editDistance(read, code, 2) <= 2);
  const [only] = near;
  if (near.length === 1 && only !== undefined) into.proposals.set(check.codiceFiscale, only);
}

function applyCheck(check: CodiceFiscaleCheck, values: Values, tables: Tables, into: MutableAgreement): void {
  const code = textAt(values, check.codiceFiscale);
  const parts = code === null ? null : parseCodiceFiscale(code);
  if (parts === null) {
    applyInvalidCode(check, values, tables, into);
    return;
  }
  const members = judgeMembers(check, values, parts, tables);
  const agreeing = members.filter(({ verdict }) => verdict === 'agrees');
  const disagreeing = members.filter(({ verdict }) => verdict === 'disagrees');
  for (const { pointer } of disagreeing) into.contradicted.add(pointer);
  if (disagreeing.length > 0 && agreeing.length <= disagreeing.length) into.contradicted.add(check.codiceFiscale);
  if (agreeing.length >= 3) {
    for (const [pointer, value] of proposalsFrom(check, parts, tables)) {
      if (into.contradicted.has(pointer)) into.proposals.set(pointer, value);
    }
    if (disagreeing.length === 0) into.confirmed.add(check.codiceFiscale);
    // Only these follow from the code as a whole: of the names it holds but three letters.
    for (const { pointer } of agreeing) {
      if ([check.birthDate, check.sex, check.birthPlace].includes(pointer)) into.confirmed.add(pointer);
    }
  }
}

/** Applies the form's rules over several fields to the values of a document. */
export function checkAgreement(form: FormPackage, values: Values, tables: Tables): Agreement {
  const agreement: MutableAgreement = { confirmed: new Set(), contradicted: new Set(), proposals: new Map() };
  for (const check of checksOf(form)) applyCheck(check, values, tables, agreement);
  return agreement;
}

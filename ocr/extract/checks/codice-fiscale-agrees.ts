import type { FormCheckOf } from '../../model/form-check.ts';
import { type CodiceFiscaleParts, givenNameCode, parseCodiceFiscale, surnameCode } from '../codes/codice-fiscale.ts';
import { placeCodes, type Tables } from '../tables/tables.ts';
import { type GrowingAgreement, textAt, type Values } from './agreement.ts';

type Check = FormCheckOf<'codice-fiscale-agrees'>;
type Member = 'surname' | 'givenName' | 'birthDate' | 'sex' | 'birthPlace';

/** Places of a codice fiscale that each field speaks of. */
const placesOf: Readonly<Record<Member, readonly number[]>> = {
  surname: [0, 1, 2],
  givenName: [3, 4, 5],
  birthDate: [6, 7, 8, 9, 10],
  sex: [9],
  birthPlace: [11, 12, 13, 14],
};
/** The tens of the day hold the sex as well: the date alone does not tell 12 from 52. */
const sharedPlace = 9;
const checkPlace = 15;

export interface MemberVerdict {
  readonly member: Member;
  readonly pointer: string;
  readonly agrees: boolean;
}

function dateFits(parts: CodiceFiscaleParts, isoDate: string): boolean {
  const [year, month, day] = isoDate.split('-').map(Number);
  return year !== undefined && year % 100 === parts.year && month === parts.month && day === parts.day;
}

/** What the fields that are filled say of a code. */
export function judgeMembers(check: Check, values: Values, parts: CodiceFiscaleParts, tables: Tables): MemberVerdict[] {
  const birthDate = textAt(values, check.birthDate);
  const fits: Readonly<Record<Member, (value: string) => boolean>> = {
    surname: (name) => surnameCode(name) === parts.surnameCode,
    givenName: (name) => givenNameCode(name) === parts.givenNameCode,
    birthDate: (date) => dateFits(parts, date),
    sex: (sex) => sex === parts.sex,
    birthPlace: (name) => placeCodes(name, birthDate, tables).includes(parts.birthPlaceCode),
  };
  const members: readonly Member[] = ['surname', 'givenName', 'birthDate', 'sex', 'birthPlace'];
  return members.flatMap((member) => {
    const pointer = check[member];
    const value = textAt(values, pointer);
    return pointer === undefined || value === null ? [] : [{ member, pointer, agrees: fits[member](value) }];
  });
}

function proposalsFrom(check: Check, parts: CodiceFiscaleParts, tables: Tables): [string, string][] {
  const today = new Date().getUTCFullYear();
  const year = 2000 + parts.year > today ? 1900 + parts.year : 2000 + parts.year;
  const date = `${year}-${String(parts.month).padStart(2, '0')}-${String(parts.day).padStart(2, '0')}`;
  const place = tables.comuniByCode.get(parts.birthPlaceCode)?.at(-1)?.name;
  const proposals: [string | undefined, string | undefined][] = [
    [check.birthDate, date],
    [check.sex, parts.sex],
    [check.birthPlace, place],
  ];
  return proposals.flatMap(([pointer, value]): [string, string][] =>
    pointer === undefined || value === undefined ? [] : [[pointer, value]],
  );
}

/**
 * Whether a repaired code can be no other person's. One character was put in, its field agrees, and the check character is
 * as it was read: the engine may misread the same digit in the code and in the date, and a check character made to fit
 * would hide it. Where a whole character was dropped, every field must agree.
 */
function isBorneOut(changedPlaces: readonly number[], agreeing: readonly MemberVerdict[]): boolean {
  const isRealigned = changedPlaces.length > checkPlace;
  if (!isRealigned && (changedPlaces.length > 1 || changedPlaces.includes(checkPlace))) return false;
  return changedPlaces
    .filter((place) => place !== checkPlace)
    .every((place) => {
      const witnesses = agreeing.filter(({ member }) => placesOf[member].includes(place));
      return witnesses.length >= (place === sharedPlace ? 2 : 1);
    });
}

/** What rules put in beyond the reading. It confirms nothing, and one repair never bears out another. */
export interface Repairs {
  /** Fields whose value was repaired. */
  readonly fields: ReadonlySet<string>;
  /** For each codice fiscale the places whose character was put in. */
  readonly changedPlaces: ReadonlyMap<string, readonly number[]>;
}

/** Compares a codice fiscale with the fields of its person. */
export function applyCodiceFiscaleAgrees(
  check: Check,
  values: Values,
  tables: Tables,
  repairs: Repairs,
  into: GrowingAgreement,
): void {
  const changedPlaces = repairs.changedPlaces.get(check.codiceFiscale) ?? [];
  const code = textAt(values, check.codiceFiscale);
  const parts = code === null ? null : parseCodiceFiscale(code);
  if (parts === null) return;
  const verdicts = judgeMembers(check, values, parts, tables);
  const agreeing = verdicts.filter(({ agrees }) => agrees);
  const disagreeing = verdicts.filter(({ agrees }) => !agrees);
  for (const { pointer } of disagreeing) into.contradicted.set(pointer, 'disagrees-with-codice-fiscale');
  if (disagreeing.length > 0 && agreeing.length <= disagreeing.length)
    into.contradicted.set(check.codiceFiscale, 'disagrees-with-codice-fiscale');
  if (agreeing.length < 3) return;
  const witnesses = agreeing.filter(({ pointer }) => !repairs.fields.has(pointer));
  for (const [pointer, value] of proposalsFrom(check, parts, tables)) {
    if (into.contradicted.has(pointer)) into.proposals.set(pointer, value);
  }
  if (disagreeing.length === 0 && witnesses.length >= 3 && isBorneOut(changedPlaces, witnesses))
    into.confirmed.add(check.codiceFiscale);
  // Only these follow from the code as a whole: of the names it holds but three letters.
  for (const { member, pointer } of agreeing) {
    if (placesOf[member].some((place) => changedPlaces.includes(place))) continue;
    const isWhole = member === 'birthDate' || member === 'sex' || member === 'birthPlace';
    (isWhole ? into.confirmed : into.supported).add(pointer);
  }
}

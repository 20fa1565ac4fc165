import { it } from '@faker-js/faker';
import { computeCodiceFiscale } from '../../../ocr/extract/codes/codice-fiscale.ts';
import type { Tables } from '../../../ocr/extract/tables/tables.ts';
import type { Random } from '../random.ts';
import { cities } from './cities.ts';
import { inventDate } from './dates.ts';
import { commonGivenNames } from './names.ts';

export interface Person {
  readonly surname: string;
  readonly givenName: string;
  readonly sex: 'M' | 'F';
  /** ISO date. */
  readonly birthDate: string;
  readonly birthPlace: string;
  readonly codiceFiscale: string;
}

/** An adult born between 1935 and 2006, or a child after that. */
export type Age = 'adult' | 'child';

/** Invents a person born in a true comune or state. The tax code is the right one; any likeness is chance. */
export function inventPerson(random: Random, tables: Tables, age: Age, surname?: string): Person {
  const sex = random.chance(0.5) ? 'F' : 'M';
  const chosenSurname = surname ?? random.pick(surnames());
  const givenName = inventGivenName(random, sex);
  const year = age === 'adult' ? random.whole(1935, 2006) : random.whole(2009, 2025);
  const birthDate = inventDate(random, year, year);
  const place = pickBirthPlace(random, tables, birthDate);
  const codiceFiscale = computeCodiceFiscale({
    surname: chosenSurname,
    givenName,
    birthDate,
    sex,
    birthPlaceCode: place.code,
  });
  return { surname: chosenSurname, givenName, sex, birthDate, birthPlace: placeName(place.name), codiceFiscale };
}

/** A comune as it was on the day of birth, half the time one of the large ones, or now and then a foreign state. */
function pickBirthPlace(random: Random, { comuni, states }: Tables, birthDate: string): { code: string; name: string } {
  if (random.chance(0.07)) {
    const state = random.pick(states);
    return { code: state.code, name: state.name.it };
  }
  const alive = comuni.filter(({ from, to }) => from <= birthDate && (to === null || to >= birthDate));
  if (random.chance(0.5)) {
    const city = random.pick(cities);
    const found = alive.find(({ name, province }) => province === city.province && placeName(name) === city.name);
    if (found !== undefined) return found;
  }
  return random.pick(alive.filter(({ name }) => name.length <= 28));
}

function inventGivenName(random: Random, sex: 'M' | 'F'): string {
  const rare = sex === 'F' ? it.person?.first_name?.female : it.person?.first_name?.male;
  const names = random.chance(0.8) ? commonGivenNames[sex] : rare;
  const first = random.pick(names ?? []);
  return random.chance(0.08) ? `${first} ${random.pick(names ?? [])}` : first;
}

function surnames(): readonly string[] {
  return it.person?.last_name?.generic ?? [];
}

const smallWords = new Set([
  'di',
  'del',
  'della',
  'delle',
  'dei',
  'degli',
  'da',
  'in',
  'al',
  'alla',
  'sul',
  'e',
  'con',
]);
const accented: Readonly<Record<string, string>> = { "a'": 'à', "e'": 'è', "i'": 'ì', "o'": 'ò', "u'": 'ù' };

/** Turns a name of the tables ("FORLI'", "SAN GIOVANNI IN FIORE") into the way people write it. */
export function placeName(tableName: string): string {
  return tableName
    .toLowerCase()
    .replace(/[aeiou]'(?=$|[\s-])/g, (ending) => accented[ending] ?? ending)
    .split(' ')
    .map((word, index) => writePlaceWord(word, index > 0))
    .join(' ');
}

function writePlaceWord(word: string, inside: boolean): string {
  if (inside && smallWords.has(word)) return word;
  const joined = /^((?:d|dell|nell|sull|all)')(.+)$/.exec(word);
  return inside && joined !== null ? `${joined[1]}${capitalise(joined[2] ?? '')}` : capitalise(word);
}

function capitalise(word: string): string {
  return word.replace(/(^|['-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

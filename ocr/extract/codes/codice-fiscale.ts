/**
 * The Italian tax code of a person (codice fiscale), after DM 23 December 1976 (G.U. 345/1976): six letters of the names,
 * two digits of the year, a letter for the month, two digits for the day (plus 40 for women), the cadastral code of the
 * birthplace and a check character. Two persons with equal codes are told apart by omocodia: digits replaced by letters.
 */

export interface PersonFacts {
  readonly surname: string;
  readonly givenName: string;
  /** ISO date, for example 1980-04-03. */
  readonly birthDate: string;
  readonly sex: 'M' | 'F';
  /** Cadastral (Belfiore) code of the comune or state of birth, for example H501. */
  readonly birthPlaceCode: string;
}

const monthLetters = 'ABCDEHLMPRST';
const omocodiaLetters = 'LMNPQRSTUV';
const digitPositions: readonly number[] = [6, 7, 9, 10, 12, 13, 14];
/** Value of a character at an odd place (1st, 3rd, ...), in the order 0-9 then A-Z. Digits count as A-J. */
const oddValues: readonly number[] = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];
const shape = /^[A-Z]{6}[0-9LMNP-V]{2}[ABCDEHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]$/;

/** Removes accents, apostrophes, spaces and everything else but letters; upper case. */
function lettersOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase();
}

function splitLetters(name: string): { consonants: string; vowels: string } {
  const letters = lettersOf(name);
  return { consonants: letters.replace(/[AEIOU]/g, ''), vowels: letters.replace(/[^AEIOU]/g, '') };
}

/** The three letters that stand for a surname. */
export function surnameCode(surname: string): string {
  const { consonants, vowels } = splitLetters(surname);
  return `${consonants}${vowels}XXX`.slice(0, 3);
}

/** The three letters that stand for a given name: of four and more consonants the second is skipped. */
export function givenNameCode(givenName: string): string {
  const { consonants, vowels } = splitLetters(givenName);
  const chosen = consonants.length >= 4 ? `${consonants[0]}${consonants.slice(2)}` : consonants;
  return `${chosen}${vowels}XXX`.slice(0, 3);
}

function indexOfCharacter(character: string): number {
  return character >= 'A' ? character.charCodeAt(0) - 65 : character.charCodeAt(0) - 48;
}

/** The letter that checks a row of characters by their places. Throws a RangeError unless these are of 0-9 and A-Z. */
export function checkLetter(characters: string): string {
  if (!/^[0-9A-Z]*$/.test(characters)) throw new RangeError('characters of 0-9 and A-Z are needed');
  const sum = [...characters].reduce((total, character, place) => {
    const index = indexOfCharacter(character);
    return total + (place % 2 === 0 ? (oddValues[index] ?? 0) : index);
  }, 0);
  return String.fromCharCode(65 + (sum % 26));
}

/** The check character of the first fifteen. Throws a RangeError unless these are fifteen of 0-9 and A-Z. */
export function checkCharacter(firstFifteen: string): string {
  if (firstFifteen.length !== 15) throw new RangeError('fifteen of 0-9 and A-Z are needed');
  return checkLetter(firstFifteen);
}

/** The five characters that stand for a day of birth and a sex. Throws a RangeError when the date is malformed. */
export function birthCode(birthDate: string, sex: 'M' | 'F'): string {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(birthDate);
  const month = monthLetters[Number(date?.[2]) - 1];
  if (!date || month === undefined) throw new RangeError('birthDate must be an ISO date');
  const day = Number(date[3]) + (sex === 'F' ? 40 : 0);
  return `${date[1]?.slice(2)}${month}${String(day).padStart(2, '0')}`;
}

/** Computes the code of a person without omocodia. Throws a RangeError when the date or the place code is malformed. */
export function computeCodiceFiscale(person: PersonFacts): string {
  if (!/^[A-Z]\d{3}$/.test(person.birthPlaceCode))
    throw new RangeError('birthPlaceCode must be a letter and three digits');
  const birth = birthCode(person.birthDate, person.sex);
  const first = surnameCode(person.surname) + givenNameCode(person.givenName) + birth + person.birthPlaceCode;
  return first + checkCharacter(first);
}

/** Whether the text has the shape of a code and the right check character. */
export function isCodiceFiscale(code: string): boolean {
  return shape.test(code) && checkCharacter(code.slice(0, 15)) === code[15];
}

/** Replaces the letters of omocodia by the digits they stand for; the check character is left as it is. */
export function withoutOmocodia(code: string): string {
  return [...code]
    .map((character, place) => {
      const digit = digitPositions.includes(place) ? omocodiaLetters.indexOf(character) : -1;
      return digit >= 0 ? String(digit) : character;
    })
    .join('');
}

export interface CodiceFiscaleParts {
  readonly surnameCode: string;
  readonly givenNameCode: string;
  /** Last two digits of the year. */
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly sex: 'M' | 'F';
  readonly birthPlaceCode: string;
}

/** What a code says of its person, or null when it is no valid code. */
export function parseCodiceFiscale(code: string): CodiceFiscaleParts | null {
  if (!isCodiceFiscale(code)) return null;
  const plain = withoutOmocodia(code);
  const dayAndSex = Number(plain.slice(9, 11));
  return {
    surnameCode: plain.slice(0, 3),
    givenNameCode: plain.slice(3, 6),
    year: Number(plain.slice(6, 8)),
    month: monthLetters.indexOf(plain.charAt(8)) + 1,
    day: dayAndSex > 40 ? dayAndSex - 40 : dayAndSex,
    sex: dayAndSex > 40 ? 'F' : 'M',
    birthPlaceCode: plain.slice(11, 15),
  };
}

import { en } from '@faker-js/faker';
import type { Random } from '../../samples/random.ts';
import { lineAlphabet } from './alphabet.ts';

type Maker = (random: Random, words: readonly string[]) => string;

/** Each as often as it stands here. */
const makers: readonly Maker[] = [
  inventName,
  inventCompany,
  inventPlace,
  inventSentence,
  inventSentence,
  inventSentence,
  inventTitle,
  inventTitle,
  inventDay,
  inventDay,
  inventAmount,
  inventPhone,
  inventCode,
  inventCode,
  inventShort,
];

const signs = lineAlphabet.slice(1).filter((character) => /[^\p{L}\p{N}]/u.test(character));
const smallWords = ['of', 'the', 'and', 'to', 'in', 'for', 'a', 'on', 'by', 'with', 'at', 'from', 'or'];
const months = en.date?.month?.wide ?? [];

/** Invents one line as it may stand on an English form or letter; `capitals` of them are in capitals only. `words` are English. */
export function inventEnglishText(random: Random, words: readonly string[], capitals: boolean): string {
  const text = random.pick(makers)(random, words).trim().slice(0, 60).trim();
  return capitals ? text.toUpperCase() : text;
}

function inventName(random: Random): string {
  const given = random.pick(en.person?.first_name?.generic ?? []);
  const surname = random.pick(en.person?.last_name?.generic ?? []);
  const middle = random.chance(0.4) ? `${capital(random)}. ` : '';
  const title = random.chance(0.2) ? `${random.pick(['Mr.', 'Mrs.', 'Ms.', 'Dr.'])} ` : '';
  return random.pick([
    `${title}${given} ${middle}${surname}`,
    `${capital(random)}. ${surname}`,
    `${surname}, ${given}`,
    surname,
  ]);
}

function inventCompany(random: Random): string {
  const name = () => random.pick(en.person?.last_name?.generic ?? []);
  const form = random.pick([
    'Inc.',
    'Co.',
    'Corp.',
    'LLC',
    'L.L.P.',
    'Company',
    'Ltd.',
    'Associates',
    'Group',
    'Council',
  ]);
  const joint = random.pick([' & ', ', ', ' and ', '-']);
  return random.pick([`${name()} ${form}`, `${name()}${joint}${name()} ${form}`, `The ${name()} ${form}`]);
}

function inventPlace(random: Random): string {
  const city = random.pick(en.location?.city_name ?? []);
  const state = random.pick(en.location?.state_abbr ?? []);
  const road = `${random.whole(1, 9999)} ${random.pick(en.person?.last_name?.generic ?? [])} ${random.pick(['St.', 'Avenue', 'Ave.', 'Road', 'Street', 'Blvd.'])}`;
  const town = `${city}, ${state} ${digits(random, 5)}`;
  return random.pick([
    city,
    town,
    road,
    `${road}, ${random.pick(['Suite', 'Room', 'Apt.', '#'])} ${random.whole(1, 900)}`,
  ]);
}

function inventSentence(random: Random, words: readonly string[]): string {
  const parts = Array.from({ length: random.whole(2, 9) }, (_, index) => {
    const word = random.pick(random.chance(0.35) ? smallWords : words);
    const shown = index === 0 || random.chance(0.08) ? capitalise(word) : word;
    return random.chance(0.12) ? `${shown}${random.pick([',', ',', '.', ';', ':', "'s"])}` : shown;
  });
  return `${parts.join(' ')}${random.chance(0.4) ? '.' : ''}`;
}

/** Labels and headings. */
function inventTitle(random: Random, words: readonly string[]): string {
  const parts = Array.from({ length: random.whole(1, 4) }, () => capitalise(random.pick(words)));
  return `${parts.join(random.pick([' ', ' ', ' ', '/', ' & ', '-']))}${random.pick(['', '', ':', ':', '#', '?', ' (s)', ' No.'])}`;
}

function inventDay(random: Random): string {
  const [day, month, year] = [random.whole(1, 31), random.whole(1, 12), random.whole(1950, 2029)];
  const joint = random.pick(['/', '/', '-', '.']);
  const name = random.pick(months);
  return random.pick([
    `${month}${joint}${day}${joint}${String(year).slice(2)}`,
    `${month}${joint}${day}${joint}${year}`,
    `${name} ${day}, ${year}`,
    `${name.slice(0, 3)}. ${day}, ${year}`,
    `${name} ${year}`,
    `${random.whole(1, 12)}:${String(random.whole(0, 59)).padStart(2, '0')} ${random.pick(['AM', 'PM', 'a.m.', 'p.m.'])}`,
  ]);
}

function inventAmount(random: Random): string {
  const whole = String(random.whole(1, random.pick([99, 9999, 9999999]))).replace(/\B(?=(\d{3})+$)/g, ',');
  const cents = `.${digits(random, 2)}`;
  return random.pick([
    `$${whole}`,
    `$${whole}${cents}`,
    `$ ${whole}${cents}`,
    `${whole}${cents}`,
    whole,
    `${whole}%`,
    `(${whole})`,
    `0${cents} mg`,
  ]);
}

function inventPhone(random: Random): string {
  const [area, first, last] = [digits(random, 3), digits(random, 3), digits(random, 4)];
  return random.pick([
    `(${area}) ${first}-${last}`,
    `${area}/${first}-${last}`,
    `${area}-${first}-${last}`,
    `${first}-${last}`,
    `${area} ${first} ${last}`,
  ]);
}

function inventCode(random: Random): string {
  return random.pick([
    () => digits(random, random.whole(4, 9)),
    () => `${capital(random)}-${digits(random, random.whole(2, 5))}`,
    () => `${capital(random)}${capital(random)}${digits(random, random.whole(2, 6))}`,
    () => `#${digits(random, random.whole(1, 6))}`,
    () => `${digits(random, 2)}-${digits(random, random.whole(2, 4))}${capital(random)}`,
    () => `[${digits(random, random.whole(1, 3))}]`,
    () => `${digits(random, 3)}.${digits(random, 2)}`,
    () =>
      Array.from({ length: random.whole(2, 12) }, () =>
        random.pick([capital(random), digits(random, 1), random.pick(signs)]),
      ).join(''),
  ])();
}

function inventShort(random: Random): string {
  return random.pick([
    () => digits(random, random.whole(1, 3)),
    () => capital(random),
    () => random.pick(['Yes', 'No', 'N/A', 'None', 'X', 'Same', 'etc.', 'I', 'II', 'III', 'and/or']),
    () => `${capital(random)}.${capital(random)}.`,
    () => `${random.whole(1, 40)}.`,
    () => `(${random.pick(['a', 'b', 'c', '1', '2', 'see below'])})`,
  ])();
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.whole(0, 9)).join('');
}

function capital(random: Random): string {
  return random.pick([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']);
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

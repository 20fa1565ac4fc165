import { it } from '@faker-js/faker';
import type { Tables } from '../../../ocr/extract/tables/tables.ts';
import { inventEmail, inventPhone } from '../../samples/people/contact.ts';
import { inventDate } from '../../samples/people/dates.ts';
import { inventPerson, placeName } from '../../samples/people/person.ts';
import type { Random } from '../../samples/random.ts';
import { italianCharacters } from './alphabet.ts';

/** What texts are made of. */
export interface TextSources {
  readonly tables: Tables;
  /** Words of the language, as they are written within a sentence. */
  readonly words: readonly string[];
}

const lettersAndDigits = italianCharacters.slice(1, 63);
const otherSigns = italianCharacters.slice(63);
const months = 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(
  ' ',
);
const smallWords = "di a da in con su per e o il la le dei della nel al del è un l' d' dell' all'".split(' ');
const ways = ['Via', 'Viale', 'Corso', 'Piazza', 'Largo', 'Vicolo', 'Strada', 'Contrada', 'Località', 'V.le', 'P.zza'];

type Maker = (random: Random, sources: TextSources) => string;

/** Each as often as it stands here. None repeats the samples' own sentences: what is measured on these must not be known by heart. */
const makers: readonly Maker[] = [
  inventName,
  inventName,
  inventPlace,
  inventPlace,
  inventStreet,
  inventStreet,
  inventSentence,
  inventSentence,
  inventSentence,
  inventSentence,
  inventDay,
  inventAmount,
  inventCode,
  inventCode,
  inventMail,
  (random) => inventPhone(random).replace(' ', random.pick([' ', ' ', '', '/', '-', '.'])),
  inventNonsense,
  inventNonsense,
  inventShort,
  inventShort,
];

/** Invents one line as it may stand on an Italian form; `capitals` of them, but for mail, are in capitals only. */
export function inventText(random: Random, sources: TextSources, capitals: boolean): string {
  const text = random.pick(makers)(random, sources).trim().slice(0, 60).trim();
  return capitals && !text.includes('@') ? text.toUpperCase() : text;
}

function inventName(random: Random, { tables }: TextSources): string {
  const { surname, givenName } = inventPerson(random, tables, 'adult');
  return random.pick([surname, givenName, `${givenName} ${surname}`, `${surname} ${givenName}`]);
}

function inventPlace(random: Random, { tables }: TextSources): string {
  if (random.chance(0.1)) return random.pick(tables.states).name.it;
  const comune = random.pick(tables.comuni);
  const name = placeName(comune.name);
  return random.chance(0.2) ? `${name} (${comune.province})` : name;
}

function inventStreet(random: Random, sources: TextSources): string {
  const surname = random.pick(it.person?.last_name?.generic ?? []);
  const of = random.pick([
    surname,
    inventName(random, sources),
    capitalise(random.pick(sources.words)),
    inventDay(random),
  ]);
  const number = random.chance(0.4) ? `${random.pick([' ', ', ', ' n. '])}${houseNumber(random)}` : '';
  return `${random.pick(ways)} ${of}${number}`;
}

function houseNumber(random: Random): string {
  const letter = random.pick(['A', 'B', 'C', 'D', 'E', 'bis', 'ter']);
  return `${random.whole(1, 320)}${random.chance(0.3) ? `${random.pick(['/', '', ' '])}${letter}` : ''}`;
}

/** Words without a meaning, with the signs of sentences. */
function inventSentence(random: Random, { words }: TextSources): string {
  const count = random.whole(2, 8);
  const parts = Array.from({ length: count }, (_, index) => {
    const word = random.pick(words);
    const led = random.chance(0.35) ? `${random.pick(smallWords)} ${word}`.replace("' ", "'") : word;
    const shown = index === 0 || random.chance(0.08) ? capitalise(led) : led;
    return random.chance(0.1) ? `${shown}${random.pick([',', ',', '.', ';', ':'])}` : shown;
  });
  return `${parts.join(' ')}${random.chance(0.4) ? '.' : ''}`;
}

function inventDay(random: Random): string {
  const [year = '', month = '', day = ''] = inventDate(random, 1925, 2029).split('-');
  const joint = random.pick(['/', '/', '.', '-', ' ']);
  return random.pick([
    `${day}${joint}${month}${joint}${year}`,
    `${Number(day)}${joint}${Number(month)}${joint}${year.slice(2)}`,
    `${Number(day)} ${random.pick(months)} ${year}`,
    year,
  ]);
}

function inventAmount(random: Random): string {
  const whole = String(random.whole(1, random.pick([99, 9999, 999999])));
  const grouped = random.chance(0.6) ? whole.replace(/\B(?=(\d{3})+$)/g, '.') : whole;
  const amount = random.chance(0.7) ? `${grouped},${digits(random, 2)}` : grouped;
  return random.pick([amount, amount, `€ ${amount}`, `${amount} €`, `Euro ${amount}`, `${amount} mq`, `${amount} %`]);
}

function inventCode(random: Random, { tables }: TextSources): string {
  const makers: readonly (() => string)[] = [
    () => inventPerson(random, tables, 'adult').codiceFiscale,
    () => digits(random, random.pick([4, 5, 5, 6, 8, 11])),
    () => `IT${digits(random, 2)}${capitals(random, 1)}${digits(random, 22)}`,
    () => `${capitals(random, 2)}${digits(random, 3)}${capitals(random, 2)}`,
    () => `${capitals(random, 2)}${digits(random, 5)}${random.chance(0.5) ? capitals(random, 2) : ''}`,
    () => `U1${capitals(random, 1)}${digits(random, 6)}${capitals(random, 1)}`,
    () => `${random.whole(1, 50000)}/${random.whole(1990, 2029)}`,
    () => `${capitals(random, random.whole(2, 4))}-${capitals(random, random.whole(2, 4))}`,
    () =>
      `${random.whole(1, 9999)} ${random.pick(['serie', 'prot.', 'sub', 'fg.', 'n.'])} ${random.whole(1, 9)}${capitals(random, 1)}`,
    () => `n° ${random.whole(1, 9999)}/${capitals(random, 1)}`,
  ];
  return random.pick(makers)();
}

function inventMail(random: Random, { tables, words }: TextSources): string {
  const { givenName, surname } = inventPerson(random, tables, 'adult');
  const domain = `${plain(random.pick(words))}.${random.pick(['it', 'it', 'com', 'eu', 'org', 'net', 'example'])}`;
  const [local = ''] = inventEmail(random, givenName, surname).split('@');
  return `${local}${random.chance(0.3) ? random.whole(1, 2000) : ''}@${random.chance(0.3) ? 'pec.' : ''}${domain}`;
}

/** Anything: nothing can be guessed of it. */
function inventNonsense(random: Random): string {
  const all = random.pick([lettersAndDigits, lettersAndDigits.slice(0, 36), [...lettersAndDigits, ...otherSigns]]);
  return Array.from({ length: random.whole(1, 16) }, (_, index) =>
    index > 0 && random.chance(0.1) ? ' ' : random.pick(all),
  ).join('');
}

function inventShort(random: Random): string {
  return random.pick([
    () => digits(random, random.whole(1, 4)),
    () => houseNumber(random),
    () => capitals(random, random.whole(1, 3)),
    () => `${capitals(random, 1)} ${capitals(random, 1)}`,
    () => `${random.whole(1, 30)}${random.pick(['°', '', 'a', ' int. 4', '/1'])}`,
    () => random.pick(italianCharacters.slice(1)),
  ])();
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.whole(0, 9)).join('');
}

function capitals(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.pick([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'])).join('');
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function plain(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
}

import type { Tables } from '../../ocr/extract/tables/tables.ts';
import { inventPartitaIva } from '../samples/people/business.ts';
import { inventAddress, inventEmail, inventPhone } from '../samples/people/contact.ts';
import { inventDate } from '../samples/people/dates.ts';
import { inventPerson, type Person } from '../samples/people/person.ts';
import { reasons } from '../samples/people/phrases.ts';
import type { Random } from '../samples/random.ts';

/** Whose form it is: the same person wherever a label asks for the one who signs. */
export interface Declarant {
  readonly person: Person;
  readonly random: Random;
  readonly tables: Tables;
}

export function inventDeclarant(random: Random, tables: Tables): Declarant {
  return { person: inventPerson(random.fork('person'), tables, 'adult'), random, tables };
}

type Invent = (declarant: Declarant, random: Random) => string;

const fullName = ({ givenName, surname }: Person) => `${givenName} ${surname}`;
const dayOf = (isoDate: string) => isoDate.split('-').toReversed().join('/');
const count: Invent = (_, random) => String(random.whole(1, 950));
const town: Invent = (_, random) => inventAddress(random).comune;
const street: Invent = (_, random) => inventAddress(random).street;
const date: Invent = (_, random) => dayOf(inventDate(random, 1950, 2026));
const amount: Invent = (_, random) => `${random.whole(15, 4800)},${random.pick(['00', '50', '75'])}`;

/** What belongs behind words of a label; the first that fits. */
const kinds: readonly (readonly [label: RegExp, invent: Invent])[] = [
  [/codice fiscale|\bc\.? ?f\b/i, ({ person }) => person.codiceFiscale],
  [/partita iva|p\.? ?iva/i, (_, random) => inventPartitaIva(random)],
  [/e-?mail|p\.?e\.?c\b|posta/i, ({ person }, random) => inventEmail(random, person.givenName, person.surname)],
  [/tel|cell|fax|recapito/i, (_, random) => inventPhone(random)],
  [/\bcap\b/i, (_, random) => inventAddress(random).cap],
  [/prov/i, (_, random) => inventAddress(random).province],
  [/€|euro|importo|somma/i, amount],
  [/\bn\W*$|numero|civico|foglio|mapp|partic|sub|interno|scala|piano|\bmq|metri|lotto|fila|tomba|campo/i, count],
  [/\b(?:il|data|lì|giorno|dal|al|entro|del)\W*$|li\W*$/i, date],
  [/via|piazza|indirizzo|corso|domicilio/i, street],
  [/^\W*(?:a|in|di)\W*$|nat[oa]|comune|residente|città|luogo|sede|abbiategrasso/i, town],
  [
    /sottoscritt|sig|cognome|nome|rappresentat|firma|dichiarante|richiedente|titolare/i,
    ({ person }) => fullName(person),
  ],
];

const anything: readonly Invent[] = [
  ({ tables }, random) => fullName(inventPerson(random, tables, 'adult')),
  (_, random) => random.pick(reasons).split(' ').slice(0, random.whole(2, 6)).join(' '),
  town,
  street,
  count,
  date,
];

/** An invented value for a label, or a shorter one where it would not fit. `isFitting` tells whether a text has room. */
export function inventValue(
  declarant: Declarant,
  label: string,
  random: Random,
  isFitting: (text: string) => boolean,
): string | null {
  const known = kinds.find(([words]) => words.test(label))?.[1];
  const tried = [
    known ?? random.pick(anything),
    town,
    count,
    (_: Declarant, chance: Random) => String(chance.whole(1, 99)),
  ];
  for (const invent of tried) {
    const text = invent(declarant, random);
    if (isFitting(text)) return text;
  }
  return null;
}

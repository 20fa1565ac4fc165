import { likeliestSpellings, type Shape, type Supposed } from '../../by-hand/likeliest-spellings.ts';
import { unlikeness, type Witness } from '../../by-hand/likeness.ts';
import { likeliestMail } from '../../by-hand/mail.ts';
import type { Names } from '../../by-hand/mail-locals.ts';
import { mendProse } from '../../by-hand/prose.ts';
import { mendStreet } from '../../by-hand/street.ts';
import { namesAPerson } from '../../codes/birth.ts';
import { isCodiceFiscale } from '../../codes/codice-fiscale.ts';
import { isIban } from '../../codes/iban.ts';
import { isPartitaIva } from '../../codes/partita-iva.ts';
import { isPlausiblePhone } from '../../normalise/phone.ts';
import { findStates, normaliseComune } from '../../normalise/place.ts';
import { placeName } from '../../normalise/place-name.ts';
import { asListed, isListed } from '../../repair/near-names.ts';
import type { Lexicon } from '../../spelling/lexicon.ts';
import { findComuni, placeKey, type Tables } from '../../tables/tables.ts';
import type { BlankKind } from '../labels.ts';
import { createPeopleFinder, createPlaceFinder } from './listed-names.ts';
import { codiciFiscali, dates, ibans, isDate, numbers, partiteIva, phones, postalCodes } from './shapes.ts';

/** How values of a kind are told from misreadings. */
export interface Rule {
  /** A value that was read, as its kind is written; null where it breaks the rules of its kind. */
  readonly keep: (read: string) => string | null;
  /** What the readings allow of the kind, the likeliest first, where something else was read; `names` are those on the page. */
  readonly suppose: (witnesses: readonly Witness[], names: Names, read: string) => readonly Supposed[];
  /** How a value that was supposed is written where something else was read. Null where no such reading means it. */
  readonly write: (value: string, read: string) => string | null;
  /** What the next likeliest must cost more, in letters misread. */
  readonly lead: number;
  /** Of its letters at most this share may have been misread. */
  readonly mostMisread: number;
  /** Whether there are many values that the rules do not know, so that what most readers agree on stays. */
  readonly isOpen?: boolean;
  /** Whether few wrong values keep the rules, so that one that does is surer. */
  readonly isTelling: boolean;
}
export type RulesOfKinds = Readonly<Record<BlankKind, Rule>>;

/** Of values that lie close together, those with a check of their own, and those of a list. */
const [dense, checked, listed] = [0.12, 0.15, 0.25];
const usual = { mostMisread: 0.32, isTelling: true };
/** Of so long a code so much must have been read. */
const long = { mostMisread: 0.2, isTelling: true };

/** The rules of all kinds that are settled by theirs. */
export function rulesOfKinds(tables: Tables): RulesOfKinds {
  const places = createPlaceFinder(tables);
  const people = createPeopleFinder(tables);
  return {
    'codice-fiscale': codeOf(codiciFiscali(tables), (code) => isCodiceFiscale(code) && namesAPerson(code, tables)),
    'partita-iva': codeOf(partiteIva, isPartitaIva),
    iban: codeOf(ibans, isIban),
    cap: { ...codeOf(postalCodes(tables), (code) => /^\d{5}$/.test(code)), lead: dense },
    date: {
      ...{ ...usual, lead: dense, write: (value) => value },
      keep: (read) => (isDate(read.trim()) ? read.trim() : null),
      suppose: (witnesses) => likeliestOf(dates, witnesses),
    },
    phone: {
      ...{ ...usual, lead: dense, isTelling: false, write: groupedAs },
      keep: (read) => (/^[\d\s+/().-]+$/.test(read) && isPlausiblePhone(read) ? read : null),
      suppose: (witnesses) => likeliestOf(phones, withoutBlanks(witnesses)),
    },
    number: {
      ...{ ...usual, lead: dense, isTelling: false },
      // Behind the number of a house a letter may be meant, and a stroke.
      keep: (read) => (/^[\d/.,-]+$|^\d+\s*\/?\s*[a-z]$/i.test(read) ? read : null),
      suppose: (witnesses) => likeliestOf(numbers, witnesses),
      // A sign that was no digit may have been one.
      write: (value, read) => (value.length < read.replace(/\s/g, '').length ? null : value),
    },
    province: {
      ...{ ...usual, lead: listed, write: (value) => value },
      keep: (read) => (tables.provinces.has(bare(read)) ? bare(read) : null),
      suppose: (witnesses) => likeliestOfAll(tables.provinces, withoutBlanks(witnesses)),
    },
    comune: {
      ...{ ...usual, lead: listed, write: placeName },
      keep: (read) => keepPlace(read, tables),
      suppose: places.likeliest,
    },
    street: {
      ...{ ...usual, lead: 0, isTelling: false, write: (value) => value },
      keep: () => null,
      suppose: (witnesses, _, read) => mendedStreet(read, witnesses, tables.lexicon),
    },
    email: {
      ...{ ...usual, lead: 0, mostMisread: 0.08, isTelling: false },
      keep: () => null,
      suppose: likeliestMails,
      write: (value, read) => (read === read.toUpperCase() ? value.toUpperCase() : value),
    },
    person: {
      ...{ ...usual, lead: listed, isOpen: true, write: (value, read) => writePerson(value, read, tables) },
      keep: (read) => (isPerson(read, tables) ? read : null),
      suppose: people.likeliest,
    },
  };
}

/** A code is written in capitals without blanks. */
function codeOf(shape: Shape, isRight: (code: string) => boolean): Rule {
  return {
    ...{ ...long, lead: checked, write: (value) => value },
    keep: (read) => (isRight(bare(read)) ? bare(read) : null),
    suppose: (witnesses) => likeliestSpellings(shape, withoutBlanks(witnesses)),
  };
}

function bare(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}

function withoutBlanks(witnesses: readonly Witness[]): Witness[] {
  return witnesses.map(({ text, weight }) => ({ text: bare(text), weight }));
}

function likeliestOf(shapes: readonly Shape[], witnesses: readonly Witness[]): Supposed[] {
  return shapes
    .flatMap((shape) => likeliestSpellings(shape, witnesses))
    .toSorted((one, other) => one.cost - other.cost);
}

function likeliestOfAll(texts: Iterable<string>, witnesses: readonly Witness[]): Supposed[] {
  return [...texts]
    .map((text) => ({ text, cost: unlikeness(text, witnesses) }))
    .toSorted((one, other) => one.cost - other.cost);
}

function likeliestMails(witnesses: readonly Witness[], names: Names): Supposed[] {
  const mail = likeliestMail(witnesses, names);
  const read = witnesses.map(({ text, weight }) => ({ text: text.toLowerCase(), weight }));
  return mail === null ? [] : likeliestOfAll([mail], read);
}

/** The street with its words as a list of the language has them, where it is another so. */
function mendedStreet(read: string, witnesses: readonly Witness[], lexicon: Lexicon): Supposed[] {
  const mended = mendStreet(mendProse(read, witnesses, false, lexicon), witnesses);
  return mended === read ? [] : likeliestOfAll([mended], witnesses);
}

/** The digits of a number, with a blank behind its prefix where one was read. */
function groupedAs(digits: string, read: string): string {
  const prefix = /^\S{2,4}(?=\s)/.exec(read.trim())?.[0].length ?? digits.length;
  return `${digits.slice(0, prefix)} ${digits.slice(prefix)}`.trim();
}

/** A place that is known, with the accents that it has. */
function keepPlace(read: string, tables: Tables): string | null {
  const isKnown = findComuni(tables, read, null).length > 0 || findStates(read, tables).length > 0;
  const { value } = normaliseComune(read, tables);
  return isKnown && typeof value === 'string' ? value : null;
}

function isPerson(text: string, { names }: Tables): boolean {
  const words = placeKey(text).split(' ');
  return words.some((_, at) => {
    const [one, other] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    const isSurnameLast = isListed(one, names.givenNames) && isListed(other, names.surnames);
    return isSurnameLast || (isListed(one, names.surnames) && isListed(other, names.givenNames));
  });
}

function writePerson(value: string, read: string, { names }: Tables): string {
  const person = asListed(placeKey(value), new Map([...names.surnames, ...names.givenNames]));
  return read === read.toUpperCase() ? person.toUpperCase() : person;
}

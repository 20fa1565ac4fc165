import type { Tables } from '../../../ocr/extract/tables/tables.ts';
import { inventBusiness, inventIban, inventPartitaIva } from '../people/business.ts';
import { cities } from '../people/cities.ts';
import { inventAddress, inventEmail, inventPhone } from '../people/contact.ts';
import { inventDate } from '../people/dates.ts';
import { inventPerson, type Person, placeName } from '../people/person.ts';
import type { Random } from '../random.ts';
import { type Written, writeChoice, writeDate, writeNumber, writeTexts } from './written.ts';

/** Invents a declaration for the waste tax. Everything in it agrees; parts that many leave empty are sometimes empty. */
export function inventWasteTaxDeclaration(random: Random, tables: Tables, today: string): Written {
  const written: Written = new Map();
  const declarant = inventPerson(random.fork('declarant'), tables, 'adult');
  writeChoice(written, '/caso', random.pick(['inizio', 'inizio', 'variazione', 'cessazione']));
  writeStart(written, random.fork('start'), Number(today.slice(0, 4)));
  writeDeclarant(written, random.fork('contact'), declarant, tables);
  const isBusiness = random.chance(0.4);
  if (isBusiness) writeBusiness(written, random.fork('business'), declarant.surname);
  const units = random.chance(0.3) ? 2 : 1;
  for (let unit = 0; unit < units; unit += 1) {
    writeUnit(
      written,
      random.fork(`unit ${unit}`),
      `/locali/${unit}`,
      unit > 0 ? 'garage' : isBusiness ? 'work' : 'home',
    );
  }
  writeChoice(written, '/titolo', random.pick(['proprietario', 'proprietario', 'locatario', 'altro']));
  if (!isBusiness) writeOccupants(written, random.fork('occupants'));
  if (random.chance(0.4)) writeRefund(written, random.fork('refund'));
  writeDate(written, '/data', today);
  written.set('/firma', { value: true, text: `${declarant.givenName} ${declarant.surname}` });
  return written;
}

/** The day from which on it holds stands on a plain line, as each writes it. */
function writeStart(written: Written, random: Random, year: number): void {
  const iso = inventDate(random, year - 3, year - 1);
  const [yearText = '', month = '', day = ''] = iso.split('-');
  const mark = random.pick(['/', '/', '.', '-']);
  written.set('/decorrenza', { value: iso, text: [day, month, yearText].join(mark) });
  writeTexts(written, { '/codiceContribuente': random.chance(0.6) ? String(random.whole(100, 999_999)) : null });
}

function writeDeclarant(written: Written, random: Random, person: Person, tables: Tables): void {
  const address = inventAddress(random);
  writeTexts(written, {
    '/dichiarante/cognome': person.surname,
    '/dichiarante/nome': person.givenName,
    '/dichiarante/luogoNascita': person.birthPlace,
    '/dichiarante/codiceFiscale': person.codiceFiscale,
    '/dichiarante/telefono': random.chance(0.85) ? inventPhone(random) : null,
    '/dichiarante/residenza/comune': address.comune,
    '/dichiarante/residenza/cap': address.cap,
    '/dichiarante/residenza/via': address.street,
    '/dichiarante/residenza/civico': address.number,
    '/dichiarante/residenza/stato': random.chance(0.4) ? random.pick(shortStates(tables)) : null,
    '/dichiarante/email': random.chance(0.75) ? inventEmail(random, person.givenName, person.surname) : null,
  });
  writeDate(written, '/dichiarante/dataNascita', person.birthDate);
  writeChoice(written, '/dichiarante/sesso', person.sex);
}

/** States whose names fit on the line. */
function shortStates({ states }: Tables): readonly string[] {
  return states.map(({ name }) => placeName(name.it)).filter((name) => name.length <= 22);
}

function writeBusiness(written: Written, random: Random, surname: string): void {
  const { name, ateco } = inventBusiness(random, surname);
  writeTexts(written, {
    '/impresa/ragioneSociale': name,
    '/impresa/partitaIva': inventPartitaIva(random),
    '/impresa/ateco': random.chance(0.8) ? ateco : null,
    '/impresa/sede': random.pick(cities).name,
  });
}

const uses = {
  home: [
    ['Abitazione', 'A/2'],
    ['Abitazione', 'A/3'],
    ['Abitazione', 'A/4'],
  ],
  garage: [
    ['Autorimessa', 'C/6'],
    ['Cantina', 'C/2'],
  ],
  work: [
    ['Negozio', 'C/1'],
    ['Ufficio', 'A/10'],
    ['Magazzino', 'C/2'],
    ['Laboratorio', 'C/3'],
  ],
} as const;

function writeUnit(written: Written, random: Random, unit: string, use: keyof typeof uses): void {
  const [purpose, category] = random.pick<readonly [string, string]>(uses[use]);
  writeTexts(written, {
    [`${unit}/foglio`]: String(random.whole(1, 240)),
    [`${unit}/particella`]: String(random.whole(1, 2400)),
    [`${unit}/subalterno`]: random.chance(0.8) ? String(random.whole(1, 90)) : null,
    [`${unit}/categoria`]: category,
    [`${unit}/destinazione`]: purpose,
  });
  writeNumber(written, `${unit}/superficie`, random.whole(24, 420) / 2);
}

function writeOccupants(written: Written, random: Random): void {
  writeNumber(written, '/occupanti/residenti', random.whole(1, 6));
  if (random.chance(0.3)) writeNumber(written, '/occupanti/nonResidenti', random.whole(1, 4));
}

function writeRefund(written: Written, random: Random): void {
  writeTexts(written, { '/rimborso/iban': inventIban(random) });
  const euros = random.whole(800, 160_000) / 100;
  const text = euros.toLocaleString('it-IT', {
    minimumFractionDigits: 2,
    useGrouping: random.chance(0.5) ? 'always' : false,
  });
  written.set('/rimborso/importo', { value: euros, text: random.chance(0.3) ? `€ ${text}` : text });
}

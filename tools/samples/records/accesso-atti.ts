import type { Tables } from '../../../ocr/extract/tables/tables.ts';
import { inventAddress, inventEmail, inventPhone } from '../people/contact.ts';
import { inventDate } from '../people/dates.ts';
import { inventPerson, type Person } from '../people/person.ts';
import { reasons, subjects } from '../people/phrases.ts';
import type { Random } from '../random.ts';
import { type Written, writeChoice, writeDate, writeTexts } from './written.ts';

/** Invents a request for access to records. Everything in it agrees; parts that many leave empty are sometimes empty. */
export function inventAccessRequest(random: Random, tables: Tables, today: string): Written {
  const written: Written = new Map();
  const year = Number(today.slice(0, 4));
  const applicant = inventPerson(random.fork('applicant'), tables, 'adult');
  writeApplicant(written, random, applicant);
  writeIdentityDocument(written, random, year);
  writeTexts(written, {
    '/atto/oggetto': random.pick(subjects),
    '/atto/numero': random.chance(0.6) ? `${random.whole(12, 48000)}/${random.whole(2015, year - 1)}` : null,
    '/motivazione': random.pick(reasons),
  });
  if (random.chance(0.5)) writeDate(written, '/atto/data', inventDate(random, 2015, year - 1));
  const ways = ['visione', 'copia-semplice', 'copia-conforme', 'copia-digitale'].filter(() => random.chance(0.4));
  writeChoice(written, '/modalita', ways.length > 0 ? ways : ['copia-semplice']);
  writeDate(written, '/data', today);
  written.set('/firma', { value: true, text: `${applicant.givenName} ${applicant.surname}` });
  return written;
}

function writeApplicant(written: Written, random: Random, person: Person): void {
  const address = inventAddress(random);
  writeTexts(written, {
    '/richiedente/cognome': person.surname,
    '/richiedente/nome': person.givenName,
    '/richiedente/luogoNascita': person.birthPlace,
    '/richiedente/codiceFiscale': person.codiceFiscale,
    '/richiedente/telefono': random.chance(0.85) ? inventPhone(random) : null,
    '/richiedente/residenza/comune': address.comune,
    '/richiedente/residenza/cap': random.chance(0.9) ? address.cap : null,
    '/richiedente/residenza/via': address.street,
    '/richiedente/residenza/civico': address.number,
    '/richiedente/pec': random.chance(0.75) ? inventEmail(random, person.givenName, person.surname) : null,
  });
  writeDate(written, '/richiedente/dataNascita', person.birthDate);
  const capacities = ['interessato', 'interessato', 'interessato', 'delegato', 'rappresentante'];
  writeChoice(written, '/richiedente/qualita', random.pick(capacities));
}

function writeIdentityDocument(written: Written, random: Random, year: number): void {
  const number = `C${random.pick(['A', 'B'])}${random.whole(10000, 99999)}${random.pick(['KX', 'ML', 'RT'])}`;
  writeTexts(written, {
    '/documento/tipo': random.pick(["Carta d'identità", "Carta d'identità", 'Passaporto', 'Patente']),
    '/documento/numero': number,
    '/documento/rilasciatoDa': random.chance(0.85) ? random.pick(['Comune', 'Ministero Interno', 'Questura']) : null,
  });
  if (random.chance(0.85)) writeDate(written, '/documento/data', inventDate(random, year - 9, year - 1));
}

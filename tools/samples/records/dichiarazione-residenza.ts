import type { Tables } from '../../../ocr/extract/tables/tables.ts';
import { cities } from '../people/cities.ts';
import { inventAddress, inventEmail, inventPhone } from '../people/contact.ts';
import { daysBefore, inventDate } from '../people/dates.ts';
import { inventPerson, type Person } from '../people/person.ts';
import { citizenships, relations, states } from '../people/phrases.ts';
import type { Random } from '../random.ts';
import { type Written, writeChoice, writeDate, writeTexts } from './written.ts';

/** Invents a declaration of residence. Everything in it agrees; parts that many leave empty are sometimes empty. */
export function inventResidenceDeclaration(random: Random, tables: Tables, today: string): Written {
  const written: Written = new Map();
  const year = Number(today.slice(0, 4));
  const declarant = inventPerson(random.fork('declarant'), tables, 'adult');
  writeOrigin(written, random, today);
  writeDeclarant(written, random, declarant);
  if (random.chance(0.55)) writeLicence(written, random, Number(declarant.birthDate.slice(0, 4)) + 18, year - 1);
  writeDwelling(written, random);
  writeFamily(written, random, tables, declarant);
  writeTitle(written, random, year);
  if (random.chance(0.9)) writeTexts(written, { '/contatti/telefono': inventPhone(random) });
  if (random.chance(0.7)) {
    writeTexts(written, { '/contatti/email': inventEmail(random, declarant.givenName, declarant.surname) });
  }
  writeDate(written, '/data', today);
  written.set('/firma', { value: true, text: `${declarant.givenName} ${declarant.surname}` });
  return written;
}

function writeOrigin(written: Written, random: Random, today: string): void {
  const reason = random.pick([
    'altro-comune',
    'altro-comune',
    'cambio-abitazione',
    'cambio-abitazione',
    'estero',
    'aire',
    'altro-motivo',
  ]);
  writeChoice(written, '/caso', reason);
  if (reason === 'altro-comune') writeTexts(written, { '/provenienza': random.pick(cities).name });
  if (reason === 'estero' || reason === 'aire') writeTexts(written, { '/provenienza': random.pick(states) });
  if (random.chance(0.8)) writeDate(written, '/dataTrasferimento', daysBefore(today, random.whole(1, 20)));
}

function writeDeclarant(written: Written, random: Random, person: Person): void {
  writeTexts(written, {
    '/dichiarante/cognome': person.surname,
    '/dichiarante/nome': person.givenName,
    '/dichiarante/luogoNascita': person.birthPlace,
    '/dichiarante/codiceFiscale': person.codiceFiscale,
    '/dichiarante/cittadinanza': random.pick(citizenships),
  });
  writeDate(written, '/dichiarante/dataNascita', person.birthDate);
  writeChoice(written, '/dichiarante/sesso', person.sex);
  if (random.chance(0.9)) {
    const status = ['celibe-nubile', 'coniugato', 'unito-civilmente', 'vedovo', 'divorziato'];
    writeChoice(written, '/dichiarante/statoCivile', random.pick(status));
  }
  const works = random.chance(0.6);
  const jobs = ['imprenditore', 'dirigente-impiegato', 'lavoratore-in-proprio', 'operaio', 'coadiuvante'];
  const conditions = ['casalinga', 'studente', 'disoccupato', 'pensionato', 'altra'];
  if (works) writeChoice(written, '/dichiarante/professione', random.pick(jobs));
  else if (random.chance(0.9)) writeChoice(written, '/dichiarante/condizioneNonProfessionale', random.pick(conditions));
  const studies = ['nessuno-primaria', 'media', 'diploma', 'laurea-triennale', 'laurea', 'dottorato'];
  if (random.chance(0.9)) writeChoice(written, '/dichiarante/titoloStudio', random.pick(studies));
}

function writeLicence(written: Written, random: Random, fromYear: number, toYear: number): void {
  writeTexts(written, {
    '/patente/tipo': random.pick(['B', 'B', 'B', 'A B', 'C', 'AM']),
    '/patente/numero': `U1${letters(random, 1)}${digits(random, 6)}${letters(random, 1)}`,
    '/patente/organo': random.pick(['MIT-UCO', 'MCTC', 'Prefettura']),
    '/patente/provincia': random.pick(cities).province,
  });
  writeDate(written, '/patente/dataRilascio', inventDate(random, fromYear, toYear));
  const car = random.chance(0.85) ? `${letters(random, 2)}${digits(random, 3)}${letters(random, 2)}` : null;
  const trailer = random.chance(0.08) ? `X${letters(random, 1)}${digits(random, 3)}${letters(random, 2)}` : null;
  const motorcycle = random.chance(0.2) ? `${letters(random, 2)}${digits(random, 5)}` : null;
  const moped = random.chance(0.12) ? `X${ofMoped(random, 5)}` : null;
  writeTexts(written, {
    '/targhe/autoveicoli': car,
    '/targhe/rimorchi': trailer,
    '/targhe/motoveicoli': motorcycle,
    '/targhe/ciclomotori': moped,
  });
}

function writeDwelling(written: Written, random: Random): void {
  const address = inventAddress(random);
  writeTexts(written, {
    '/abitazione/comune': address.comune,
    '/abitazione/provincia': random.chance(0.9) ? address.province : null,
    '/abitazione/cap': random.chance(0.9) ? address.cap : null,
    '/abitazione/via': address.street,
    '/abitazione/civico': address.number,
    '/abitazione/scala': random.chance(0.35) ? random.pick(['A', 'B', 'C', 'D']) : null,
    '/abitazione/piano': random.chance(0.7) ? String(random.whole(1, 8)) : null,
    '/abitazione/interno': random.chance(0.6) ? String(random.whole(1, 32)) : null,
  });
}

function writeFamily(written: Written, random: Random, tables: Tables, declarant: Person): void {
  const count = random.pick([0, 0, 1, 1, 2, 3]);
  for (let index = 0; index < count; index += 1) {
    const relation = random.pick(relations);
    const own = relation.sameSurname ? declarant.surname : undefined;
    const member = inventPerson(random.fork(`member ${index}`), tables, relation.age, own);
    const at = `/famiglia/${index}`;
    writeTexts(written, {
      [`${at}/cognome`]: member.surname,
      [`${at}/nome`]: member.givenName,
      [`${at}/relazione`]: random.chance(0.92) ? relation[member.sex] : null,
      [`${at}/codiceFiscale`]: random.chance(0.95) ? member.codiceFiscale : null,
    });
    writeDate(written, `${at}/dataNascita`, member.birthDate);
  }
}

function writeTitle(written: Written, random: Random, year: number): void {
  const title = random.pick(['proprieta', 'proprieta', 'locazione', 'locazione', 'comodato', 'usufrutto', 'altro']);
  writeChoice(written, '/titolo/tipo', title);
  if (title === 'locazione' || title === 'comodato') {
    writeTexts(written, {
      '/titolo/contratto/ufficio': `Entrate di ${random.pick(cities).name}`,
      '/titolo/contratto/numero': `${random.whole(100, 9999)} serie 3T`,
    });
    writeDate(written, '/titolo/contratto/data', inventDate(random, year - 4, year - 1));
  } else if (random.chance(0.8)) {
    writeTexts(written, {
      '/titolo/catasto/sezione': random.chance(0.3) ? random.pick(['A', 'B', 'U']) : null,
      '/titolo/catasto/foglio': String(random.whole(1, 180)),
      '/titolo/catasto/particella': String(random.whole(10, 2400)),
      '/titolo/catasto/subalterno': random.chance(0.8) ? String(random.whole(1, 60)) : null,
    });
  }
}

function letters(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.pick([...'ABCDEFGHJKLMNPRSTVWXYZ'])).join('');
}

/** What the plates of mopeds have: nothing that is easily mistaken. */
function ofMoped(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.pick([...'23456789BCDFGHJKLMNPRSTVWXYZ'])).join('');
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.whole(0, 9)).join('');
}

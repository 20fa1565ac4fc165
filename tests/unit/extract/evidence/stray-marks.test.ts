import { expect, test } from 'vitest';
import { hasStrayMark } from '../../../../ocr/extract/evidence/stray-marks.ts';

test.each([
  ['a speck between two words', 'con le varianti in-corso'],
  ['the same behind a letter', 'I-lavori hanno causato'],
  ['a speck behind a number', '1756,SERIE 3T'],
  ['one that looks like an apostrophe', "8563'SERIE 3T"],
  ['the same in capitals', 'VARIANTI IN-CORSO'],
  ['the same before a short word', 'VARIANTI-IN CORSO'],
  ['a speck between two long words in capitals', 'DEVO VERIFICARE PRIMA DI PRESENTARE-RICORSO.'],
  ['a speck before a name', "Federica 'Serena"],
  ['a speck at the head of a text', '‘Pratica edilizia'],
  ['a speck over the last stop', 'delle mie prove:'],
  ['a speck before the last stop', 'delle mie prove: .'],
  ['a speck over a blank', "presso la banca'e per la perizia"],
  ['a speck behind a preposition', 'Via dei, Mille'],
  ['the same in capitals', 'VIA DELLA. RESISTENZA'],
  ['a letter that toner left a ring of', 'Frances°'],
  ['a speck behind a number that ends', '10596/2016 g'],
])('%s is no mark of the writer: %s', (_name, text) => {
  expect(hasStrayMark('text', text)).toBe(true);
});

test.each([
  "varianti in corso d'opera",
  "L'assicurazione ha bisogno dell'atto, per un po' di tempo.",
  'Via Cesare Battisti: scala B',
  'Trentino-Alto Adige',
  'ROSSI-BIANCHI',
  'MIT-UCO',
  'MC-LE',
  'ASL TO-4',
  'una e-mail',
  'Via Roma 12, scala B',
  'n. 3.5/A',
  "CITTA' DI CASTELLO",
  "Corso d'Augusto",
  "E' STATO, DI' LA VERITÀ, per un po' e dall'altra",
  'Via Zara, 3 b',
  'n° 12, al 2° piano',
])('%s is written so', (text) => {
  expect(hasStrayMark('text', text)).toBe(false);
});

test('a full stop between the words of a name is a speck, but not in a text', () => {
  expect(hasStrayMark('surname', 'DI.LASCIO')).toBe(true);
  expect(hasStrayMark('given-name', 'M. Teresa')).toBe(false);
  expect(hasStrayMark('text', 'Fine. Altro')).toBe(false);
});

test('numbers and codes have marks of their own', () => {
  expect(hasStrayMark('document-number', 'AB-CD:')).toBe(false);
});

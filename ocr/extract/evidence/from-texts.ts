import type { FieldValue } from '../../model/field.ts';
import type { Zone } from '../../model/form.ts';
import type { Character, Reading } from '../../model/reading.ts';
import type { FieldDescription } from '../describe.ts';
import type { Evidence, Support } from '../evidence.ts';
import { normaliseDate } from '../normalise/date.ts';
import { normaliseForField } from '../normalise/normalise.ts';
import type { Normalised } from '../normalise/normalised.ts';
import { repairReading } from '../repair/repair-reading.ts';
import { sameValue } from '../same-value.ts';
import type { Tables } from '../tables.ts';
import { type Finding, unionBox } from './finding.ts';

/** Engines that find no text say so with a confidence of 0. */
const surelyEmpty = 0.5;

/** A third reader is asked where two differ in what both can write: where none was, they differ in accents that the second lacks. */
const withoutThird = 2;

/** The characters of a reading; all as sure as the whole where the engine gave none that make up its text. */
function charactersOf({ text, confidence, characters }: Reading): Character[] {
  const spelt = characters.map((character) => character.text).join('');
  return spelt === text ? [...characters] : [...text].map((character) => ({ text: character, confidence }));
}

/** Sorts the opinions on the readings by whether they come to the same value. */
function supportOf(written: readonly Finding<'text'>[], normalise: (text: string) => Normalised): Support {
  const agreeing: number[] = [];
  const dissenting: number[] = [];
  let dissentingInAccents = 0;
  for (const { reading } of written) {
    const { value } = normalise(reading.reading.text);
    const { opinions = [] } = reading.reading;
    for (const { text, confidence } of opinions) {
      const other = normalise(text).value;
      const isSame = sameValue(other, value);
      const inAccents = !isSame && withoutAccents(other) === withoutAccents(value);
      if (inAccents) dissentingInAccents += 1;
      const agrees = isSame || (inAccents && opinions.length === withoutThird);
      (agrees ? agreeing : dissenting).push(confidence);
    }
  }
  return { agreeing, dissenting, dissentingInAccents };
}

function withoutAccents(value: FieldValue): string {
  return String(value).normalize('NFD').replace(/\p{M}/gu, '');
}

/** Something is written of which no engine made anything: that is not nothing. Where there is no ink the reading is sure. */
function isUnreadInk({ reading: { reading } }: Finding<'text'>): boolean {
  return reading.text.trim() === '' && reading.confidence < surelyEmpty;
}

function isInCells(zone: Zone): boolean {
  return zone.kind === 'comb' || (zone.kind === 'date' && zone.cells !== undefined);
}

/** What the text zones of a field say together, in the order of the layout. */
export function evidenceFromTexts(
  description: FieldDescription,
  findings: Finding<'text'>[],
  tables: Tables,
): Partial<Evidence> {
  const written = findings.filter(({ reading }) => reading.reading.text.trim() !== '');
  const raw = written.map(({ reading }) => reading.reading.text).join(' ');
  const dateZone = findings.find(({ zone }) => zone.kind === 'date')?.zone;
  const normalise = (text: string) =>
    dateZone?.kind === 'date' && description.kind === 'date'
      ? normaliseDate(text, dateZone.order)
      : normaliseForField(description, text, tables);
  const characters = written.flatMap(({ reading }, index) => [
    ...(index === 0 ? [] : [{ text: ' ', confidence: 1 }]),
    ...charactersOf(reading.reading),
  ]);
  const normalised = normalise(raw);
  const unread = findings.filter(isUnreadInk);
  const read = written.length > 0 ? [...written, ...unread] : findings;
  return {
    // Codici fiscali are repaired later, when the other fields of the person are known.
    normalised:
      description.kind === 'codice-fiscale'
        ? normalised
        : repairReading(description.kind, characters, normalised, normalise),
    raw,
    characters,
    confidence: Math.min(...read.map(({ reading }) => reading.reading.confidence)),
    support: supportOf(written, normalise),
    inCells: findings.every(({ zone }) => isInCells(zone)),
    handwritten: written.some(({ reading }) => reading.handwritten),
    doubt: written.length === 0 && unread.length > 0 ? 'not-read' : null,
    box: unionBox(read.map(({ reading }) => reading.reading.box)),
    page: read[0]?.page ?? 0,
  };
}

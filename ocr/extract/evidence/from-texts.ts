import type { FieldReason, FieldValue } from '../../model/field.ts';
import type { ValueKind } from '../../model/form.ts';
import { isInCells } from '../../model/in-cells.ts';
import type { Character, Opinion, Reading } from '../../model/reading.ts';
import type { FieldDescription } from '../describe.ts';
import type { Evidence, Spelling } from '../evidence.ts';
import { normaliseDate } from '../normalise/date.ts';
import { normaliseForField } from '../normalise/normalise.ts';
import { type Normalised, nothingWritten } from '../normalise/normalised.ts';
import { repairReading } from '../repair/repair-reading.ts';
import { withAccentsOfNouns } from '../spelling/lexicon.ts';
import { countRareWords } from '../spelling/rare-words.ts';
import { spellingErrors, wordsOf } from '../spelling/spelling.ts';
import type { Tables } from '../tables/tables.ts';
import { electValue, proseKinds } from './elect-value.ts';
import { type Finding, unionBox } from './finding.ts';
import { looksStruck, mayBeStrokes, saysNothing } from './says-nothing.ts';
import { isSpeck, withoutStrayEnd } from './specks.ts';
import { joinSupport, supportOf } from './support.ts';

/** Zones of fewer lines hold long titles as often as sentences. */
const linesOfSentences = 4;

/** Engines that find no text say so with a confidence of 0. */
const surelyEmpty = 0.5;

/** The characters of a reading; all as sure as the whole where the engine gave none that make up its text. */
function charactersOf({ text, confidence, characters }: Reading): Character[] {
  const spelt = characters.map((character) => character.text).join('');
  return spelt === text ? [...characters] : [...text].map((character) => ({ text: character, confidence }));
}

/** What was read at first and, where that left a doubt, again. */
function opinionsOf({ opinions = [], again = [] }: Reading): Opinion[] {
  return [...opinions, ...again];
}

/** Kinds of which a list of the language has many words, though not all. */
const names: ReadonlySet<ValueKind> = new Set(['surname', 'given-name', 'comune']);

function spellingOf(kind: ValueKind, value: FieldValue, { lexicon }: Tables): Spelling | null {
  if (typeof value !== 'string' || !(proseKinds.includes(kind) || names.has(kind))) return null;
  return {
    words: wordsOf(value).length,
    errors: spellingErrors(value, lexicon),
    rare: countRareWords(value, lexicon),
  };
}

/** Something is written of which no engine made anything: that is not nothing. Where there is no ink the reading is sure. */
function isUnreadInk(finding: Finding<'text'>): boolean {
  const { reading } = finding.reading;
  return !isWritten(finding) && (reading.text.trim() !== '' || reading.confidence < surelyEmpty);
}

/** Nothing was read, or but a speck by fewer engines than found nothing. */
function isUnread({ text, opinions = [] }: Reading): boolean {
  const without = opinions.filter((opinion) => opinion.text.trim() === '').length;
  return text.trim() === '' || 2 * without > opinions.length;
}

/** What a hand wrote readers read as differently as dirt: there the guess is worth showing. */
function isWritten({ reading: { reading, handwritten } }: Finding<'text'>): boolean {
  return !isUnread(reading) && (handwritten || !isSpeck(reading));
}

function doubtOf(findings: readonly Finding<'text'>[], isUnread: boolean): FieldReason | null {
  if (findings.some(isStruck)) return 'struck-out';
  if (isUnread) return 'not-read';
  if (findings.some(({ reading }) => reading.overrun === true)) return 'overrun';
  return findings.some(({ reading }) => reading.foreign === true) ? 'foreign-writing' : null;
}

/** Something was struck out or written over, by its ink or by what readers make of it. */
function isStruck({ zone, reading: { struck, reading } }: Finding<'text'>): boolean {
  return struck !== undefined || (!isInCells(zone) && looksStruck(reading.opinions ?? []));
}

/** What a field says that says nothing: how that is doubted, null where a dash leaves no doubt. Undefined where it says something. */
function nothingSaid(
  { kind }: FieldDescription,
  findings: readonly Finding<'text'>[],
  raw: string,
): FieldReason | null | undefined {
  const strokes = findings.map(({ reading }) => reading.loneStrokes).filter((stroke) => stroke !== undefined);
  if (raw === '') return strokes.length === 0 ? undefined : strokes.includes('stroke') ? 'nothing-said' : null;
  const isNothing = findings.every(({ zone }) => isInCells(zone)) ? mayBeStrokes(raw) : saysNothing(raw, kind);
  return isNothing ? 'nothing-said' : undefined;
}

/** No value, but what was read stands by for a person to choose. */
function setAside({ value, candidates }: Normalised): Normalised {
  return { ...nothingWritten, candidates: value === null ? candidates : [String(value), ...candidates] };
}

/** What the text zones of a field say together, in the order of the layout. */
export function evidenceFromTexts(
  description: FieldDescription,
  findings: Finding<'text'>[],
  tables: Tables,
): Partial<Evidence> {
  const written = findings.filter(isWritten).map((finding) => ({
    ...finding,
    reading: { ...finding.reading, reading: withoutStrayEnd(finding.reading.reading) },
  }));
  const raw = written.map(({ reading }) => reading.reading.text).join(' ');
  const dateZone = findings.find(({ zone }) => zone.kind === 'date')?.zone;
  // Readers miss accents, and the spelling of a noun does not depend on them.
  const spelt = (text: string) =>
    proseKinds.includes(description.kind) ? withAccentsOfNouns(text, tables.lexicon) : text;
  const normalise = (text: string) =>
    dateZone?.kind === 'date' && description.kind === 'date'
      ? normaliseDate(text, dateZone.order)
      : normaliseForField(description, spelt(text), tables);
  const elect = (text: string, opinions: readonly Opinion[]) =>
    electValue(description, normalise(text), opinions, normalise, tables);
  const support = written.map(({ reading: { reading } }) => {
    const { text, opinions = [], again } = reading;
    const { value } = elect(text, opinionsOf(reading));
    return supportOf(value, opinions, (other) => normalise(other).value, tables.lexicon, again);
  });
  const characters = written.flatMap(({ reading }, index) => [
    ...(index === 0 ? [] : [{ text: ' ', confidence: 1 }]),
    ...charactersOf(reading.reading),
  ]);
  const [only] = written;
  const opinions = written.length === 1 && only !== undefined ? opinionsOf(only.reading.reading) : [];
  const normalised = elect(raw, opinions);
  const unread = findings.filter(isUnreadInk);
  const read = written.length > 0 ? [...written, ...unread] : findings;
  const nothing = nothingSaid(description, findings, raw);
  const isAllStruck = written.length > 0 && written.every(({ reading }) => reading.struck === 'all');
  // Codici fiscali are repaired later, when the other fields of the person are known.
  const repaired =
    description.kind === 'codice-fiscale'
      ? normalised
      : repairReading(description.kind, characters, normalised, normalise);
  return {
    normalised: nothing !== undefined || isAllStruck ? setAside(normalised) : repaired,
    isDashed: nothing === null,
    raw,
    characters,
    confidence: Math.min(...read.map(({ reading }) => reading.reading.confidence)),
    opinions,
    support: joinSupport(support),
    spelling: spellingOf(description.kind, normalised.value, tables),
    hasManyLines: findings.some(({ zone }) => zone.kind === 'text' && zone.lines >= linesOfSentences),
    inCells: findings.every(({ zone }) => isInCells(zone)),
    handwritten: written.some(({ reading }) => reading.handwritten),
    byPen: written.some(({ reading }) => reading.byPen === true),
    doubt: nothing === undefined ? doubtOf(findings, written.length === 0 && unread.length > 0) : nothing,
    box: unionBox(read.map(({ reading }) => reading.reading.box)),
    page: read[0]?.page ?? 0,
  };
}

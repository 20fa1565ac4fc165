import type { Character, Reading, ZoneReading } from '../model/reading.ts';
import type { ZoneFinding } from './collect.ts';
import type { FieldDescription } from './describe.ts';
import { normaliseDate } from './normalise/date.ts';
import { normaliseForField } from './normalise/normalise.ts';
import type { Tables } from './tables/tables.ts';

/** How a text field was read. */
export interface TextReading {
  /** One after the other as read; as sure as the whole where the engine weighed no single characters. */
  readonly characters: readonly Character[];
  /** Equal cells from left to right, of which each holds the character at its place; null for text on a line. */
  readonly cells: number | null;
  /** Looks written by hand, at least in part. */
  readonly handwritten: boolean;
}

type TextFinding = ZoneFinding & { readonly reading: Extract<ZoneReading, { kind: 'text' }> };

/** A character that is this probable is worth offering instead of the one that was read. */
const worthOffering = 0.02;

/** The characters of a field read in one or several text zones; null where it was read in none. */
export function textReadingOf(findings: readonly ZoneFinding[]): TextReading | null {
  const written = writtenIn(findings);
  const [first] = written;
  if (first === undefined) return null;
  return {
    characters: joinCharacters(written),
    cells: written.length === 1 ? cellsOf(first) : null,
    handwritten: written.some(({ reading }) => reading.handwritten),
  };
}

/**
 * Values that an engine's own reading or a less likely character gives, without `value`: likeliest first. Values that break
 * a rule of their kind are left out, since they would be asked again.
 */
export function otherReadings(
  description: FieldDescription,
  findings: readonly ZoneFinding[],
  value: unknown,
  tables: Tables,
): string[] {
  const written = writtenIn(findings);
  const texts = [...opinionsOf(written), ...substitutionsOf(joinCharacters(written))];
  const isIsoOrder = findings.some(({ zone }) => zone.kind === 'date' && zone.order === 'ymd');
  const values = texts
    .toSorted((left, right) => right.probability - left.probability)
    .map(({ text }) => (isIsoOrder ? normaliseDate(text, 'ymd') : normaliseForField(description, text, tables)))
    .filter(({ problem }) => problem === null)
    .map((normalised) => normalised.value);
  return [...new Set(values)].filter((other) => typeof other === 'string').filter((other) => other !== value);
}

interface Possible {
  readonly text: string;
  /** Roughly: to order what comes from several engines. */
  readonly probability: number;
}

function opinionsOf(written: readonly TextFinding[]): Possible[] {
  const [only, ...further] = written;
  if (only === undefined || further.length > 0) return [];
  return (only.reading.reading.opinions ?? []).map(({ text, confidence }) => ({ text, probability: confidence }));
}

/** The reading with one character taken for another that the engine thought possible. */
function substitutionsOf(characters: readonly Character[]): Possible[] {
  const spelt = characters.map(({ text }) => text);
  return characters.flatMap(({ alternatives = [] }, place) =>
    alternatives
      .filter(({ probability }) => probability >= worthOffering)
      .map(({ text, probability }) => ({ text: spelt.with(place, text).join(''), probability })),
  );
}

function writtenIn(findings: readonly ZoneFinding[]): TextFinding[] {
  return findings.filter(isText).filter(({ reading }) => reading.reading.text.trim() !== '');
}

function isText(finding: ZoneFinding): finding is TextFinding {
  return finding.reading.kind === 'text';
}

function joinCharacters(written: readonly TextFinding[]): Character[] {
  return written.flatMap(({ reading }, index) => [
    ...(index === 0 ? [] : [{ text: ' ', confidence: 1 }]),
    ...charactersOf(reading.reading),
  ]);
}

function charactersOf({ text, confidence, characters }: Reading): Character[] {
  const spelt = characters.map((character) => character.text).join('');
  return spelt === text ? [...characters] : [...text].map((character) => ({ text: character, confidence }));
}

function cellsOf({ zone }: ZoneFinding): number | null {
  if (zone.kind === 'comb') return zone.cells;
  return zone.kind === 'date' ? (zone.cells ?? null) : null;
}

import type { FormPackage } from '../../model/form.ts';
import type { Pair } from '../../model/reading.ts';
import type { PageReading } from '../../model/result.ts';
import { describeFields, type FieldDescription } from '../describe.ts';
import { type Evidence, unreadField } from '../evidence.ts';
import { normaliseForField } from '../normalise/normalise.ts';
import { type Normalised, nothingWritten } from '../normalise/normalised.ts';
import { labelKey } from '../pairs/labels.ts';
import { labelLikeness } from '../pairs/likeness.ts';
import { gatherOptions, mapOptions } from '../pairs/map-options.ts';
import { type MappedCell, mapRows } from '../pairs/map-rows.ts';
import { gatherByLabel, type MappedField, mapToSchema } from '../pairs/map-to-schema.ts';
import type { Tables } from '../tables/tables.ts';
import { unionBox } from './finding.ts';
import { evidenceFromOptions } from './from-options.ts';

/** The code whose title or name is written; others are told as candidates of what was read. */
function normaliseCode({ options }: FieldDescription, text: string): Normalised {
  const written = labelKey(text);
  const [best] = options
    .map(({ value, title }) => ({
      value,
      likeness: Math.max(...[value, title.it, title.en].map((name) => labelLikeness(written, labelKey(name)))),
    }))
    .toSorted((one, other) => other.likeness - one.likeness);
  if (best === undefined || best.likeness === 0) return { ...nothingWritten, problem: 'unknown-code' };
  return { ...nothingWritten, value: best.value };
}

function normalise(description: FieldDescription, text: string, tables: Tables): Normalised {
  return description.options.length > 0
    ? normaliseCode(description, text)
    : normaliseForField(description, text, tables);
}

/**
 * Ways to take the values of one label. Long texts have several lines; of other fields the likeliest value counts, and all
 * together only where none alone will do, as with a code written in groups.
 */
function waysToRead({ kind }: FieldDescription, pairs: readonly Pair[]): (readonly Pair[])[] {
  const alone = pairs.toSorted((one, other) => other.confidence - one.confidence).map((pair) => [pair]);
  return kind === 'text' ? [pairs, ...alone] : [...alone, pairs];
}

/** What reading settled by what it must be is repaired, and what was read stands by. */
function normaliseSettled(normalised: Normalised, pairs: readonly Pair[], raw: string): Normalised {
  if (!pairs.some(({ read }) => read !== undefined)) return normalised;
  return { ...normalised, repaired: true, candidates: [raw, ...normalised.candidates] };
}

function evidenceFromLabel({ description, labelled, likeness }: MappedField, tables: Tables): Evidence {
  const readings = waysToRead(description, labelled.pairs).map((pairs) => {
    const raw = pairs.map(({ value, read = value.text }) => read).join(' ');
    const text = pairs.map(({ value }) => value.text).join(' ');
    return { pairs, raw, normalised: normaliseSettled(normalise(description, text, tables), pairs, raw) };
  });
  const fitting = readings.find(({ normalised: { value, problem } }) => value !== null && problem === null);
  const { pairs, raw, normalised } = fitting ?? readings[0] ?? { pairs: [], raw: '', normalised: nothingWritten };
  const confidence = likeness * Math.min(1, ...pairs.map((pair) => pair.confidence));
  return {
    ...unreadField(description),
    normalised,
    raw,
    // Pairs do not keep how sure each character was.
    characters: [...raw].map((text) => ({ text, confidence })),
    confidence,
    source: 'pair',
    doubt: 'found-by-label',
    page: labelled.page,
    box: unionBox(pairs.map(({ value }) => value.box)),
  };
}

function evidenceFromCell({ description, page, pair, likeness }: MappedCell, tables: Tables): Evidence {
  const labelled = { label: labelKey(pair.label.text), page, pairs: [pair] };
  return evidenceFromLabel({ description, labelled, likeness }, tables);
}

/**
 * What the labels on the pages of a document say of each field of a form without a layout: tick boxes with their texts, rows of
 * tables, then texts. All of it is for a person to see.
 */
export function evidenceFromPairs(form: FormPackage, pages: readonly PageReading[], tables: Tables): Evidence[] {
  const pairs = pages.map((page) => page.pairs);
  const options = mapOptions(form, gatherOptions(pairs), tables).map(evidenceFromOptions);
  const cells = mapRows(form, pairs, tables);
  const inRows = new Set<Pair>(cells.map(({ pair }) => pair));
  const texts = gatherByLabel(pairs.map((own) => own.filter((pair) => !inRows.has(pair))));
  const mapped = mapToSchema(form, texts, tables).map((field) => evidenceFromLabel(field, tables));
  const found = new Map([...mapped, ...options].map((evidence) => [evidence.description.pointer, evidence]));
  const fields = describeFields(form).map((description) => found.get(description.pointer) ?? unreadField(description));
  return [...fields, ...cells.map((cell) => evidenceFromCell(cell, tables))];
}

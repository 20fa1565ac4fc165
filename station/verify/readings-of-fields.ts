import type { FieldReading } from '../../contract/document.ts';
import { isFilledInByHand } from '../../ocr/extract/by-hand/whole-document.ts';
import { collectFindings, type ZoneFinding, type ZonesOfPage } from '../../ocr/extract/collect.ts';
import { describeField } from '../../ocr/extract/describe.ts';
import { otherReadings, type TextReading, textReadingOf } from '../../ocr/extract/other-readings.ts';
import type { Tables } from '../../ocr/extract/tables/tables.ts';
import type { FormPackage } from '../../ocr/model/form.ts';
import type { WeighedField } from './weigh-words.ts';

/** More than the digit keys can pick are not offered. */
const mostCandidates = 9;

/** What helps a person to judge a field: how sure each character was, and what else it may say. */
export interface ReadField {
  readonly reading: FieldReading | null;
  readonly candidates: readonly string[];
}

/** How the fields of a document were read, by pointer; fields that were not read in zones are absent. */
export function readingsOfFields(
  form: FormPackage,
  pages: readonly ZonesOfPage[],
  weighed: readonly WeighedField[],
  tables: Tables,
): ReadonlyMap<string, ReadField> {
  const findings = collectFindings(form, pages);
  const texts = textsIn(findings);
  return new Map(
    weighed.flatMap((one) => {
      const own = findings.get(one.pointer);
      const read = texts.get(one.pointer) ?? null;
      return own === undefined ? [] : [[one.pointer, readField(form, one, { read, findings: own }, tables)] as const];
    }),
  );
}

/** The fields with text, by pointer; all by hand where the document as a whole is. */
function textsIn(findings: ReadonlyMap<string, readonly ZoneFinding[]>): ReadonlyMap<string, TextReading> {
  const texts = [...findings].flatMap(([pointer, own]) => {
    const read = textReadingOf(own);
    return read === null ? [] : [[pointer, read] as const];
  });
  const byHand = isFilledInByHand(
    texts.map(([, { characters, handwritten }]) => ({
      text: characters.map(({ text }) => text).join(''),
      handwritten,
    })),
  );
  return new Map(texts.map(([pointer, read]) => [pointer, byHand ? { ...read, handwritten: true } : read]));
}

interface Seen {
  readonly read: TextReading | null;
  readonly findings: readonly ZoneFinding[];
}

function readField(
  form: FormPackage,
  { pointer, machine, open }: WeighedField,
  { read, findings }: Seen,
  tables: Tables,
): ReadField {
  const description = describeField(form.schema, pointer);
  const others = open && description !== null ? otherReadings(description, findings, machine.value, tables) : [];
  const candidates = [...new Set([...machine.candidates, ...others])].slice(0, mostCandidates);
  if (read === null) return { reading: null, candidates };
  const characters = read.characters.map(({ text, confidence }) => ({ text, confidence }));
  return { reading: { characters, cells: read.cells, handwritten: read.handwritten }, candidates };
}

import { join } from 'node:path';
import { featuresOf } from '../../ocr/extract/calibrate/features.ts';
import type { Observation } from '../../ocr/extract/calibrate/fit.ts';
import { poolOf } from '../../ocr/extract/calibrate/judge.ts';
import { obstacleOf } from '../../ocr/extract/decide.ts';
import { sameValue } from '../../ocr/extract/same-value.ts';
import type { Tables } from '../../ocr/extract/tables/tables.ts';
import { traceFields } from '../../ocr/extract/trace.ts';
import type { FormPackage } from '../../ocr/model/form.ts';
import type { PageReading } from '../../ocr/model/result.ts';
import type { Truth, TruthDocument } from '../samples/truth.ts';

export interface ReadPile {
  readonly folder: string;
  readonly truth: Truth;
  /** By path of the page. */
  readonly readings: ReadonlyMap<string, PageReading>;
}

/** Knowledge that extraction needs beside the readings. */
export interface Knowledge {
  /** Form packages by `id@version`. */
  readonly forms: ReadonlyMap<string, FormPackage>;
  readonly tables: Tables;
}

/** Compares every field that was read on a pile with its truth. Documents of which a page failed are left out. */
export function observePile(pile: ReadPile, knowledge: Knowledge): Observation[] {
  return pile.truth.documents.flatMap((document) => observeDocument(pile, document, knowledge));
}

function observeDocument(pile: ReadPile, document: TruthDocument, { forms, tables }: Knowledge): Observation[] {
  const form = document.form === null ? undefined : forms.get(document.form);
  const pages = document.pages.flatMap(({ file }) => pile.readings.get(join(pile.folder, file)) ?? []);
  if (form === undefined || pages.length < document.pages.length) return [];
  return traceFields(form, pages, tables).flatMap((trace): Observation[] => {
    const { description, normalised } = trace.evidence;
    const truth = document.fields[description.pointer];
    const features = featuresOf(trace);
    if (truth === undefined || features === null) return [];
    return [
      {
        document: `${pile.truth.seed}/${document.id}`,
        features,
        right: sameValue(normalised.value, truth.value),
        pool: poolOf(trace),
        acceptable: obstacleOf(trace) === null,
      },
    ];
  });
}

import { compareFields, type FieldKnowledge, type FieldOutcome } from '../fields.ts';
import { readWithPool } from '../ours.ts';
import { drawSamples, formFolders, pagesOf, type SamplePile } from '../samples.ts';
import type { BoxOutcome, BoxSet } from './outcome.ts';

/**
 * Samples on which boxes are ticked and crossed; `hard` ones are also filled in, half marked, ringed, marked beside, cancelled and
 * marked anew.
 */
export async function benchSampleMarks(
  folder: string,
  { count, seed, marks }: { readonly count: number; readonly seed: string; readonly marks: 'plain' | 'hard' },
  knowledge: FieldKnowledge,
): Promise<BoxSet> {
  const pile = await drawSamples(folder, count, `${seed} marks`, ['--marks', marks]);
  const pages = pagesOf(pile);
  const run = await readWithPool(
    pages.map(({ path }) => path),
    formFolders,
    { language: 'ita', mode: 'auto' },
  );
  const fields = compareFields(pile, pages, run.readings, knowledge);
  return { on: `samples, ${marks} marks`, outcomes: fields.flatMap((field) => boxesOf(pile, field)), further: [] };
}

/** The boxes of one field, each right or wrong by itself. */
function boxesOf(pile: SamplePile, { document, pointer, truth, value, accepted }: FieldOutcome): BoxOutcome[] {
  const form = pile.truth.documents.find(({ id }) => id === document)?.form ?? '';
  const zones = pile.forms.get(form)?.layouts.flatMap(({ pages }) => pages.flatMap((page) => page.zones)) ?? [];
  return zones.flatMap((zone) => {
    if (zone.kind !== 'mark' || zone.field !== pointer) return [];
    const has = (held: FieldOutcome['value']) =>
      Array.isArray(held) ? held.some((code) => code === zone.value) : held === zone.value;
    return [{ truth: has(truth), marked: has(value), flagged: !accepted }];
  });
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Pair } from '../../../ocr/model/reading.ts';
import { fillForms } from '../../../tools/blank-forms/fill-forms.ts';
import { type FunsdPage, readFunsd } from '../../../tools/train/noisy-pages/funsd.ts';
import { type Measure, measured, skipped } from '../measure.ts';
import { linkScore, spellings } from './funsd-links.ts';
import { readWithPool } from './ours.ts';
import type { BenchPart } from './part.ts';

const { loose } = spellings;
const hands = ['typed', 'handwritten'] as const;
const fewest = 4;

async function benchBlanks(folder: string, scratch: string, seed: string): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const hand of hands) {
    const filled = join(scratch, `blanks-${hand}`);
    await fillForms(folder, filled, { seed, hand, level: 'light', fewest });
    const pages = readFunsd(filled);
    const { readings } = await readWithPool(
      pages.map(({ image }) => image),
      [],
      { language: 'ita', mode: 'page' },
    );
    const linked = pages.map((page) => ({ page, pairs: readings.get(page.image)?.pairs ?? [] }));
    measures.push(...measuresOf(linked, `blank forms, filled in: ${hand}`));
  }
  return measures;
}

interface Linked {
  readonly page: FunsdPage;
  readonly pairs: readonly Pair[];
}

function measuresOf(pages: readonly Linked[], on: string): Measure[] {
  const counts = pages.map(countValues);
  const total = (part: keyof ValueCount) => counts.reduce((sum, count) => sum + count[part], 0);
  const share = (measure: string, part: keyof ValueCount) =>
    measured({ measure, on, value: total(part) / Math.max(1, total('all')), unit: 'share', count: total('all') });
  return [
    share('values that stand in a pair whole', 'whole'),
    share('values that stand in a pair whole, with their label', 'labelled'),
    measured({ measure: 'links F1, loose', on, value: linkScore(pages, loose), unit: 'share', count: pages.length }),
  ];
}

interface ValueCount {
  readonly all: number;
  readonly whole: number;
  readonly labelled: number;
}

function countValues({ page, pairs }: Linked): ValueCount {
  const byId = new Map(page.entities.map((entity) => [entity.id, entity]));
  const truth = page.entities.flatMap((question) =>
    question.label === 'question'
      ? question.linking.flatMap(([, to]) => {
          const answer = byId.get(to);
          return answer === undefined ? [] : [{ label: loose(question.text), value: loose(answer.text) }];
        })
      : [],
  );
  const told = pairs.map(({ label, value }) => ({ label: loose(label.text), value: loose(value.text) }));
  const whole = truth.filter(({ value }) => told.some((pair) => pair.value === value));
  const labelled = whole.filter(({ label, value }) =>
    told.some((pair) => pair.value === value && pair.label === label),
  );
  return { all: truth.length, whole: whole.length, labelled: labelled.length };
}

/** Empty forms of a municipality, filled in with invented values, read without a layout. */
export const blanksPart: BenchPart = {
  name: 'blanks',
  async run({ data, scratch, seed }) {
    const folder = data === null ? null : join(data, 'italian-blank-forms', 'pdfs');
    if (folder === null || !existsSync(folder)) {
      const why = 'name a folder that holds italian-blank-forms with --data';
      return [skipped('values that stand in a pair whole', 'blank forms, filled in', 'share', why)];
    }
    return benchBlanks(folder, scratch, seed);
  },
};

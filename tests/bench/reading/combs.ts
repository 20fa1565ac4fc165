import { join } from 'node:path';
import { loadCharacterClassifier } from '../../../ocr/read/engines/characters.ts';
import { weighCharacters } from '../../../ocr/read/weigh-characters.ts';
import type { HandKind } from '../../../tools/samples/truth.ts';
import { heldOutFaces } from '../../../tools/samples/write/faces.ts';
import { readSemeion } from '../../../tools/train/semeion.ts';
import { type Measure, measured, skipped } from '../measure.ts';
import { readWithPool } from './ours.ts';
import type { BenchContext, BenchPart } from './part.ts';
import { drawSamples, formFolders, pagesOf, type SamplePage, type SamplePile } from './samples.ts';

/** Documents of each face: what a single hand does wrong must not decide the figure. */
const documentsOfFace = 2;
const measure = 'comb characters';

interface Count {
  readonly right: number;
  readonly all: number;
}

/** What stands in combs on a page, and what was read there, by zone. */
function combsOf(pile: SamplePile, { document, page }: SamplePage): { zone: string; text: string }[] {
  const form = document.form === null ? undefined : pile.forms.get(document.form);
  const layout = form?.layouts.find(({ edition }) => edition === document.edition);
  const zones = page.layoutPage === null ? [] : (layout?.pages[page.layoutPage]?.zones ?? []);
  return zones.flatMap((zone) =>
    zone.kind === 'comb' || zone.kind === 'date'
      ? [{ zone: zone.id, text: document.fields[zone.field]?.text ?? '' }]
      : [],
  );
}

/** Compares cell by cell: what was put into an empty cell counts as wrong, too. */
function compareCells(written: string, read: string): Count {
  const cells = Array.from({ length: Math.max(written.length, read.length) }, (_, cell) => ({
    written: written[cell] ?? ' ',
    read: read[cell] ?? ' ',
  })).filter((cell) => cell.written !== ' ' || cell.read !== ' ');
  return { right: cells.filter((cell) => cell.written === cell.read).length, all: cells.length };
}

async function readFace(kind: HandKind, family: string, { seed, scratch }: BenchContext): Promise<Count[]> {
  const folder = join(scratch, `combs-${family}`);
  const options = ['--hand', kind, '--face', family];
  const pile = await drawSamples(folder, documentsOfFace, `${seed}/combs ${family}`, options);
  const pages = pagesOf(pile);
  const run = await readWithPool(
    pages.map(({ path }) => path),
    formFolders,
    { language: 'ita', mode: 'auto' },
  );
  return pages.flatMap((page) => {
    const zones = run.readings.get(page.path)?.zones ?? [];
    return combsOf(pile, page).map(({ zone, text }) => {
      const reading = zones.find((candidate) => candidate.zone === zone);
      return compareCells(text, reading?.kind === 'text' ? reading.reading.text : '');
    });
  });
}

async function combMeasure(kinds: readonly HandKind[], on: string, context: BenchContext): Promise<Measure> {
  const counts: Count[] = [];
  for (const kind of kinds) {
    for (const { family } of heldOutFaces[kind]) counts.push(...(await readFace(kind, family, context)));
  }
  const right = counts.reduce((sum, count) => sum + count.right, 0);
  const all = counts.reduce((sum, count) => sum + count.all, 0);
  return measured({ measure, on, value: right / Math.max(1, all), unit: 'share', count: all, aim: { atLeast: 0.97 } });
}

async function digitMeasure(data: string | null): Promise<Measure> {
  const on = 'Semeion digits of writers that nothing was learnt from';
  const semeion = await readSemeion(data);
  if (semeion === null)
    return skipped('digits', on, 'share', 'name a folder that holds digits/semeion.txt with --data');
  const classifier = await loadCharacterClassifier();
  try {
    const answers = await classifier.classify(semeion.heldOut.map(({ square }) => square));
    const digits = new Map([...'0123456789'].map((digit) => [digit, 0]));
    const right = semeion.heldOut.filter(
      ({ label }, index) =>
        weighCharacters(answers[index] ?? new Float32Array(), classifier.alphabet, digits)?.text === label,
    );
    const count = semeion.heldOut.length;
    return measured({
      measure: 'digits',
      on,
      value: right.length / count,
      unit: 'share',
      count,
      aim: { atLeast: 0.97 },
    });
  } finally {
    await classifier.release();
  }
}

/** Characters in the cells of combs, in faces that the character network never saw, and digits of people it never saw. */
export const combsPart: BenchPart = {
  name: 'combs',
  run: async (context) => [
    await combMeasure(['handwritten'], 'handwriting fonts not used in training', context),
    await combMeasure(['typed', 'typewriter'], 'typefaces not used in training', context),
    await digitMeasure(context.data),
  ],
};

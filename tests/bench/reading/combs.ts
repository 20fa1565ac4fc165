import { join } from 'node:path';
import type { HandKind } from '../../../tools/samples/truth.ts';
import { type Faces, heldOutFaces, unseenFaces } from '../../../tools/samples/write/faces.ts';
import { type Measure, measured } from '../measure.ts';
import { characterMeasures } from './characters.ts';
import { readWithPool } from './ours.ts';
import type { BenchContext, BenchPart } from './part.ts';
import { drawSamples, formFolders, pagesOf, type SamplePage, type SamplePile } from './samples.ts';

/** Documents of each face: what a single hand does wrong must not decide the figure. */
const documentsOfFace = 2;

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

interface FaceRun {
  readonly counts: readonly Count[];
  /** Pages that failed or were not aligned, which a person would get. */
  readonly unreadPages: number;
}

async function readFace(kind: HandKind, family: string, { seed, scratch }: BenchContext): Promise<FaceRun> {
  const folder = join(scratch, `combs-${family}`);
  const options = ['--hand', kind, '--face', family];
  const pile = await drawSamples(folder, documentsOfFace, `${seed}/combs ${family}`, options);
  const pages = pagesOf(pile);
  const run = await readWithPool(
    pages.map(({ path }) => path),
    formFolders,
    { language: 'ita', mode: 'auto' },
  );
  const counts = pages.flatMap((page) => {
    const zones = run.readings.get(page.path)?.zones ?? [];
    return combsOf(pile, page).map(({ zone, text }) => {
      const reading = zones.find((candidate) => candidate.zone === zone);
      return compareCells(text, reading?.kind === 'text' ? reading.reading.text : '');
    });
  });
  const notAligned = [...run.readings.values()].filter((reading) => reading.notAligned !== null).length;
  return { counts, unreadPages: run.failures.length + notAligned };
}

interface CombCase {
  readonly on: string;
  readonly faces: Faces;
  readonly kinds: readonly HandKind[];
}

async function combMeasures({ on, faces, kinds }: CombCase, context: BenchContext): Promise<Measure[]> {
  const runs: FaceRun[] = [];
  for (const kind of kinds) {
    for (const { family } of faces[kind]) runs.push(await readFace(kind, family, context));
  }
  const counts = runs.flatMap((run) => run.counts);
  const right = counts.reduce((sum, count) => sum + count.right, 0);
  const all = counts.reduce((sum, count) => sum + count.all, 0);
  const unreadPages = runs.reduce((sum, run) => sum + run.unreadPages, 0);
  const value = right / Math.max(1, all);
  return [
    measured({ measure: 'comb characters', on, value, unit: 'share', count: all, aim: { atLeast: 0.97 } }),
    // A page that was not read counts with all its characters as wrong; that must not pass for a network that reads badly.
    ...(unreadPages === 0
      ? []
      : [measured({ measure: 'pages not read', on, value: unreadPages, unit: 'pages', count: runs.length })]),
  ];
}

/** Characters in the cells of combs as forms are read: each cell among what its field allows there. */
export const combsPart: BenchPart = {
  name: 'combs',
  run: async (context) => [
    ...(await combMeasures(
      { on: 'handwriting fonts not used in training', faces: heldOutFaces, kinds: ['handwritten'] },
      context,
    )),
    ...(await combMeasures(
      { on: 'handwriting fonts nothing was chosen by either', faces: unseenFaces, kinds: ['handwritten'] },
      context,
    )),
    ...(await combMeasures(
      { on: 'typefaces not used in training', faces: heldOutFaces, kinds: ['typed', 'typewriter'] },
      context,
    )),
    ...(await characterMeasures(context)),
  ],
};

import { basename, join } from 'node:path';
import type { FormCatalogue } from '../../../../ocr/identify/form-catalogue.ts';
import { applyAffine, type Point } from '../../../../ocr/model/geometry.ts';
import { decodePage } from '../../../../ocr/prepare/decode.ts';
import { type Bend, bendImage, perspective, seenAt, slip, swell } from '../../../fixtures/bend.ts';
import { type Measure, measured, median } from '../../measure.ts';
import type { BenchPart } from '../part.ts';
import { drawSamples, pagesOf, type SamplePage } from '../samples.ts';
import { crowdedCatalogue } from './catalogue.ts';
import { type Placing, placePage } from './place.ts';

const a4 = { widthMm: 210, heightMm: 297 };
const layouts = 50;
/** A zone further off than this is read in a wrong place. */
const wrongMm = 1;
/** Pages measured without and with each bend: each takes a second. */
const mostPages = 40;
const mostBent = 12;

const bends: readonly (readonly [string, Bend])[] = [
  ['perspective of 2 %', perspective(0.02, a4)],
  ['perspective of 5 %', perspective(0.05, a4)],
  ['feeder slipping by 2 mm', slip(2, a4)],
  ['paper swollen by 2 mm', swell(2, a4)],
];

function summarise(placings: readonly Placing[], on: string): Measure[] {
  const count = placings.length;
  const read = placings.filter(({ kind }) => kind === 'aligned');
  const worst = read.flatMap(({ worstMm }) => worstMm ?? []).toSorted((one, other) => one - other);
  const wrong = read.filter(({ right, worstMm }) => !right || (worstMm ?? 0) > wrongMm);
  return [
    measured({ measure: 'worst zone corner, median page', on, value: median(worst), unit: 'mm', count: worst.length }),
    measured({
      measure: 'worst zone corner, worst page',
      on,
      value: worst.at(-1) ?? Number.NaN,
      unit: 'mm',
      count: worst.length,
    }),
    measured({
      measure: 'pages read in a wrong place',
      on,
      value: wrong.length,
      unit: 'pages',
      count,
      aim: { atMost: 0 },
    }),
    measured({ measure: 'pages registered', on, value: read.length / Math.max(1, count), unit: 'share', count }),
  ];
}

async function placeSample(sample: SamplePage, catalogue: FormCatalogue, bend: Bend | null): Promise<Placing> {
  const captured = await decodePage(sample.path, basename(sample.path), 0);
  const { toCaptured, damage } = sample.page;
  if (bend === null) return placePage(captured, catalogue, sample, (place) => applyAffine(toCaptured, place));
  const pxPerMm = damage.dpi / 25.4;
  const trueAt = (place: Point) => {
    const flat = applyAffine(toCaptured, place);
    const seen = seenAt(bend, { x: flat.x / pxPerMm, y: flat.y / pxPerMm });
    return { x: seen.x * pxPerMm, y: seen.y * pxPerMm };
  };
  return placePage({ ...captured, image: bendImage(captured.image, bend, a4) }, catalogue, sample, trueAt);
}

/** Whether forms are found among many, how exactly their zones are placed, flat and bent, and what it costs. */
export const registrationPart: BenchPart = {
  name: 'registration',
  async run({ documents, seed, scratch }) {
    const count = Math.min(documents, mostPages);
    const pile = await drawSamples(join(scratch, 'registration'), count, `${seed}/registration`);
    const samples = pagesOf(pile)
      .filter(({ page }) => page.kind === 'form')
      .slice(0, mostPages);
    const before = process.cpuUsage();
    const catalogue = await crowdedCatalogue(layouts);
    const { user, system } = process.cpuUsage(before);
    const measures: Measure[] = [
      measured({
        measure: 'measuring the layouts',
        on: `${layouts} layouts`,
        value: (user + system) / 1e6,
        unit: 'CPU s',
        count: layouts,
      }),
    ];
    const flat: Placing[] = [];
    for (const sample of samples) flat.push(await placeSample(sample, catalogue, null));
    const costs = flat.map(({ cpuMs }) => cpuMs).toSorted((one, other) => one - other);
    measures.push(
      measured({
        measure: 'finding form and place',
        on: `${layouts} layouts`,
        value: median(costs),
        unit: 'CPU ms',
        count: costs.length,
        aim: { atMost: 150 },
      }),
      measured({
        measure: 'finding form and place, 95th of 100',
        on: `${layouts} layouts`,
        value: costs[Math.floor(costs.length * 0.95)] ?? Number.NaN,
        unit: 'CPU ms',
        count: costs.length,
      }),
    );
    for (const level of ['none', 'light', 'medium', 'heavy'] as const) {
      const placings = flat.filter((_, index) => samples[index]?.page.damage.level === level);
      if (placings.length > 0) measures.push(...summarise(placings, `samples, damage ${level}`));
    }
    for (const [name, bend] of bends) {
      const placings: Placing[] = [];
      for (const sample of samples.slice(0, mostBent)) placings.push(await placeSample(sample, catalogue, bend));
      measures.push(...summarise(placings, `samples, ${name}`));
    }
    return measures;
  },
};

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCalibration } from '../../../ocr/extract/calibrate/load.ts';
import { loadTables } from '../../../ocr/extract/tables/tables.ts';
import { type Measure, measured } from '../measure.ts';
import { calibrationMeasures } from './calibration.ts';
import { compareFields, fieldMeasures } from './fields.ts';
import { type PoolRun, readWithPool } from './ours.ts';
import type { BenchPart } from './part.ts';
import { drawSamples, formFolders, pagesOf, type SamplePage } from './samples.ts';

const resources = fileURLToPath(new URL('../../../resources', import.meta.url));

function registrationMeasures(pages: readonly SamplePage[], run: PoolRun): Measure[] {
  const forms = pages.filter(({ page }) => page.kind === 'form');
  const registered = forms.filter(({ path, document, page }) => {
    const registration = run.readings.get(path)?.registration;
    return registration?.form === document.form && registration?.layoutPage === page.layoutPage;
  });
  const strangers = pages.filter(({ page, path }) => page.kind !== 'form' && run.readings.get(path)?.registration);
  return [
    measured({
      measure: 'form and page recognised',
      on: 'samples',
      value: registered.length / Math.max(1, forms.length),
      unit: 'share',
      count: forms.length,
    }),
    measured({
      measure: 'other pages taken for a form',
      on: 'samples',
      value: strangers.length,
      unit: 'pages',
      count: pages.length - forms.length,
    }),
    measured({
      measure: 'pages that failed',
      on: 'samples',
      value: run.failures.length,
      unit: 'pages',
      count: pages.length,
    }),
  ];
}

/** Whether forms are recognised and their fields right, on many documents of mixed hands and damage. */
export const accuracyPart: BenchPart = {
  name: 'accuracy',
  async run({ documents, seed, scratch }) {
    const pile = await drawSamples(join(scratch, 'accuracy'), documents, `${seed}/accuracy`);
    const pages = pagesOf(pile);
    const run = await readWithPool(
      pages.map(({ path }) => path),
      formFolders,
      { language: 'ita', mode: 'auto' },
    );
    const knowledge = {
      tables: await loadTables(join(resources, 'tables')),
      calibration: await loadCalibration(join(resources, 'calibration', 'fields.json')),
    };
    const outcomes = compareFields(pile, pages, run.readings, knowledge);
    const forecasts = outcomes.map(({ confidence, right }) => ({ probability: confidence, right }));
    return [
      ...registrationMeasures(pages, run),
      ...fieldMeasures(outcomes),
      ...calibrationMeasures(forecasts, 'samples, fields'),
    ];
  },
};

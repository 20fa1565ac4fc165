import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCalibration } from '../../../../ocr/extract/calibrate/load.ts';
import { loadTables } from '../../../../ocr/extract/tables/tables.ts';
import type { BenchPart } from '../part.ts';
import { benchBoxes } from './boxes.ts';
import { markMeasures } from './outcome.ts';
import { benchSampleMarks } from './samples.ts';
import { benchSurvey } from './survey.ts';

/** Tick boxes: a survey marked by pen, forms without a layout, and samples marked in all manners. */
export const marksPart: BenchPart = {
  name: 'marks',
  async run({ data, documents, seed, scratch }) {
    const resources = fileURLToPath(new URL('../../../../resources', import.meta.url));
    const knowledge = {
      tables: await loadTables(join(resources, 'tables')),
      calibration: await loadCalibration(join(resources, 'calibration', 'fields.json')),
    };
    const folder = data ?? '';
    const drawn = { count: Math.min(documents, 40), seed };
    const drawIn = (marks: 'plain' | 'hard') =>
      benchSampleMarks(join(scratch, `marks-${marks}`), { ...drawn, marks }, knowledge);
    const sets = [
      await benchSurvey(join(folder, 'checkbox-survey'), knowledge),
      await benchBoxes(join(folder, 'checkbox-forms')),
      await drawIn('plain'),
      await drawIn('hard'),
    ];
    const all = sets.flatMap(({ outcomes }) => outcomes);
    return [
      ...sets.flatMap(({ on, outcomes, further }) => [
        ...further,
        ...(outcomes.length === 0 ? [] : markMeasures(on, outcomes)),
      ]),
      ...markMeasures('all of these', all),
    ];
  },
};

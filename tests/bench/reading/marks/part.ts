import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCalibration } from '../../../../ocr/extract/calibrate/load.ts';
import { loadTables } from '../../../../ocr/extract/tables.ts';
import type { BenchPart } from '../part.ts';
import { benchBoxes } from './boxes.ts';
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
    return [
      ...(await benchSurvey(join(folder, 'checkbox-survey'), knowledge)),
      ...(await benchBoxes(join(folder, 'checkbox-forms'))),
      ...(await benchSampleMarks(join(scratch, 'marks'), Math.min(documents, 40), seed, knowledge)),
    ];
  },
};

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { extractFields } from '../../../../ocr/extract/extract.ts';
import { catalogueForms } from '../../../../ocr/identify/form-catalogue.ts';
import { identifyPage } from '../../../../ocr/identify/identify.ts';
import type { FormPackage, Zone } from '../../../../ocr/model/form.ts';
import { applyAffine } from '../../../../ocr/model/geometry.ts';
import type { GreyImage } from '../../../../ocr/model/page.ts';
import type { PageReading } from '../../../../ocr/model/result.ts';
import { viewZone } from '../../../../ocr/read/ink/zone-view.ts';
import { findBoxes } from '../../../../ocr/read/marks/find-boxes.ts';
import { readMark } from '../../../../ocr/read/marks/read-mark.ts';
import { composeEmptyPage } from '../../../../tools/forms/compose/compose.ts';
import { type FilledScan, openScan } from '../../../../tools/forms/compose/scan.ts';
import { referenceDpi } from '../../../../tools/forms/write-reference.ts';
import { measured, skipped } from '../../measure.ts';
import type { FieldKnowledge } from '../fields.ts';
import type { BoxOutcome, BoxSet } from './outcome.ts';
import { placeBoxes } from './place-boxes.ts';
import { boxSideMm, surveyQuestions } from './survey-form.ts';

const truthSchema = z.record(
  z.string(),
  z.object({
    boxes: z.record(
      z.string(),
      z.record(
        z.string(),
        z.number().transform((state) => state === 1),
      ),
    ),
  }),
);
const on = 'checkbox-survey';
type PageTruth = z.infer<typeof truthSchema>[string]['boxes'];

/** The empty page is made out of the filled-in ones, and a package of it in memory; then each page is read by its zones. */
export async function benchSurvey(folder: string, knowledge: FieldKnowledge): Promise<BoxSet> {
  if (!existsSync(join(folder, 'truth.json'))) {
    return unmeasured('name a folder that holds checkbox-survey with --data');
  }
  const truth = truthSchema.parse(JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')));
  const scans: FilledScan[] = [];
  for (const name of Object.keys(truth)) scans.push(await openScan(join(folder, 'images', name), 0));
  const form = await composeForm(scans);
  if (form === null) return unmeasured('no empty page could be made');
  const catalogue = await catalogueForms([form.pack], async () => form.empty);
  const outcomes: BoxOutcome[] = [];
  let aligned = 0;
  for (const scan of scans) {
    const identified = identifyPage(scan.page, catalogue);
    const pageTruth = truth[scan.name]?.boxes ?? {};
    if (identified.kind !== 'aligned') {
      outcomes.push(...unread(pageTruth));
      continue;
    }
    aligned += 1;
    const zones = form.zones.flatMap((zone) => {
      if (zone.kind !== 'mark') return [];
      return [readMark(viewZone(scan.page, identified.warp, identified.reference, zone.rectMm), zone, form.zones)];
    });
    outcomes.push(...compare(form.pack, { ...emptyReading, zones }, pageTruth, knowledge));
  }
  const further = [measured({ measure: 'pages aligned', on, value: aligned, unit: 'pages', count: scans.length })];
  return { on, outcomes, further };
}

function unmeasured(why: string): BoxSet {
  return { on, outcomes: [], further: [skipped('marks right', on, 'share', why)] };
}

interface ComposedForm {
  readonly pack: FormPackage;
  readonly zones: readonly Zone[];
  readonly empty: GreyImage;
}

async function composeForm(scans: readonly FilledScan[]): Promise<ComposedForm | null> {
  const [first] = scans;
  const composed = first === undefined ? null : await composeEmptyPage(scans, first.size, referenceDpi);
  if (first === undefined || composed === null) return null;
  const toMm = (px: number) => (px / referenceDpi) * 25.4;
  const found = findBoxes(composed.image, referenceDpi).map(([x, y]) => ({ x: toMm(x), y: toMm(y) }));
  const corners = surveyQuestions.flatMap((question) => question.corners);
  const map = placeBoxes(corners, found);
  if (map === null) return null;
  const zones = surveyQuestions.flatMap(({ id, corners: own }) =>
    own.map((corner, index): Zone => {
      const rectMm = { ...applyAffine(map, corner), width: boxSideMm, height: boxSideMm };
      return { id: `${id}=${index + 1}`, field: `/${id}`, kind: 'mark', value: String(index + 1), rectMm };
    }),
  );
  return { pack: packageOf(zones, first.size), zones, empty: composed.image };
}

function packageOf(zones: readonly Zone[], size: FilledScan['size']): FormPackage {
  const title = { it: 'Questionario', en: 'Survey' };
  const codesOf = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));
  const properties = surveyQuestions.map(({ id, severalAllowed, corners }) => {
    const choice = { type: 'string', enum: codesOf(corners.length) };
    return [id, severalAllowed ? { type: 'array', items: choice } : choice];
  });
  return {
    manifest: {
      id: 'survey',
      version: '1.0.0',
      title,
      service: { id: 'survey', title },
      retention: { years: null, basis: title },
      layouts: ['only'],
    },
    schema: { type: 'object', properties: Object.fromEntries(properties) },
    layouts: [
      {
        edition: 'only',
        title,
        maxResidualMm: 0.8,
        pages: [{ ...size, reference: 'only.png', printed: [], zones: [...zones] }],
      },
    ],
    folder: '',
  };
}

function compare(
  pack: FormPackage,
  reading: PageReading,
  truth: PageTruth,
  { tables, calibration }: FieldKnowledge,
): BoxOutcome[] {
  const fields = extractFields(pack, [reading], tables, calibration);
  return Object.entries(truth).flatMap(([question, boxes]) => {
    const field = fields[`/${question}`];
    const codes = Array.isArray(field?.value) ? field.value : [field?.value];
    return Object.entries(boxes).map(([code, isMarked]) => ({
      truth: isMarked,
      marked: codes.includes(code),
      flagged: field?.status !== 'accepted',
    }));
  });
}

function unread(truth: PageTruth): BoxOutcome[] {
  return Object.values(truth).flatMap((boxes) =>
    Object.values(boxes).map((isMarked) => ({ truth: isMarked, marked: false, flagged: true })),
  );
}

const emptyReading: Omit<PageReading, 'zones'> = {
  captured: { index: 0, widthPx: 1, heightPx: 1, dpi: null },
  preparation: { steps: [], toCaptured: [1, 0, 0, 1, 0, 0], rotationDeg: 0, skewDeg: 0, blank: false },
  text: '',
  words: [],
  registration: {
    form: 'survey@1.0.0',
    edition: 'only',
    layoutPage: 0,
    toCaptured: [1, 0, 0, 1, 0, 0],
    residualMm: 0,
    coverage: 1,
  },
  notAligned: null,
  pairs: [],
  timingMs: {},
};

import type { Calibration } from '../../../ocr/extract/calibrate/calibration.ts';
import { extractFields } from '../../../ocr/extract/extract.ts';
import { sameValue } from '../../../ocr/extract/same-value.ts';
import type { Tables } from '../../../ocr/extract/tables/tables.ts';
import type { FieldValue } from '../../../ocr/model/field.ts';
import type { PageReading } from '../../../ocr/model/result.ts';
import { type Measure, measured } from '../measure.ts';
import type { SamplePage, SamplePile } from './samples.ts';

export interface FieldOutcome {
  readonly document: string;
  readonly pointer: string;
  readonly hand: string;
  readonly truth: FieldValue;
  readonly value: FieldValue;
  readonly accepted: boolean;
  /** Probability of being right that the product gave the value. */
  readonly confidence: number;
  readonly right: boolean;
}

export interface FieldKnowledge {
  readonly tables: Tables;
  readonly calibration: Calibration;
}

/** Extracts every document of the pile from its pages' readings and compares field by field with the truth. */
export function compareFields(
  pile: SamplePile,
  pages: readonly SamplePage[],
  readings: ReadonlyMap<string, PageReading>,
  { tables, calibration }: FieldKnowledge,
): FieldOutcome[] {
  return pile.truth.documents.flatMap((document) => {
    const form = document.form === null ? undefined : pile.forms.get(document.form);
    if (form === undefined) return [];
    const own = pages.filter((page) => page.document === document).flatMap((page) => readings.get(page.path) ?? []);
    const fields = extractFields(form, own, tables, calibration);
    return Object.entries(document.fields).map(([pointer, { value: truth }]) => {
      const field = fields[pointer];
      const value = field?.value ?? null;
      return {
        document: document.id,
        pointer,
        hand: document.hand ?? 'none',
        truth,
        value,
        accepted: field?.status === 'accepted',
        confidence: field?.confidence ?? 0,
        right: sameValue(value, truth),
      };
    });
  });
}

const isRight = ({ right }: FieldOutcome) => right;
const isAccepted = ({ accepted }: FieldOutcome) => accepted;

/** Share of the outcomes for which something holds; 0 of none. */
function shareOf(outcomes: readonly FieldOutcome[], holds: (outcome: FieldOutcome) => boolean) {
  return { value: outcomes.filter(holds).length / Math.max(1, outcomes.length), unit: 'share', count: outcomes.length };
}

/** Documents of which every field was accepted, and right. */
function wholeDocuments(outcomes: readonly FieldOutcome[]) {
  const documents = [...Map.groupBy(outcomes, ({ document }) => document).values()];
  const whole = documents.filter((fields) => fields.every((field) => field.accepted && field.right));
  return { value: whole.length / Math.max(1, documents.length), unit: 'share', count: documents.length };
}

/** How many fields are right, accepted, and falsely accepted, by the hand they are written in. */
export function fieldMeasures(outcomes: readonly FieldOutcome[]): Measure[] {
  const typed = outcomes.filter(({ hand }) => hand !== 'handwritten');
  const byHand = outcomes.filter(({ hand }) => hand === 'handwritten');
  return [
    ...measuresOf(typed, 'samples, typed', { exactness: 0.995, wholeDocuments: 0.85 }),
    ...measuresOf(byHand, 'samples, handwritten', {}),
  ];
}

interface Aims {
  readonly exactness?: number;
  readonly wholeDocuments?: number;
}

const mostFalseAccepts = 0.001;

function measuresOf(outcomes: readonly FieldOutcome[], on: string, aims: Aims): Measure[] {
  const written = outcomes.filter(({ truth }) => truth !== null && truth !== false);
  const atLeast = (aim: number | undefined) => (aim === undefined ? {} : { aim: { atLeast: aim } });
  const falseAccepts = shareOf(outcomes.filter(isAccepted), ({ right }) => !right);
  return [
    measured({ measure: 'field exactness', on, ...shareOf(outcomes, isRight), ...atLeast(aims.exactness) }),
    measured({ measure: 'field exactness, written fields', on, ...shareOf(written, isRight) }),
    measured({ measure: 'accepted fields', on, ...shareOf(outcomes, isAccepted) }),
    measured({ measure: 'accepted fields, written fields', on, ...shareOf(written, isAccepted) }),
    measured({ measure: 'false accepts', on, ...falseAccepts, aim: { atMost: mostFalseAccepts } }),
    measured({
      measure: 'documents accepted whole and right',
      on,
      ...wholeDocuments(outcomes),
      ...atLeast(aims.wholeDocuments),
    }),
  ];
}

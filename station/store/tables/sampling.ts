export type CheckCause = 'sample' | 'over-limit';

export type CheckOutcome = 'right' | 'wrong' | 'unclear';

/** One row, or none where the program's own holds. */
export interface ChosenThresholdRow {
  one: 1;
  threshold: number;
}

export interface BatchPlanRow {
  batchId: string;
  seed: string;
  sampleRate: number;
  errorLimit: number;
  /** JSON: the rules of forms and fields at the time. */
  rules: string;
}

/** What a person chose for a profile, a form or a field of a form; what does not apply is an empty text. */
export interface SamplingRuleRow {
  profileId: string;
  formKey: string;
  pointer: string;
  sampleRate: number;
  errorLimit: number;
}

/** An accepted field that is asked all the same. */
export interface FieldCheckRow {
  documentId: string;
  pointer: string;
  cause: CheckCause;
  kind: string;
  at: string;
  outcome: CheckOutcome | null;
  decidedAt: string | null;
}

export interface ReturnedKindRow {
  batchId: string;
  kind: string;
  at: string;
  samples: number;
  wrong: number;
  fields: number;
}

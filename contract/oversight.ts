import { z } from 'zod';
import { documentStateSchema } from './batch.ts';
import { bilingualSchema, idSchema, instantSchema } from './common.ts';
import { fieldKindSchema } from './document.ts';

const count = z.int().nonnegative();
const share = z.number().min(0).max(1);
const formSchema = z.strictObject({ key: z.string(), title: bilingualSchema }).nullable();

/** Documents of one form and batch that wait in the same state. */
export const waitingGroupSchema = z.strictObject({
  batchId: idSchema,
  batchName: z.string(),
  form: formSchema,
  state: documentStateSchema,
  documents: count,
  openFields: count,
  /** Since when the one that waits longest waits. */
  oldest: instantSchema,
});
export type WaitingGroup = z.infer<typeof waitingGroupSchema>;

/** What documents cost people: medians over documents, and fields asked on average. */
export const effortFiguresSchema = z.strictObject({
  documents: count,
  fieldsAsked: z.number().nonnegative(),
  keystrokes: z.number().nonnegative(),
  seconds: z.number().nonnegative(),
});
export type EffortFigures = z.infer<typeof effortFiguresSchema>;

/** Wrong ones among samples, and between which shares the error rate lies with 95 % confidence. */
export const errorShareSchema = z.strictObject({ samples: count, wrong: count, low: share, high: share });
export type ErrorShare = z.infer<typeof errorShareSchema>;

/** What people said of one field of a form, over all documents. Neither content nor names. */
export const fieldFiguresSchema = z.strictObject({
  form: formSchema,
  pointer: z.string(),
  title: bilingualSchema,
  /** Times that the machine doubted it and a person gave a word. */
  asked: count,
  /** Of these, times that the machine had been right. */
  needless: count,
  /** Times that it was accepted and looked at all the same. */
  checked: count,
  /** Of these, times that it was wrong: an error that would have slipped through. */
  slipped: count,
});
export type FieldFigures = z.infer<typeof fieldFiguresSchema>;

/** What a threshold would mean: fields asked in a hundred, and errors among a thousand fields that nobody would see. */
export const thresholdPointSchema = z.strictObject({
  threshold: share,
  askedPerHundred: z.number().min(0).max(100),
  errorsPerThousand: z.number().min(0).max(1000),
});
export type ThresholdPoint = z.infer<typeof thresholdPointSchema>;

/** Null gives the choice back to the program. Less than an even chance is never accepted. */
export const thresholdChoiceSchema = z.strictObject({ threshold: z.number().min(0.5).max(1).nullable() });

/** How the work goes, over all batches but those of practice. Holds no name of a person and no content of a record. */
export const oversightSchema = z.strictObject({
  at: instantSchema,
  /** Days that everything but `waiting` and `finished` looks back. */
  days: z.int().positive(),
  waiting: z.array(waitingGroupSchema),
  /** Documents whose verification was ended, hour by hour over seven days, the earliest first. */
  finished: z.array(z.strictObject({ from: instantSchema, documents: count })),
  /** Null where no document was finished at the screen. */
  effort: effortFiguresSchema.nullable(),
  effortByForm: z.array(z.strictObject({ form: formSchema, ...effortFiguresSchema.shape })),
  sampledByKind: z.array(z.strictObject({ form: formSchema, kind: fieldKindSchema, ...errorShareSchema.shape })),
  /** Weeks, beginning with the instant given, the earliest first. */
  sampledByWeek: z.array(z.strictObject({ from: instantSchema, ...errorShareSchema.shape })),
  fields: z.array(fieldFiguresSchema),
  /** From which probability on fields are accepted, where that was chosen; null where the program's own holds. */
  threshold: share.nullable(),
  /** Empty while no accepted field was sampled: nothing is known then of what slips through. */
  thresholds: z.array(thresholdPointSchema),
});
export type Oversight = z.infer<typeof oversightSchema>;

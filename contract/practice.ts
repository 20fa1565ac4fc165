import { z } from 'zod';
import { idSchema } from './common.ts';
import { valueSchema } from './document.ts';

/** What was laid on purpose into a field of the practice pile. */
export const practiceTrapSchema = z.enum(['unreadable', 'left-empty', 'wrong-on-paper', 'cancelled-mark']);
export type PracticeTrap = z.infer<typeof practiceTrapSchema>;

/** How a field of a practice document came out against what stands on the paper. */
export const practiceOutcomeSchema = z.enum([
  'right',
  /** The machine's wrong value was taken. */
  'wrong-confirmed',
  'wrong-keyed',
  /** Called unreadable although there is nothing to read, or it can be read. */
  'called-unreadable',
  /** Called empty although something stands there. */
  'called-empty',
  /** A value was given where nothing is written, or nothing that can be read. */
  'guessed',
]);
export type PracticeOutcome = z.infer<typeof practiceOutcomeSchema>;

/** A field that did not come out right. */
export const practiceMistakeSchema = z.strictObject({
  documentId: idSchema,
  pointer: z.string(),
  outcome: practiceOutcomeSchema.exclude(['right']),
  trap: practiceTrapSchema.nullable(),
  given: valueSchema,
  expected: valueSchema,
});
export type PracticeMistake = z.infer<typeof practiceMistakeSchema>;

export const practiceScoreSchema = z.strictObject({
  documents: z.int().nonnegative(),
  documentsFinished: z.int().nonnegative(),
  /** Fields that a person was asked for, in finished documents. */
  asked: z.int().nonnegative(),
  right: z.int().nonnegative(),
  /** Fields that the machine took as sure and that are wrong: nobody was asked, and none of them is the person's fault. */
  wrongUnasked: z.int().nonnegative(),
  mistakes: z.array(practiceMistakeSchema),
  /** Fields laid out to be stumbled over, and how many of them came out right. */
  traps: z.int().nonnegative(),
  trapsSeen: z.int().nonnegative(),
  keys: z.int().nonnegative(),
  /** The fewest keys that lead to the same records from what the machine had read. */
  fewestKeys: z.int().nonnegative(),
  seconds: z.number().nonnegative(),
});
export type PracticeScore = z.infer<typeof practiceScoreSchema>;

/** Work at the screen of one document, added up as it is reported. */
export const practiceEffortSchema = z.strictObject({
  documentId: idSchema,
  keys: z.int().nonnegative().max(100_000),
  seconds: z.number().nonnegative().max(86_400),
});

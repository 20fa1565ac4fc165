import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { practiceTrapSchema } from '../../contract/practice.ts';
import { fieldValueSchema } from '../../ocr/model/field.ts';

const answerSchema = z.strictObject({
  /** What the record must hold; null where the page says nothing, or nothing that can be read. */
  value: fieldValueSchema,
  trap: practiceTrapSchema.nullable(),
});
export type PracticeAnswer = z.infer<typeof answerSchema>;

/** What stands on the papers of the practice pile. Written by `npm run practice`, shipped beside the pictures. */
export const practiceAnswersSchema = z.strictObject({
  documents: z.array(
    z.strictObject({
      /** Names of the pictures in page order. */
      files: z.array(z.string()).min(1),
      fields: z.record(z.string(), answerSchema),
    }),
  ),
});
export type PracticeAnswers = z.infer<typeof practiceAnswersSchema>;

export const answersFile = 'answers.json';

/** Reads the answers beside the pictures. Throws when they are absent or damaged: then the program is. */
export async function readAnswers(folder: string): Promise<PracticeAnswers> {
  return practiceAnswersSchema.parse(JSON.parse(await readFile(join(folder, answersFile), 'utf8')));
}

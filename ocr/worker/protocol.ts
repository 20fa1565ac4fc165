import { z } from 'zod';
import { workerRequestSchema, workerResponseSchema } from '../model/result.ts';

/** What travels from the pool to a worker process. */
export const taskSchema = z.strictObject({ id: z.int().nonnegative(), request: workerRequestSchema });

/** What travels back: the answer to the task of the same id, and the memory the process then holds. */
export const taskAnswerSchema = z.strictObject({
  id: z.int().nonnegative(),
  response: workerResponseSchema,
  residentBytes: z.number().nonnegative(),
});
export type TaskAnswer = z.infer<typeof taskAnswerSchema>;

import { z } from 'zod';
import { bilingualSchema } from './common.ts';

export const formSummarySchema = z.strictObject({
  /** `id@version` */
  key: z.string(),
  title: bilingualSchema,
  service: bilingualSchema,
  pages: z.int().positive(),
  editions: z.array(z.string()),
});
export type FormSummary = z.infer<typeof formSummarySchema>;

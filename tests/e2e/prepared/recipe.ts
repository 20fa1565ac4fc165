import { z } from 'zod';
import { roleSchema } from '../../../contract/account.ts';
import { jsonPointerSchema, policySchema } from '../../../ocr/model/form.ts';

/** Variable of the environment in which the page worker finds the registration of every page, as JSON. */
export const registrationVariable = 'TABULARIUM_PREPARED_REGISTRATION';

/** How the work shall lie when people come to it, without any page having been read for it. */
export const recipeSchema = z.strictObject({
  people: z.array(z.strictObject({ name: z.string(), secret: z.string(), role: roleSchema })).min(1),
  batch: z.string(),
  /** Requests of one page each, all with the same on them. */
  documents: z.int().positive(),
  /** Fields that were read unsurely, in every document; the machine is sure of all others. */
  doubtful: z.array(jsonPointerSchema),
  /** What a person does with a field whatever the machine thinks. */
  policies: z.record(jsonPointerSchema, policySchema).optional(),
  /** Documents, counted from 0, with a field that is asked as a sample. */
  samples: z.array(z.strictObject({ document: z.int(), pointer: jsonPointerSchema, kind: z.string() })).optional(),
  /** Documents, counted from 0, that the last two people of the list have verified and approved. */
  approved: z.array(z.int()).optional(),
});
export type Recipe = z.infer<typeof recipeSchema>;

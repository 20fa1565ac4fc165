import { z } from 'zod';
import { idSchema } from '../common.ts';
import { oversightSchema, thresholdChoiceSchema } from '../oversight.ts';
import { samplingChoiceSchema, samplingSettingsSchema } from '../sampling.ts';
import { effortSchema, holdSchema, postponementSchema, taskSchema, waitingDocumentSchema } from '../work.ts';
import { byDocument, procedure } from './procedure.ts';

export const work = {
  /** Every document that waits for people of this person's role, in the order in which it is to be done. */
  queue: procedure
    .input(z.strictObject({ task: taskSchema, batchId: idSchema.nullable() }))
    .output(z.array(waitingDocumentSchema)),
  /** Takes a document into this window's hands, or keeps it there. Two windows never have the same one. */
  hold: procedure.input(byDocument).output(holdSchema),
  release: procedure.input(byDocument).output(z.null()),
  /** Takes a document from whoever has it or was given it: an absent colleague's by anybody, another's by a supervisor. */
  takeOver: procedure.input(byDocument).output(z.null()),
  /** Null gives the document back to everybody. Needs a supervisor. */
  assign: procedure.input(z.strictObject({ documentId: idSchema, accountId: idSchema.nullable() })).output(z.null()),
  /** Needs a supervisor. */
  setUrgent: procedure.input(z.strictObject({ documentId: idSchema, urgent: z.boolean() })).output(z.null()),
  postpone: procedure.input(postponementSchema).output(z.null()),
  /** Puts a postponed document back into the queue. */
  resume: procedure.input(byDocument).output(z.null()),
  recordEffort: procedure.input(effortSchema).output(z.null()),
};

export const oversight = {
  /** How the work goes, over all batches. Needs a supervisor, an administrator or an auditor. */
  get: procedure.output(oversightSchema),
  /** Holds for documents that are read from now on. Needs a supervisor. */
  chooseThreshold: procedure.input(thresholdChoiceSchema).output(z.null()),
};

export const sampling = {
  /** How accepted fields are checked. Needs whoever may see the overview. */
  get: procedure.output(samplingSettingsSchema),
  /** Holds for batches whose first document is still to be made. Needs a supervisor. */
  choose: procedure.input(samplingChoiceSchema).output(samplingSettingsSchema),
};

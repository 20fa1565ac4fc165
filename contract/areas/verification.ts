import { z } from 'zod';
import { idSchema } from '../common.ts';
import { documentDetailSchema, documentSummarySchema, verdictSchema } from '../document.ts';
import { rescanRequestSchema, rescanSchema } from '../rescan.ts';
import {
  commentSchema,
  commentTextSchema,
  groupConfirmationSchema,
  groupSchema,
  pageWordSchema,
} from '../verification-aids.ts';
import { taskSchema } from '../work.ts';
import { byBatch, byDocument, procedure } from './procedure.ts';

export const verification = {
  get: procedure.input(byDocument).output(documentDetailSchema),
  /** Documents that wait for this person, in order: to verify for a clerk, to approve for a supervisor. */
  queue: procedure
    .input(z.strictObject({ batchId: idSchema, task: taskSchema }))
    .output(z.array(documentSummarySchema)),
  /** Takes a person's word on one field, checks the whole document again and returns it. */
  decide: procedure
    .input(z.strictObject({ documentId: idSchema, pointer: z.string(), verdict: verdictSchema }))
    .output(documentDetailSchema),
  /** Takes the last word on a field back. */
  undo: procedure.input(z.strictObject({ documentId: idSchema, pointer: z.string() })).output(documentDetailSchema),
  /** Ends verification; refused while a field is open. */
  finish: procedure.input(byDocument).output(documentDetailSchema),
  /** Needs a supervisor who gave no word on this document. */
  approve: procedure.input(byDocument).output(documentDetailSchema),
  sendBack: procedure
    .input(z.strictObject({ documentId: idSchema, reason: z.string().trim().min(1).max(500) }))
    .output(documentDetailSchema),
  /** Values of this field's kind that begin as the text does: from the code tables and from earlier records. */
  complete: procedure
    .input(z.strictObject({ documentId: idSchema, pointer: z.string(), text: z.string().max(200) }))
    .output(z.array(z.string())),
  /** What was read on the document's pages, word by word. */
  words: procedure.input(byDocument).output(z.array(pageWordSchema)),
  /** The document is not of this form: it goes, and its pages are read again, as the form named or as plain pages. */
  leaveForm: procedure.input(z.strictObject({ documentId: idSchema, formKey: z.string().nullable() })).output(z.null()),
  /** Pages of the document cannot be used: it waits for them to be scanned again. Words on its fields are kept. */
  rescan: procedure.input(rescanRequestSchema).output(documentDetailSchema),
  /** Documents of a batch that wait for pages to be scanned again, in their order. */
  rescans: procedure.input(byBatch).output(z.array(rescanSchema)),
  /** The paper is no better: the document is verified as it was scanned. */
  verifyAnyway: procedure.input(byDocument).output(documentDetailSchema),
};

export const comments = {
  list: procedure.input(byDocument).output(z.array(commentSchema)),
  add: procedure
    .input(z.strictObject({ documentId: idSchema, pointer: z.string().nullable(), text: commentTextSchema }))
    .output(z.array(commentSchema)),
};

export const groups = {
  /** Open fields of a batch that were read alike, the largest groups first. */
  list: procedure.input(byBatch).output(z.array(groupSchema)),
  /**
   * Confirms many fields at once, each with a word of its own; tells how many, how many documents have no open field by that
   * and are verified, and which fields were left open.
   */
  confirm: procedure.input(groupConfirmationSchema).output(
    z.strictObject({
      confirmed: z.int().nonnegative(),
      finished: z.int().nonnegative(),
      left: z.array(z.strictObject({ documentId: idSchema, pointer: z.string() })),
    }),
  ),
};

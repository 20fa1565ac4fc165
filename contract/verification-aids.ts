import { z } from 'zod';
import { pageSummarySchema } from './batch.ts';
import { bilingualSchema, boxPxSchema, idSchema, instantSchema } from './common.ts';
import { editorSchema, valueSchema } from './document.ts';

/** A word as it was read, at its place on the captured page. */
export const pageWordSchema = z.strictObject({
  /** Page inside the document. */
  page: z.int().nonnegative(),
  text: z.string(),
  boxPx: boxPxSchema,
});
export type PageWord = z.infer<typeof pageWordSchema>;

export const commentTextSchema = z.string().trim().min(1).max(1000);

/** What somebody wants others to know of a document, or of one field of it. */
export const commentSchema = z.strictObject({
  id: z.int(),
  pointer: z.string().nullable(),
  text: z.string(),
  by: z.string(),
  at: instantSchema,
});
export type Comment = z.infer<typeof commentSchema>;

/** One of many fields that raise the same doubt. */
export const groupMemberSchema = z.strictObject({
  documentId: idSchema,
  pointer: z.string(),
  /** Number of the document in its batch, from 0. */
  ordinal: z.int().nonnegative(),
  page: pageSummarySchema,
  boxPx: boxPxSchema,
  value: valueSchema,
});
export type GroupMember = z.infer<typeof groupMemberSchema>;

/** Open fields of many documents that were read alike. */
export const groupSchema = z.strictObject({
  key: z.string(),
  form: z.strictObject({ key: z.string(), title: bilingualSchema }),
  title: bilingualSchema,
  editor: editorSchema,
  /** What all members have in common; of an uncertain character, the value of one of them. */
  value: valueSchema,
  /** The one uncertain character that the members have in common; null where the whole value is alike. */
  character: z.string().nullable(),
  /** At most as many as are shown at once; what is left over comes with the next question. */
  members: z.array(groupMemberSchema),
});
export type Group = z.infer<typeof groupSchema>;

export const groupConfirmationSchema = z.strictObject({
  batchId: idSchema,
  /** With the value that the person saw: a field that changed meanwhile is left open. */
  members: z
    .array(z.strictObject({ documentId: idSchema, pointer: z.string(), value: valueSchema }))
    .min(1)
    .max(500),
});
export type GroupConfirmation = z.infer<typeof groupConfirmationSchema>;

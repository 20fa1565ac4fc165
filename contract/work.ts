import { z } from 'zod';
import { idSchema, instantSchema } from './common.ts';
import { documentSummarySchema } from './document.ts';

export const taskSchema = z.enum(['verify', 'approve']);
export type Task = z.infer<typeof taskSchema>;

/** Whether a document is in this window's hands. Held ones are given back a minute after the last time they were asked for. */
export const holdSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('held') }),
  /** Somebody else's window has it; `away` while that window is locked. */
  z.strictObject({ kind: z.literal('taken'), by: z.string(), away: z.boolean() }),
]);
export type Hold = z.infer<typeof holdSchema>;

/** How often a window must ask for a document again to keep it, in milliseconds. */
export const holdAgainMs = 20_000;

/** A document that waits for a person, and what was arranged about it. */
export const waitingDocumentSchema = z.strictObject({
  document: documentSummarySchema,
  batchName: z.string(),
  task: taskSchema,
  waitingSince: instantSchema,
  urgent: z.boolean(),
  assignedTo: z.strictObject({ id: idSchema, name: z.string() }).nullable(),
  postponed: z.strictObject({ until: instantSchema, reason: z.string(), by: z.string() }).nullable(),
  /** The window that has it in hand now. */
  holder: z.strictObject({ name: z.string(), away: z.boolean(), own: z.boolean() }).nullable(),
});
export type WaitingDocument = z.infer<typeof waitingDocumentSchema>;

export const postponementSchema = z.strictObject({
  documentId: idSchema,
  until: instantSchema,
  reason: z.string().trim().min(1).max(500),
});

/** What a document cost a person, without what was typed and without who typed it. */
export const effortSchema = z.strictObject({
  documentId: idSchema,
  keystrokes: z.int().nonnegative().max(100_000),
  /** Time with the document in hand, pauses of more than a minute left out. */
  activeMs: z.int().nonnegative().max(86_400_000),
  fieldsAsked: z.int().nonnegative().max(10_000),
});
export type Effort = z.infer<typeof effortSchema>;

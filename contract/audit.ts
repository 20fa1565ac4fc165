import { z } from 'zod';
import { idSchema, instantSchema } from './common.ts';

/** An event of the audit log: who, when, what, on which thing. Never what a record says. */
export const auditEventSchema = z.strictObject({
  seq: z.int().positive(),
  at: instantSchema,
  /** Name of the person; `station` for the machine itself. */
  actor: z.string(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  /** Ids, states, codes and counts, as JSON text. */
  detail: z.string(),
});

export const auditFilterSchema = z.strictObject({
  accountId: idSchema.nullable(),
  /** Id of a document, page, batch or account. */
  subjectId: z.string().max(100).nullable(),
  from: instantSchema.nullable(),
  to: instantSchema.nullable(),
  /** Only events before this one: the log is read in pieces, the newest first. */
  before: z.int().positive().nullable(),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

export const auditPageSchema = z.strictObject({ events: z.array(auditEventSchema), more: z.boolean() });
export type AuditPage = z.infer<typeof auditPageSchema>;

export const auditReportSchema = z.strictObject({
  events: z.int().nonnegative(),
  faults: z.array(
    z.strictObject({
      seq: z.int().nonnegative(),
      fault: z.enum(['gap', 'broken-link', 'altered', 'wrong-end', 'rewritten']),
    }),
  ),
  /** Where the log ends, to be noted elsewhere: number of the last event, a colon, its hash. */
  end: z.string(),
});

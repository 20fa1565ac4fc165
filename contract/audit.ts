import { z } from 'zod';
import { bilingualSchema, idSchema, instantSchema } from './common.ts';

/** What an event is about, as people know it now. */
const auditThingSchema = z.strictObject({
  /** Of a person, batch, destination or file, or of the file of a page. */
  name: z.string().nullable(),
  /** Of a document in its batch, or of a page in its file; from 1. */
  number: z.int().positive().nullable(),
  /** Name of the batch that a document, page or file belongs to. */
  batch: z.string().nullable(),
});
export type AuditThing = z.infer<typeof auditThingSchema>;

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
  /** Null when it is not here any more. */
  thing: auditThingSchema.nullable(),
  /** Title of the field that the detail points at. */
  field: bilingualSchema.nullable(),
  /** What the code in the detail means, where something did not get on. */
  reason: bilingualSchema.nullable(),
});

const auditMemberSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type AuditMember = z.infer<typeof auditMemberSchema>;

/** What an event's detail holds; nothing where somebody altered it into something else. */
export function membersOf(detail: string): Readonly<Record<string, AuditMember>> {
  try {
    return z.record(z.string(), auditMemberSchema).catch({}).parse(JSON.parse(detail));
  } catch {
    return {};
  }
}

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

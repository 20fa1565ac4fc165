import { z } from 'zod';
import { documentStateSchema, pageSummarySchema } from './batch.ts';
import { bilingualSchema, boxPxSchema, idSchema, instantSchema } from './common.ts';

export const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
export type Value = z.infer<typeof valueSchema>;

/** How a field is shown and keyed. */
export const editorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text') }),
  z.strictObject({ kind: z.literal('date') }),
  z.strictObject({ kind: z.literal('yes-no') }),
  z.strictObject({
    kind: z.literal('choice'),
    options: z.array(z.strictObject({ value: z.string(), title: bilingualSchema })),
  }),
  z.strictObject({
    kind: z.literal('several'),
    options: z.array(z.strictObject({ value: z.string(), title: bilingualSchema })),
  }),
]);
export type Editor = z.infer<typeof editorSchema>;

/** What a value is: decides how it is keyed, and what may complete it. The names are those of the forms' schemas. */
export const fieldKindSchema = z.enum([
  'text',
  'surname',
  'given-name',
  'codice-fiscale',
  'partita-iva',
  'iban',
  'document-number',
  'date',
  'comune',
  'province',
  'cap',
  'street',
  'street-number',
  'country',
  'email',
  'phone',
  'number',
  'amount',
  'plate',
  'sex',
]);
export type FieldKind = z.infer<typeof fieldKindSchema>;

/** How a text was read. */
export const fieldReadingSchema = z.strictObject({
  characters: z.array(z.strictObject({ text: z.string(), confidence: z.number().min(0).max(1) })),
  /** Equal cells across the field's place, of which each holds the character at its index; null for text on a line. */
  cells: z.int().positive().nullable(),
  /** Written by hand, by itself or as all of its document: a person has to see it even where the rules mended it. */
  handwritten: z.boolean(),
});
export type FieldReading = z.infer<typeof fieldReadingSchema>;

/** A person's word on a field. */
export const verdictSchema = z.discriminatedUnion('kind', [
  /** The machine's value is what the page says. */
  z.strictObject({ kind: z.literal('confirm') }),
  /** The page says this instead. */
  z.strictObject({ kind: z.literal('key'), value: z.string().max(2000) }),
  /** The page says nothing here. */
  z.strictObject({ kind: z.literal('empty') }),
  /** Nobody can read what the page says here. */
  z.strictObject({ kind: z.literal('unreadable') }),
]);
export type Verdict = z.infer<typeof verdictSchema>;

export const fieldSchema = z.strictObject({
  pointer: z.string(),
  title: bilingualSchema,
  kind: fieldKindSchema,
  editor: editorSchema,
  required: z.boolean(),
  value: valueSchema,
  raw: z.string(),
  confidence: z.number().min(0).max(1),
  status: z.enum(['accepted', 'doubtful', 'missing', 'invalid']),
  reason: z.strictObject({ code: z.string(), message: bilingualSchema }).nullable(),
  /** Other values that the readings allow, likeliest first. */
  candidates: z.array(z.string()),
  /** Null where the field was not read as a text. */
  reading: fieldReadingSchema.nullable(),
  /** Page inside the document and place on it; null box when the field has no place. */
  page: z.int().nonnegative(),
  boxPx: boxPxSchema.nullable(),
  verification: z
    .strictObject({ verdict: z.enum(['confirm', 'key', 'empty', 'unreadable']), by: z.string(), at: instantSchema })
    .nullable(),
  /** True while the field waits for a person's word. */
  open: z.boolean(),
  /** Holds a special category of data that this person need not see: its content was left out. */
  hidden: z.boolean(),
});
export type Field = z.infer<typeof fieldSchema>;

/** What is doubtful about how a document or page came to be, for a person to look at. */
export const noticeSchema = z.strictObject({ code: z.string(), message: bilingualSchema });
export type Notice = z.infer<typeof noticeSchema>;

export const documentSummarySchema = z.strictObject({
  id: idSchema,
  batchId: idSchema,
  ordinal: z.int().nonnegative(),
  form: z.strictObject({ key: z.string(), title: bilingualSchema }).nullable(),
  state: documentStateSchema,
  pages: z.int().positive(),
  openFields: z.int().nonnegative(),
  /** Why it was sent back, in the words of who did it. */
  note: z.string().nullable(),
  /** Why the machine could not make more of it: quarantined, not aligned, or its form is not installed. */
  cause: z.strictObject({ code: z.string(), message: bilingualSchema }).nullable(),
  /** Archival reference that the separator sheet before it gave. */
  reference: z.string().nullable(),
  /** Doubts about where it begins and ends. */
  notices: z.array(noticeSchema),
});
export type DocumentSummary = z.infer<typeof documentSummarySchema>;

export const documentDetailSchema = z.strictObject({
  ...documentSummarySchema.shape,
  /** In the order of the form. */
  fields: z.array(fieldSchema),
  pageList: z.array(pageSummarySchema),
  verifiedBy: z.strictObject({ id: idSchema, name: z.string() }).nullable(),
  /** Whether the viewer gave a word on it or ended its verification, and so may not approve it. */
  ownWork: z.boolean(),
  receipt: z
    .strictObject({ protocolNumber: z.string(), registeredAt: instantSchema, destination: z.string() })
    .nullable(),
});
export type DocumentDetail = z.infer<typeof documentDetailSchema>;

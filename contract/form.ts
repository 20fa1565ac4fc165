import { z } from 'zod';
import { bilingualSchema, idSchema, instantSchema } from './common.ts';

/** What a field of a form is to whoever fills it in. */
export const formFieldKindSchema = z.enum(['text', 'date', 'number', 'choice', 'mark', 'code', 'signature', 'table']);
export type FormFieldKind = z.infer<typeof formFieldKindSchema>;

/** When something was done and by whom; null for the command line. */
const doneSchema = z.strictObject({ at: instantSchema, by: z.string().nullable() });

export const formSummarySchema = z.strictObject({
  /** `id@version` */
  key: z.string(),
  version: z.string(),
  title: bilingualSchema,
  description: bilingualSchema.nullable(),
  service: bilingualSchema,
  /** Pages of the longest edition; null where the form is read by its labels alone. */
  pages: z.int().positive().nullable(),
  /** What the printed editions are called, the most usual first. */
  editions: z.array(bilingualSchema),
  /** How many fields there are of each kind; a table counts as one. */
  fields: z.partialRecord(formFieldKindSchema, z.int().positive()),
});
export type FormSummary = z.infer<typeof formSummarySchema>;

export const installedFormSchema = formSummarySchema.extend({
  /** How many documents the station has read with it. */
  documents: z.int().nonnegative(),
  /** Null for a form that came with the program. */
  added: doneSchema.nullable(),
  /** Null while pages of new batches are compared with it. */
  retired: doneSchema.nullable(),
});
export type InstalledForm = z.infer<typeof installedFormSchema>;

/** Absolute path of what the person chose in a dialog. */
const chosenPathSchema = z.string().min(1);

export const formChoiceSchema = z.strictObject({ path: chosenPathSchema });
/** The digest is that of the package as it was shown. */
export const newFormSchema = z.strictObject({ path: chosenPathSchema, digest: z.string().regex(/^[0-9a-f]{64}$/) });

const formFindingSchema = z.strictObject({
  severity: z.enum(['error', 'warning']),
  /** File of the package, and the place in it. */
  path: z.string(),
  message: bilingualSchema,
});
export type FormFinding = z.infer<typeof formFindingSchema>;

/** What came of looking at a form package that somebody means to add. */
export const formCheckSchema = z.discriminatedUnion('kind', [
  /** It cannot be used: errors, and warnings beside them. */
  z.strictObject({ kind: z.literal('faulty'), findings: z.array(formFindingSchema) }),
  /** It can be used. */
  z.strictObject({
    kind: z.literal('sound'),
    form: formSummarySchema,
    /** What is worth a look. */
    findings: z.array(formFindingSchema),
    /**
     * Against what is installed: a new form, or the same already there, or another of the same key that is replaced, or that
     * must stay: it came with the program, or documents were read with it.
     */
    standing: z.enum(['new', 'same', 'replaces', 'built-in', 'in-use']),
    digest: z.string(),
    /** The empty first page, asked for like any page; null where the form has no layout. */
    pictureId: idSchema.nullable(),
  }),
]);
export type FormCheck = z.infer<typeof formCheckSchema>;

export const byFormSchema = z.strictObject({ formKey: z.string().min(1) });

/** Lists that a municipality brings itself. */
export const ownListIdSchema = z.enum(['streets', 'names']);
export type OwnListId = z.infer<typeof ownListIdSchema>;

/** What is counted in them. */
export const ownListCountSchema = z.enum(['streets', 'surnames', 'givenNames']);

export const ownListSummarySchema = z.strictObject({
  id: ownListIdSchema,
  /** How many streets, or surnames and given names; null where the municipality gave no list. */
  counts: z.partialRecord(ownListCountSchema, z.int().nonnegative()).nullable(),
  added: doneSchema.nullable(),
});
export type OwnListSummary = z.infer<typeof ownListSummarySchema>;

export const newOwnListSchema = z.strictObject({ id: ownListIdSchema, path: chosenPathSchema });

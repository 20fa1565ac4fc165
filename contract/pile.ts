import { z } from 'zod';
import { pageSummarySchema } from './batch.ts';
import { bilingualSchema, idSchema, instantSchema } from './common.ts';
import { documentSummarySchema, noticeSchema } from './document.ts';

/** How a pile is cut into documents. */
export const separationSchema = z.discriminatedUnion('by', [
  /** At the first page of each form that is recognised. */
  z.strictObject({ by: z.literal('forms') }),
  /** At separator sheets made by this program; a patch code without readable content is told as a damaged sheet. */
  z.strictObject({ by: z.literal('separator-sheets') }),
  /** At sheets with a patch code, and at this program's own. */
  z.strictObject({ by: z.literal('patch-codes') }),
  /** At blank sheets. */
  z.strictObject({ by: z.literal('blank-pages') }),
  /** After every so many sheets. */
  z.strictObject({ by: z.literal('sheets'), sheets: z.int().min(1).max(1000) }),
]);
export type Separation = z.infer<typeof separationSchema>;

/**
 * Why a page lies beside its pile. None is ever deleted.
 * `blank` and `separator` come there by themselves, `removed` by a person; `replaced` ones have a successor.
 */
export const trayKindSchema = z.enum(['blank', 'separator', 'removed', 'replaced']);
export type TrayKind = z.infer<typeof trayKindSchema>;

/** What a separator sheet says. All null for a patch code, which carries no content. */
export const separatorSchema = z.strictObject({
  profileId: z.string().nullable(),
  /** Archival reference of the documents that follow. */
  reference: z.string().nullable(),
});
export type Separator = z.infer<typeof separatorSchema>;

/** The document that begins with a page. */
export const pileDocumentSchema = z.strictObject({
  ...documentSummarySchema.shape,
  /** A person has worked on it: its pages stay where they are. */
  locked: z.boolean(),
});
export type PileDocument = z.infer<typeof pileDocumentSchema>;

export const pilePageSchema = z.strictObject({
  ...pageSummarySchema.omit({ ordinal: true }).shape,
  /** Null while the page is in the pile. */
  tray: trayKindSchema.nullable(),
  /** A person has looked at it in the tray and let it stay there. */
  dismissed: z.boolean(),
  /** Sheet of the scanned pile, from 1, which front and back share; null for files. */
  sheet: z.int().positive().nullable(),
  side: z.enum(['front', 'back']).nullable(),
  separator: separatorSchema.nullable(),
  /** The page that took its place. */
  replacedBy: idSchema.nullable(),
  /** It took the place of another: see `piles.lineage`. */
  replaces: z.boolean(),
  /** Its document's pages stay where they are, because a person has worked on it. */
  locked: z.boolean(),
  /** Set on the first page of a document. Null elsewhere, and until the documents have been put together. */
  document: pileDocumentSchema.nullable(),
  /** What is doubtful about the page itself, for example a separator that could not be read. */
  notices: z.array(noticeSchema),
});
export type PilePage = z.infer<typeof pilePageSchema>;

/** A document as it lies in its pile. */
export const pileSectionSchema = z.strictObject({
  documentId: idSchema,
  /** Title of its form, when recognised. */
  form: bilingualSchema.nullable(),
  /** Archival reference that its separator gave. */
  reference: z.string().nullable(),
  /** Place of its first page in `pages`. */
  from: z.int().nonnegative(),
  /** How many of its pages lie in the pile. */
  pages: z.int().positive(),
  /** Places at which it is doubtful where it begins or ends; its first one where that is said of it as a whole. */
  doubtfulAt: z.array(z.int().nonnegative()),
});
export type PileSection = z.infer<typeof pileSectionSchema>;

/** Some pages of a list, `pages[0]` being the one at `from`. */
export const pileRangeSchema = z.strictObject({
  from: z.int().nonnegative(),
  /** Pages in the whole list. */
  total: z.int().nonnegative(),
  pages: z.array(pilePageSchema),
});
export type PileRange = z.infer<typeof pileRangeSchema>;

/** Which part of a list is wanted. */
export const rangeSchema = z.strictObject({ from: z.int().nonnegative(), count: z.int().min(1).max(500) });

export const pileEditKindSchema = z.enum([
  'move',
  'rotate',
  'insert',
  'replace',
  'to-tray',
  'put-back',
  'dismiss',
  'split',
  'join',
  'interleave',
  'separate',
]);
export type PileEditKind = z.infer<typeof pileEditKindSchema>;

/** An edit that can be undone or done again. */
export const pileStepSchema = z.strictObject({
  kind: pileEditKindSchema,
  title: bilingualSchema,
  /** Pages it touched. */
  pages: z.int().nonnegative(),
  by: z.string(),
  at: instantSchema,
});
export type PileStep = z.infer<typeof pileStepSchema>;

export const pileViewSchema = z.strictObject({
  batchId: idSchema,
  /** Grows with every change of the pile's order, its tray or its documents: lists are fetched again when it does. */
  revision: z.int().nonnegative(),
  pages: z.int().nonnegative(),
  documents: z.int().nonnegative(),
  /** Pages in the tray by kind, and how many of them nobody has looked at yet. */
  tray: z.record(trayKindSchema, z.strictObject({ pages: z.int().nonnegative(), unseen: z.int().nonnegative() })),
  separation: separationSchema,
  undo: pileStepSchema.nullable(),
  redo: pileStepSchema.nullable(),
  /** Pages that are still being taken in, read or put together after an edit. */
  running: z.boolean(),
});
export type PileView = z.infer<typeof pileViewSchema>;

const pageIdsSchema = z.array(idSchema).min(1).max(100_000);

/** Before which page of the pile something goes; null for its end. */
const beforeSchema = idSchema.nullable();

export const moveSchema = z.strictObject({ batchId: idSchema, pageIds: pageIdsSchema, before: beforeSchema });

export const pagesOfPileSchema = z.strictObject({ batchId: idSchema, pageIds: pageIdsSchema });

export const rotateSchema = z.strictObject({
  batchId: idSchema,
  /** Odd sides are the fronts of a duplex pile, or the first, third, ... page of any other. */
  which: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('pages'), pageIds: pageIdsSchema }),
    z.strictObject({ kind: z.literal('sides'), sides: z.enum(['all', 'odd', 'even']) }),
  ]),
  clockwiseDeg: z.union([z.literal(90), z.literal(180), z.literal(270)]),
});

export const interleaveSchema = z.strictObject({
  batchId: idSchema,
  /** The first back; null where the backs are the second half of the pile. */
  firstBack: idSchema.nullable(),
  /** The pile was turned over as a whole, so that the last back came first. */
  reversed: z.boolean(),
});

export const insertFilesSchema = z.strictObject({
  batchId: idSchema,
  /** Absolute paths chosen by the person in a dialog. */
  paths: z.array(z.string().min(1)).min(1).max(1000),
  before: beforeSchema,
});

export const replaceWithFileSchema = z.strictObject({ batchId: idSchema, pageId: idSchema, path: z.string().min(1) });

/** Where the pages of a further scan go. */
export const rescanPlaceSchema = z.discriminatedUnion('kind', [
  /** In place of these pages, in their order; at most so many are taken from the scanner. */
  z.strictObject({ kind: z.literal('replace'), pageIds: z.array(idSchema).min(1).max(100) }),
  z.strictObject({ kind: z.literal('insert'), before: beforeSchema }),
]);
export type RescanPlace = z.infer<typeof rescanPlaceSchema>;

/** Letters of western Europe, figures and signs of an archival reference as offices write it. */
export const archivalReferenceSchema = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[A-Za-zÀ-ÖØ-öø-ÿ0-9 ./_:,()-]+$/);

const mostSheets = 1000;

export const separatorSheetsSchema = z
  .strictObject({
    profileId: z.string(),
    /** One sheet for each; null for sheets without a reference. */
    references: z.array(archivalReferenceSchema).min(1).max(200).nullable(),
    /** How many of each. */
    copies: z.int().min(1).max(200),
    /** The same separator on front and back, for printers that print both sides. */
    bothSides: z.boolean(),
  })
  .refine(({ references, copies }) => (references?.length ?? 1) * copies <= mostSheets);
export type SeparatorSheets = z.infer<typeof separatorSheetsSchema>;

export const printableSchema = z.strictObject({ fileName: z.string(), pdfBase64: z.string() });

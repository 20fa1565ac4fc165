import { z } from 'zod';
import { failureSchema } from './failure.ts';
import { pageInfoSchema, preparationSchema } from './page.ts';
import { captureDemandsSchema, captureOrderSchema, pageQualitySchema } from './quality.ts';
import { pairSchema, registrationSchema, wordSchema, zoneReadingSchema } from './reading.ts';
import { separatorFindingSchema } from './separator.ts';

/** Everything reading one page gives. Boxes are in pixels of the captured page. */
export const pageReadingSchema = z.strictObject({
  captured: pageInfoSchema,
  preparation: preparationSchema,
  text: z.string(),
  words: z.array(wordSchema),
  registration: registrationSchema.nullable(),
  /** Set when a form was recognised but could not be aligned within its limit. */
  notAligned: z.strictObject({ form: z.string(), residualMm: z.number().nonnegative() }).nullable(),
  zones: z.array(zoneReadingSchema),
  pairs: z.array(pairSchema),
  /** What marks the page as a separator; absent where nothing does or nobody looked. */
  separator: separatorFindingSchema.optional(),
  /** Milliseconds by stage name. */
  timingMs: z.record(z.string(), z.number()),
});
export type PageReading = z.infer<typeof pageReadingSchema>;

/** How a page is to be read. Part of the parameters hash of a read job. */
export const readSettingsSchema = z.strictObject({
  language: z.enum(['ita', 'eng']),
  /** `auto` reads zones where a page registers and the whole page elsewhere; `page` always reads the whole page too. */
  mode: z.enum(['auto', 'page']),
  /** Clockwise turn that makes the page upright, by a person's word; left to the picture where it is absent. */
  turnDeg: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).optional(),
  /**
   * What to look for first: separator sheets of this program, or patch codes too. A page that is a separator by this is read
   * no further.
   */
  separators: z.enum(['sheets', 'patches']).optional(),
});
export type ReadSettings = z.infer<typeof readSettingsSchema>;

/** What the worker process is asked. One request at a time; each is answered once or the worker is replaced. */
export const workerRequestSchema = z.discriminatedUnion('kind', [
  /** Lists the pages of a source file. */
  z.strictObject({ kind: z.literal('inspect'), path: z.string(), name: z.string() }),
  /** Prepares, identifies and reads one page. `forms` are folders of form packages. */
  z.strictObject({
    kind: z.literal('read'),
    path: z.string(),
    name: z.string(),
    index: z.int().nonnegative(),
    forms: z.array(z.string()),
    /** Folder that keeps what was measured on the forms' empty pages from worker to worker; without it each measures anew. */
    layoutCache: z.string().optional(),
    settings: readSettingsSchema,
  }),
  /** Takes a first look at a page while the paper is at hand: seconds before it is read. */
  z.strictObject({
    kind: z.literal('assess'),
    path: z.string(),
    name: z.string(),
    index: z.int().nonnegative(),
    demands: captureDemandsSchema,
    /** Null for a page that no scanner of ours made. */
    order: captureOrderSchema.nullable(),
  }),
  /** Draws a page for a person: longest side at most `maxSidePx`, written to `target` as the extension says. */
  z.strictObject({
    kind: z.literal('render'),
    path: z.string(),
    name: z.string(),
    index: z.int().nonnegative(),
    /** Clockwise turn to apply, as found by preparation. */
    rotationDeg: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
    /** Null for the captured pixels without loss. */
    maxSidePx: z.int().positive().nullable(),
    target: z.string(),
  }),
]);
export type WorkerRequest = z.infer<typeof workerRequestSchema>;

export const workerResponseSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('inspected'), pages: z.array(pageInfoSchema) }),
  z.strictObject({ kind: z.literal('read'), reading: pageReadingSchema }),
  z.strictObject({ kind: z.literal('assessed'), quality: pageQualitySchema }),
  z.strictObject({ kind: z.literal('rendered'), widthPx: z.int().positive(), heightPx: z.int().positive() }),
  z.strictObject({ kind: z.literal('failed'), failure: failureSchema }),
]);
export type WorkerResponse = z.infer<typeof workerResponseSchema>;

import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { accountSchema, newAccountSchema, presenceSchema, secretSchema, sessionSchema } from './account.ts';
import { deliveries } from './areas/delivery.ts';
import { forms } from './areas/forms.ts';
import { piles } from './areas/pile.ts';
import { byBatch, procedure } from './areas/procedure.ts';
import { scanners, scans } from './areas/scanning.ts';
import { comments, groups, verification } from './areas/verification.ts';
import { watchedFolders } from './areas/watched-folders.ts';
import { oversight, sampling, work } from './areas/work.ts';
import { auditFilterSchema, auditPageSchema, auditReportSchema } from './audit.ts';
import {
  batchProgressSchema,
  batchSchema,
  newBatchSchema,
  pageSummarySchema,
  profileSchema,
  sourceSchema,
} from './batch.ts';
import { idSchema } from './common.ts';
import { documentSummarySchema } from './document.ts';
import { practiceEffortSchema, practiceScoreSchema } from './practice.ts';
import { preferencesSchema } from './preferences.ts';

/**
 * Everything a screen may ask of the station. One session belongs to one window: signing in there decides what the
 * window may do. Input that does not fit is refused, never coerced.
 */
export const contract = {
  session: {
    get: procedure.output(sessionSchema),
    /** Needs an administrator, except for the very first account of the workstation. */
    createAccount: procedure.input(newAccountSchema).output(accountSchema),
    /** Another password for somebody who has forgotten theirs; they are signed out wherever they are. */
    replaceSecret: procedure.input(z.strictObject({ accountId: idSchema, secret: secretSchema })).output(z.null()),
    /**
     * Another password of one's own; takes the present one, under the same brake against guessing as signing in. Whoever
     * changes it is signed out in every other window.
     */
    changeSecret: procedure
      .input(z.strictObject({ current: z.string().max(200), secret: secretSchema }))
      .output(z.null()),
    /**
     * For somebody who left: they are signed out wherever they are, may sign in no more, and what they were given to do is
     * everybody's again. Their name stays on all they did.
     */
    deactivateAccount: procedure.input(z.strictObject({ accountId: idSchema })).output(z.null()),
    activateAccount: procedure.input(z.strictObject({ accountId: idSchema })).output(z.null()),
    signIn: procedure.input(z.strictObject({ accountId: idSchema, secret: z.string().max(200) })).output(accountSchema),
    signOut: procedure.output(z.null()),
    /** Covers the window; the work in it stays as it is. A window that nobody touches for a while locks by itself. */
    lock: procedure.output(z.null()),
    /** Takes the secret of whoever is signed in. Somebody else may sign in instead. */
    unlock: procedure.input(z.strictObject({ secret: z.string().max(200) })).output(z.null()),
    /** Tells that somebody is at the keyboard. */
    active: procedure.output(z.null()),
    /** Yields who is there at once, then each change. */
    watch: procedure.output(eventIterator(presenceSchema)),
  },
  batches: {
    profiles: procedure.output(z.array(profileSchema)),
    list: procedure.output(z.array(batchSchema)),
    /** Returns once the batch exists; files are taken in afterwards, followed through `watch`. */
    create: procedure.input(newBatchSchema).output(batchSchema),
    get: procedure.input(byBatch).output(batchSchema),
    sources: procedure.input(byBatch).output(z.array(sourceSchema)),
    pages: procedure.input(byBatch).output(z.array(pageSummarySchema)),
    /** Pages whose picture asks for the sheet again, the last captured first. */
    flagged: procedure
      .input(z.strictObject({ batchId: idSchema, limit: z.int().min(1).max(500) }))
      .output(z.array(pageSummarySchema)),
    documents: procedure.input(byBatch).output(z.array(documentSummarySchema)),
    /** Yields the present progress at once, then each change, at most ten a second. */
    watch: procedure.input(byBatch).output(eventIterator(batchProgressSchema)),
    /** Puts a quarantined page back into the queue. */
    retryPage: procedure.input(z.strictObject({ pageId: idSchema })).output(z.null()),
  },
  scanners,
  scans,
  watchedFolders,
  piles,
  verification,
  comments,
  groups,
  preferences: {
    get: procedure.output(preferencesSchema),
    set: procedure.input(preferencesSchema).output(preferencesSchema),
  },
  work,
  oversight,
  sampling,
  deliveries,
  audit: {
    /** The newest events that fit. Needs an auditor or an administrator. */
    events: procedure.input(auditFilterSchema).output(auditPageSchema),
    /** Checks the whole log: numbering, links, hashes and its end. */
    verify: procedure.output(auditReportSchema),
  },
  forms,
  practice: {
    /** Makes a pile of invented documents for the person, read like any other; `name` is how it is listed. */
    start: procedure.input(z.strictObject({ name: z.string().trim().min(1).max(120) })).output(batchSchema),
    /** How the person did on the documents finished so far. */
    score: procedure.input(byBatch).output(practiceScoreSchema),
    addEffort: procedure.input(practiceEffortSchema).output(z.null()),
    /** Deletes a practice pile of one's own. */
    discard: procedure.input(byBatch).output(z.null()),
  },
};
export type Contract = typeof contract;

/** Names what may be asked of the station, for example `batches.create`. */
export type Verb = { [Area in keyof Contract]: `${Area}.${Extract<keyof Contract[Area], string>}` }[keyof Contract];

import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { accountSchema, newAccountSchema, presenceSchema, sessionSchema } from './account.ts';
import { auditFilterSchema, auditPageSchema, auditReportSchema } from './audit.ts';
import {
  batchProgressSchema,
  batchSchema,
  newBatchSchema,
  pageSummarySchema,
  profileSchema,
  sourceSchema,
} from './batch.ts';
import {
  expectedSheetsSchema,
  newScanSchema,
  scanDeviceSchema,
  scanDevicesSchema,
  scanMemorySchema,
  scannerCapabilitiesSchema,
  scanSettingsSchema,
  scanViewSchema,
  testScanSchema,
} from './capture.ts';
import { idSchema, stationErrors } from './common.ts';
import { deliverySchema, destinationSchema, newDestinationSchema } from './delivery.ts';
import { documentDetailSchema, documentSummarySchema, verdictSchema } from './document.ts';
import { formSummarySchema } from './form.ts';
import { oversightSchema } from './oversight.ts';
import {
  insertFilesSchema,
  interleaveSchema,
  moveSchema,
  pagesOfPileSchema,
  pilePageSchema,
  pileRangeSchema,
  pileSectionSchema,
  pileViewSchema,
  printableSchema,
  rangeSchema,
  replaceWithFileSchema,
  rescanPlaceSchema,
  rotateSchema,
  separationSchema,
  separatorSheetsSchema,
  trayKindSchema,
} from './pile.ts';
import { practiceEffortSchema, practiceScoreSchema } from './practice.ts';
import { preferencesSchema } from './preferences.ts';
import { samplingChoiceSchema, samplingSettingsSchema } from './sampling.ts';
import {
  commentSchema,
  commentTextSchema,
  groupConfirmationSchema,
  groupSchema,
  pageWordSchema,
} from './verification-aids.ts';
import { effortSchema, holdSchema, postponementSchema, taskSchema, waitingDocumentSchema } from './work.ts';

const procedure = oc.errors(stationErrors);
const byBatch = z.strictObject({ batchId: idSchema });
const byDocument = z.strictObject({ documentId: idSchema });
const byPage = z.strictObject({ pageId: idSchema });

/**
 * Everything a screen may ask of the station. One session belongs to one window: signing in there decides what the
 * window may do. Input that does not fit is refused, never coerced.
 */
export const contract = {
  session: {
    get: procedure.output(sessionSchema),
    /** Needs an administrator, except for the very first account of the workstation. */
    createAccount: procedure.input(newAccountSchema).output(accountSchema),
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
  scanners: {
    /** Looks for scanners; takes some seconds. */
    list: procedure.output(scanDevicesSchema),
    capabilities: procedure.input(z.strictObject({ device: scanDeviceSchema })).output(scannerCapabilitiesSchema),
    /** Forgets the certificate that a scanner is held to, so that the next one it shows is taken. Needs a supervisor. */
    forgetCertificate: procedure.input(z.strictObject({ device: scanDeviceSchema })).output(z.null()),
  },
  scans: {
    remembered: procedure.input(z.strictObject({ profileId: z.string() })).output(scanMemorySchema),
    /** Scans one page and tells what it is like, held to what the profile demands. It comes into no batch. */
    test: procedure
      .input(z.strictObject({ profileId: z.string(), device: scanDeviceSchema, settings: scanSettingsSchema }))
      .output(testScanSchema),
    /** The scan of a batch, also when it is finished; null for a batch that came from files. */
    find: procedure.input(byBatch).output(scanViewSchema.nullable()),
    /** Makes a batch and feeds it from the scanner, followed through `watch`. */
    start: procedure.input(newScanSchema).output(scanViewSchema),
    /** Holds the scanner after the page in hand; its job stays open. */
    pause: procedure.input(byBatch).output(scanViewSchema),
    /** Goes on after a pause, or with a new job after a stop. */
    resume: procedure.input(byBatch).output(scanViewSchema),
    /** Ends the scanner's job; what was stored stays, and the scan can be resumed. */
    stop: procedure.input(byBatch).output(scanViewSchema),
    /** Corrects the clerk's count of a pile that is not through yet. */
    expect: procedure
      .input(z.strictObject({ batchId: idSchema, expectedSheets: expectedSheetsSchema }))
      .output(scanViewSchema),
    /** The pile is through. Refused while the count differs from the clerk's, unless that was seen and accepted. */
    finish: procedure
      .input(z.strictObject({ batchId: idSchema, acceptDifference: z.boolean() }))
      .output(scanViewSchema),
    /**
     * Scans further sheets of a pile that is stopped or finished, with its device and settings, to a place of their own.
     * Returns when they are safe; the pile is then as stopped or finished as it was. Followed through `watch` meanwhile.
     */
    rescan: procedure.input(z.strictObject({ batchId: idSchema, place: rescanPlaceSchema })).output(scanViewSchema),
    /** Yields the present state at once, then each change. */
    watch: procedure.input(byBatch).output(eventIterator(scanViewSchema)),
  },
  /**
   * The pile of a batch, as its pages lie one after the other, and the tray beside it. Everything here is refused for pages
   * of a document that a person has worked on, can be undone, and reads no page again but those that are turned.
   */
  piles: {
    get: procedure.input(byBatch).output(pileViewSchema),
    /** Yields the present view at once, then each change, at most ten a second. */
    watch: procedure.input(byBatch).output(eventIterator(pileViewSchema)),
    pages: procedure.input(z.strictObject({ batchId: idSchema, ...rangeSchema.shape })).output(pileRangeSchema),
    /** The documents of a pile in the order in which they lie, without those whose pages all lie in the tray. */
    outline: procedure.input(byBatch).output(z.array(pileSectionSchema)),
    /** Pages beside the pile, those of one kind where a kind is given, in the order in which they lay. */
    tray: procedure
      .input(z.strictObject({ batchId: idSchema, kind: trayKindSchema.nullable(), ...rangeSchema.shape }))
      .output(pileRangeSchema),
    /** Place of a page in `pages`; null when it lies in the tray. */
    placeOf: procedure.input(byPage).output(z.int().nonnegative().nullable()),
    /** A page with all that it took the place of, and what took its place: the oldest first. */
    lineage: procedure.input(byPage).output(z.array(pilePageSchema)),
    /** Puts pages before another one, in the order in which they lie. */
    move: procedure.input(moveSchema).output(pileViewSchema),
    /** Turns pages; they are read again as they then lie. */
    rotate: procedure.input(rotateSchema).output(pileViewSchema),
    /** Takes pages out of the pile into the tray. */
    toTray: procedure.input(pagesOfPileSchema).output(pileViewSchema),
    /** Puts pages of the tray back to where they lay. Those that were replaced come back by `undo` alone. */
    putBack: procedure.input(pagesOfPileSchema).output(pileViewSchema),
    /** Says that pages of the tray were looked at and stay there. */
    dismiss: procedure.input(pagesOfPileSchema).output(pileViewSchema),
    /** Lets a document begin at this page. */
    split: procedure.input(byPage).output(pileViewSchema),
    /** Makes the document that begins at this page part of the one before it. */
    join: procedure.input(byPage).output(pileViewSchema),
    /** Sorts fronts followed by backs, as a one-sided feeder gives them, into sheets. */
    interleave: procedure.input(interleaveSchema).output(pileViewSchema),
    /** Takes files into the pile; their pages come in afterwards, followed through `watch`. */
    insertFiles: procedure.input(insertFilesSchema).output(pileViewSchema),
    /** Puts a file of one page in the place of a page; it comes in afterwards. */
    replaceWithFile: procedure.input(replaceWithFileSchema).output(pileViewSchema),
    undo: procedure.input(byBatch).output(pileViewSchema),
    redo: procedure.input(byBatch).output(pileViewSchema),
    /** Cuts the pile anew; documents that a person has worked on stay. Pages are read again where separators were not looked for. */
    setSeparation: procedure
      .input(z.strictObject({ batchId: idSchema, separation: separationSchema }))
      .output(pileViewSchema),
    /** Draws separator sheets to print. */
    separatorSheets: procedure.input(separatorSheetsSchema).output(printableSchema),
  },
  verification: {
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
    leaveForm: procedure
      .input(z.strictObject({ documentId: idSchema, formKey: z.string().nullable() }))
      .output(z.null()),
  },
  comments: {
    list: procedure.input(byDocument).output(z.array(commentSchema)),
    add: procedure
      .input(z.strictObject({ documentId: idSchema, pointer: z.string().nullable(), text: commentTextSchema }))
      .output(z.array(commentSchema)),
  },
  groups: {
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
  },
  preferences: {
    get: procedure.output(preferencesSchema),
    set: procedure.input(preferencesSchema).output(preferencesSchema),
  },
  work: {
    /** Every document that waits for people of this person's role, in the order in which it is to be done. */
    queue: procedure
      .input(z.strictObject({ task: taskSchema, batchId: idSchema.nullable() }))
      .output(z.array(waitingDocumentSchema)),
    /** Takes a document into this window's hands, or keeps it there. Two windows never have the same one. */
    hold: procedure.input(byDocument).output(holdSchema),
    release: procedure.input(byDocument).output(z.null()),
    /** Takes a document from whoever has it or was given it: an absent colleague's by anybody, another's by a supervisor. */
    takeOver: procedure.input(byDocument).output(z.null()),
    /** Null gives the document back to everybody. Needs a supervisor. */
    assign: procedure.input(z.strictObject({ documentId: idSchema, accountId: idSchema.nullable() })).output(z.null()),
    /** Needs a supervisor. */
    setUrgent: procedure.input(z.strictObject({ documentId: idSchema, urgent: z.boolean() })).output(z.null()),
    postpone: procedure.input(postponementSchema).output(z.null()),
    /** Puts a postponed document back into the queue. */
    resume: procedure.input(byDocument).output(z.null()),
    recordEffort: procedure.input(effortSchema).output(z.null()),
  },
  oversight: {
    /** How the work goes, over all batches. Needs a supervisor, an administrator or an auditor. */
    get: procedure.output(oversightSchema),
  },
  sampling: {
    /** How accepted fields are checked. Needs whoever may see the overview. */
    get: procedure.output(samplingSettingsSchema),
    /** Holds for batches whose first document is still to be made. Needs a supervisor. */
    choose: procedure.input(samplingChoiceSchema).output(samplingSettingsSchema),
  },
  deliveries: {
    destinations: procedure.output(z.array(destinationSchema)),
    /** Needs an administrator or a supervisor. */
    saveDestination: procedure.input(newDestinationSchema).output(destinationSchema),
    /** Queues every approved document of the batch that is not delivered yet. */
    start: procedure
      .input(z.strictObject({ batchId: idSchema, destinationId: z.string() }))
      .output(z.array(deliverySchema)),
    list: procedure.input(byBatch).output(z.array(deliverySchema)),
    /** Yields the batch's deliveries at once, then at each change. */
    watch: procedure.input(byBatch).output(eventIterator(z.array(deliverySchema))),
  },
  audit: {
    /** The newest events that fit. Needs an auditor or an administrator. */
    events: procedure.input(auditFilterSchema).output(auditPageSchema),
    /** Checks the whole log: numbering, links, hashes and its end. */
    verify: procedure.output(auditReportSchema),
  },
  forms: {
    list: procedure.output(z.array(formSummarySchema)),
  },
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

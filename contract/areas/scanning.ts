import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
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
} from '../capture.ts';
import { idSchema } from '../common.ts';
import { rescanPlaceSchema } from '../pile.ts';
import { byBatch, procedure } from './procedure.ts';

export const scanners = {
  /** Looks for scanners; takes some seconds. */
  list: procedure.output(scanDevicesSchema),
  capabilities: procedure.input(z.strictObject({ device: scanDeviceSchema })).output(scannerCapabilitiesSchema),
  /** Forgets the certificate that a scanner is held to, so that the next one it shows is taken. Needs a supervisor. */
  forgetCertificate: procedure.input(z.strictObject({ device: scanDeviceSchema })).output(z.null()),
};

export const scans = {
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
  finish: procedure.input(z.strictObject({ batchId: idSchema, acceptDifference: z.boolean() })).output(scanViewSchema),
  /**
   * Scans further sheets of a pile that is stopped or finished, with its device and settings, to a place of their own.
   * Returns when they are safe; the pile is then as stopped or finished as it was. Followed through `watch` meanwhile.
   */
  rescan: procedure.input(z.strictObject({ batchId: idSchema, place: rescanPlaceSchema })).output(scanViewSchema),
  /** Yields the present state at once, then each change. */
  watch: procedure.input(byBatch).output(eventIterator(scanViewSchema)),
};

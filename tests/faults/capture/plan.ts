import { z } from 'zod';
import { scanStopCodeSchema } from '../../../contract/capture.ts';

/** What goes wrong in a trial, at the side `at` (from 0) of the pile. */
export const faultSchema = z.discriminatedUnion('kind', [
  /** The process is killed when it has said so much, and a little later. */
  z.strictObject({ kind: z.literal('kill'), afterLines: z.int(), delayMs: z.number() }),
  /** The disk fills up; `guarded`: in time for the station to see it before it asks for the next page. */
  z.strictObject({ kind: z.literal('disk-full'), at: z.int(), guarded: z.boolean(), leftBytes: z.int() }),
  z.strictObject({ kind: z.literal('read-only'), at: z.int(), part: z.enum(['originals', 'derived']) }),
  /** The clock goes back, and the process is killed later. */
  z.strictObject({
    kind: z.literal('clock-back'),
    at: z.int(),
    byMs: z.number(),
    afterLines: z.int(),
    delayMs: z.number(),
  }),
  /** The scanner goes away with half a page sent. */
  z.strictObject({ kind: z.literal('cut-off'), at: z.int(), code: scanStopCodeSchema }),
  /** Half a page arrives as if it were whole. */
  z.strictObject({ kind: z.literal('truncated'), at: z.int() }),
]);
export type Fault = z.infer<typeof faultSchema>;

/** What the station's process is told. */
export const runSchema = z.strictObject({
  folder: z.string(),
  /** Labels of the sides in the feeder. */
  sides: z.array(z.string()),
  duplex: z.boolean(),
  pageBytes: z.int(),
  fault: faultSchema.nullable(),
});
export type Run = z.infer<typeof runSchema>;

import { z } from 'zod';
import type { ReadableStore } from '../store/connection.ts';
import { acceptedFields, effortsByDocument, type Span, verifiedFields } from '../store/oversight.ts';
import { countDoubts, fieldCountSchema } from './doubts.ts';
import { effortsByForm, formEffortsSchema } from './efforts.ts';
import { tallyThresholds, thresholdTallySchema } from './threshold-curve.ts';

/**
 * What the documents taught that were finished on one day. A day that is over is put down once: the overview of months then
 * reads one sheet for each day instead of every field of every document.
 */
export const daySheetSchema = z.strictObject({
  fields: z.array(fieldCountSchema),
  thresholds: thresholdTallySchema,
  efforts: z.array(formEffortsSchema),
});
export type DaySheet = z.infer<typeof daySheetSchema>;

export function drawSheet(store: ReadableStore, span: Span): DaySheet {
  const verified = verifiedFields(store, span);
  return {
    fields: countDoubts(verified),
    thresholds: tallyThresholds(verified, acceptedFields(store, span)),
    efforts: effortsByForm(effortsByDocument(store, span)),
  };
}

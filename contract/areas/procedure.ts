import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, stationErrors } from '../common.ts';

/** What every verb is made from: it may fail as the station fails. */
export const procedure = oc.errors(stationErrors);

export const byBatch = z.strictObject({ batchId: idSchema });
export const byDocument = z.strictObject({ documentId: idSchema });
export const byPage = z.strictObject({ pageId: idSchema });

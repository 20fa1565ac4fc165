import { z } from 'zod';
import { bilingualSchema, idSchema, instantSchema } from './common.ts';

export const destinationSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Base address of the intake, for example http://127.0.0.1:8700. */
  url: z.url(),
  /** The token itself never leaves the station again. */
  hasToken: z.boolean(),
});
export type Destination = z.infer<typeof destinationSchema>;

export const newDestinationSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: z.string().trim().min(1).max(80),
  url: z.url(),
  token: z.string().min(1).max(500),
});

export const deliverySchema = z.strictObject({
  id: idSchema,
  documentId: idSchema,
  destinationId: z.string(),
  state: z.enum(['queued', 'sending', 'delivered', 'failed']),
  /** Share of the pages' bytes that the destination holds, 0 to 1. */
  progress: z.number().min(0).max(1),
  problem: z.strictObject({ message: bilingualSchema, retryable: z.boolean() }).nullable(),
  receipt: z
    .strictObject({ protocolNumber: z.string(), registeredAt: instantSchema, contentSha256: z.string() })
    .nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;

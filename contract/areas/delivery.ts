import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { idSchema } from '../common.ts';
import { deliverySchema, destinationSchema, newDestinationSchema } from '../delivery.ts';
import { byBatch, procedure } from './procedure.ts';

export const deliveries = {
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
};

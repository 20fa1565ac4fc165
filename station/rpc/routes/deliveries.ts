import { signedIn } from '../base.ts';
import { watch } from '../watch.ts';
import { endOf, requireBatch } from './batches.ts';

export const deliveryRoutes = {
  destinations: signedIn.deliveries.destinations.handler(({ context: { deliveries } }) => deliveries.destinations()),
  saveDestination: signedIn.deliveries.saveDestination.handler(({ context: { deliveries, account }, input }) =>
    deliveries.saveDestination(account, input),
  ),
  start: signedIn.deliveries.start.handler(({ context: { station, deliveries, account }, input }) => {
    requireBatch(station, input.batchId);
    return deliveries.start(account, input.batchId, input.destinationId);
  }),
  list: signedIn.deliveries.list.handler(({ context: { station, deliveries }, input }) => {
    requireBatch(station, input.batchId);
    return deliveries.list(input.batchId);
  }),
  watch: signedIn.deliveries.watch.handler(({ context: { station, session, deliveries }, input, signal }) => {
    requireBatch(station, input.batchId);
    return watch({
      subscribe: (listener) => station.changes.subscribe(input.batchId, listener),
      read: () => deliveries.list(input.batchId),
      signal: endOf(session.ended, signal),
    });
  }),
};

import type { Connect } from '../../../station/deliver/attempt.ts';
import { deliverBatch } from '../../../station/deliver/deliver-batch.ts';
import { createDeliveryLane } from '../../../station/deliver/deliver-job.ts';
import { createDeliveries } from '../../../station/deliver/deliveries.ts';
import { createIntakeSender } from '../../../station/deliver/intake.ts';
import { createLogger } from '../../../station/logger.ts';
import { findResources } from '../../../station/resources.ts';
import { openStation } from '../../../station/station.ts';

/**
 * A station in a process of its own, to be killed: delivers the batch `argv[3]` of the workstation `argv[2]` to the
 * destination `comune`, says when it begins, and ends when everything is delivered. Its page worker is `argv[4]`.
 */
const [, , folder = '', batchId = '', workerEntry = ''] = process.argv;

const connect: Connect = (destination) => createIntakeSender({ ...destination, chunkBytes: 256 * 1024 });

const station = await openStation({
  folder,
  resources: findResources(),
  clock: () => new Date(),
  logger: createLogger('error'),
  workers: 1,
  workerEntry,
  lanes: (core) => [createDeliveryLane(core, { connect, retryDelayMs: 50 })],
});
station.start();
process.send?.('begins');
const options = { batchId, destinationId: 'comune', actor: 'station', patience: Number.POSITIVE_INFINITY };
await deliverBatch(station, createDeliveries(station), options);
await station.close();
process.send?.('finished');
process.disconnect?.();

import { createLogger } from '../../../../station/logger.ts';
import { findResources } from '../../../../station/resources.ts';
import { openStation } from '../../../../station/station.ts';

/**
 * A station in a process of its own, to be killed: takes the folder `argv[3]` into the workstation `argv[2]` unless a
 * batch is there already, says when it begins, finishes whatever is to be done with the page worker `argv[4]`, and ends.
 */
const [, , folder = '', input = '', workerEntry = ''] = process.argv;

const station = await openStation({
  folder,
  resources: findResources(),
  clock: () => new Date(),
  logger: createLogger('error'),
  workers: 2,
  workerEntry,
});
const { store } = station;
const present = store.first(store.query.selectFrom('batches').select('id'));
process.send?.('begins');
station.start();
const batchId =
  present?.id ?? station.createBatch({ name: 'prova', profileId: 'general', paths: [input], actor: 'station' });
await station.idle(batchId);
await station.close();
process.send?.('finished');
process.disconnect?.();

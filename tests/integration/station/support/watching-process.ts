import { createWatchedFolders } from '../../../../station/capture/watched-folders/watched-folders.ts';
import { createLogger } from '../../../../station/logger.ts';
import { findResources } from '../../../../station/resources.ts';
import { openStation } from '../../../../station/station.ts';
import { scriptedWorker } from '../../programs/programs.ts';

/** A station in a process of its own, to be killed: takes what comes into the watched folders of the workstation `argv[2]`. */
const [, , folder = ''] = process.argv;

const station = await openStation({
  folder,
  resources: findResources(),
  clock: () => new Date(),
  logger: createLogger('error'),
  workers: 1,
  workerEntry: scriptedWorker,
});
station.start();
createWatchedFolders(station, { lookEveryMs: 3, settleMs: 10 });

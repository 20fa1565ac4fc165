import { watchFolder } from '../../../station/capture/watched-folders/watch-folder.ts';
import { createLogger } from '../../../station/logger.ts';
import { findResources } from '../../../station/resources.ts';
import { openStation, type Station } from '../../../station/station.ts';

export interface WatchingOptions {
  /** Folder of the workstation. */
  readonly station: string;
  /** The watched one. */
  readonly incoming: string;
  readonly clock: () => Date;
  readonly onTaken: (count: number) => void;
}

export interface Watching {
  readonly station: Station;
  /** Resolves when watching has ended. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

/** A station that takes files from a watched folder, in a hurry. */
export async function openWatching({ station: folder, incoming, clock, onTaken }: WatchingOptions): Promise<Watching> {
  const logger = createLogger('silent');
  const station = await openStation({ folder, resources: findResources(), clock, logger, workers: 1 });
  const stopping = new AbortController();
  const ended = watchFolder(station, {
    ...{ folder: incoming, profileId: 'general', batching: 'day', signal: stopping.signal, onTaken },
    onTrouble: () => undefined,
    ...{ lookEveryMs: 3, settleMs: 10 },
  });
  return {
    ...{ station, ended },
    async close() {
      stopping.abort();
      await ended;
      await station.close();
    },
  };
}

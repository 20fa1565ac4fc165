import { AppError } from '../app-error.ts';
import { createLogger } from '../logger.ts';
import { findResources } from '../resources.ts';
import { openStation, type Station, type StationOptions } from '../station.ts';
import { diskErrorAt } from './disk-error.ts';

export interface WithStationOptions extends Pick<StationOptions, 'lanes'> {
  /** The work goes on until this process is told to stop, and ends by itself when its signal fires. */
  readonly endsWhenStopped?: boolean;
  /** The folder is removed afterwards, so that nothing of what was done is left when the command is stopped. */
  readonly isTemporary?: boolean;
}

/**
 * Runs `work` over a started station and closes it afterwards, also when this process is told to stop: that fires the
 * work's signal.
 */
export async function withStation<Result>(
  folder: string,
  work: (station: Station, signal: AbortSignal) => Promise<Result>,
  { endsWhenStopped = false, isTemporary = false, ...options }: WithStationOptions = {},
): Promise<Result> {
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  // It may be refused before anybody waits for it: while the station opens.
  stopped.catch(() => undefined);
  const stopping = new AbortController();
  const stop = () => {
    stopping.abort();
    if (!endsWhenStopped) reject(stoppedError(isTemporary ? null : folder));
  };
  // Once stopped, heard to the end of the process: Ctrl-C may come twice, by the terminal and by whoever started this process,
  // and must not cut short what is closed and removed.
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    const station = await open(folder, options);
    try {
      station.start();
      return await Promise.race([work(station, stopping.signal), stopped]);
    } finally {
      await station.close();
    }
  } finally {
    if (!stopping.signal.aborted) process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

async function open(folder: string, options: Pick<StationOptions, 'lanes'>): Promise<Station> {
  try {
    return await openStation({
      folder,
      resources: findResources(),
      clock: () => new Date(),
      logger: createLogger('warn'),
      ...options,
    });
  } catch (error) {
    throw diskErrorAt(folder, error);
  }
}

/** The person stopped the command. `kept` is the folder that what was done stays in; null where it is removed. */
function stoppedError(kept: string | null): AppError {
  const text =
    kept === null
      ? {
          it: 'Interrotto: senza --data non resta nulla. Dare di nuovo lo stesso comando.',
          en: 'Stopped: without --data nothing is left. Give the same command again.',
        }
      : {
          it: `Interrotto. Quanto è stato fatto resta in ${kept}: il lavoro riprende da lì la prossima volta che questa postazione si apre.`,
          en: `Stopped. What was done stays in ${kept}: the work goes on from there the next time this workstation is opened.`,
        };
  return new AppError('STOPPED', text, { retryable: true });
}

import { AppError } from '../app-error.ts';
import { createLogger } from '../logger.ts';
import { findResources } from '../resources.ts';
import { openStation, type Station, type StationOptions } from '../station.ts';

export interface WithStationOptions extends Pick<StationOptions, 'lanes'> {
  /** The work goes on until this process is told to stop, and ends by itself when its signal fires. */
  readonly endsWhenStopped?: boolean;
}

/**
 * Runs `work` over a started station and closes it afterwards, also when this process is told to stop: that fires the
 * work's signal.
 */
export async function withStation<Result>(
  folder: string,
  work: (station: Station, signal: AbortSignal) => Promise<Result>,
  { endsWhenStopped = false, ...options }: WithStationOptions = {},
): Promise<Result> {
  const station = await openStation({
    folder,
    resources: findResources(),
    clock: () => new Date(),
    logger: createLogger('warn'),
    ...options,
  });
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const stopping = new AbortController();
  const stop = () => {
    stopping.abort();
    if (!endsWhenStopped) reject(stoppedError());
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    station.start();
    return await Promise.race([work(station, stopping.signal), stopped]);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await station.close();
  }
}

/** The person stopped the command. What was done is kept, and work in the named folder can be taken up again. */
function stoppedError(): AppError {
  const text = {
    it: 'Interrotto. Quanto è stato fatto resta nella cartella indicata con --data, se ce n’è una.',
    en: 'Stopped. What was done so far stays in the folder named with --data, if there is one.',
  };
  return new AppError('STOPPED', text, { retryable: true });
}

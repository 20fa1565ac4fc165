import { AppError } from '../app-error.ts';
import { createLogger } from '../logger.ts';
import { findResources } from '../resources.ts';
import { openStation, type Station, type StationOptions } from '../station.ts';

/** Runs `work` over a started station and closes it afterwards, also when this process is told to stop. */
export async function withStation<Result>(
  folder: string,
  work: (station: Station) => Promise<Result>,
  options: Pick<StationOptions, 'lanes'> = {},
): Promise<Result> {
  const station = await openStation({
    folder,
    resources: findResources(),
    clock: () => new Date(),
    logger: createLogger('warn'),
    ...options,
  });
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const stop = () => reject(stoppedError());
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    station.start();
    return await Promise.race([work(station), stopped]);
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

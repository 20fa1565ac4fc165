import { resolve } from 'node:path';
import { AppError } from '../app-error.ts';
import type { HotFileTrouble } from '../capture/watched-folders/hot-folder.ts';
import { requireFolder } from '../capture/watched-folders/require-folder.ts';
import { watchFolder } from '../capture/watched-folders/watch-folder.ts';
import type { FolderOptions } from './audit.ts';
import { dataFolder } from './data-folder.ts';
import { type ExitCode, exitCodes, inLanguage, type Output } from './output.ts';
import { withStation } from './with-station.ts';

export interface WatchOptions extends FolderOptions {
  readonly profile: string;
}

const troubleTexts: Readonly<Record<HotFileTrouble, { readonly it: string; readonly en: string }>> = {
  locked: { it: 'è tenuto da un altro programma; si riprova', en: 'is held by another program; it is tried again' },
  vanished: { it: 'è sparito prima di essere preso', en: 'was gone before it could be taken' },
  changed: { it: 'è cambiato mentre veniva copiato; si riprova', en: 'changed while it was copied; it is tried again' },
  'not-moved': {
    it: 'è al sicuro ma non si può spostare; non verrà preso due volte',
    en: 'is safe but cannot be moved; it will not be taken twice',
  },
  'disk-full': {
    it: 'non si può prendere: sul disco della postazione non c’è più spazio; si riprova',
    en: 'cannot be taken: the workstation’s disk is full; it is tried again',
  },
  'disk-failed': {
    it: 'non si può prendere: la cartella della postazione non accetta scritture; si riprova',
    en: 'cannot be taken: the workstation’s folder takes no writing; it is tried again',
  },
};

/**
 * `tabularium watch`: takes what network scanners put into a folder and reads it, until it is told to stop. What comes on one
 * day is one batch.
 */
export async function watchCommand(path: string, options: WatchOptions, output: Output): Promise<ExitCode> {
  const folder = resolve(path);
  await requireFolder(folder).catch((error: unknown) => {
    throw error instanceof AppError ? naming(folder, error) : error;
  });
  let taken = 0;
  const troubles: { readonly name: string; readonly trouble: HotFileTrouble }[] = [];
  await withStation(
    dataFolder(options.data, process.env),
    (station, signal) =>
      watchFolder(station, {
        ...{ folder, profileId: options.profile, batching: 'day', signal },
        onTaken(count) {
          taken += count;
          output.notice(`${inLanguage(output, { it: `file presi: ${taken}`, en: `files taken: ${taken}` })}\n`);
        },
        onTrouble(name, trouble) {
          troubles.push({ name, trouble });
          output.notice(`${name} ${inLanguage(output, troubleTexts[trouble])}\n`);
        },
      }),
    { endsWhenStopped: true },
  );
  const summary = { it: `${taken} file presi`, en: `${taken} files taken` };
  output.result(options.json ? JSON.stringify({ taken, troubles }, null, 1) : inLanguage(output, summary));
  return exitCodes.allWell;
}

/** On the window the folder stands beside what is said of it. */
function naming(folder: string, { code, text }: AppError): AppError {
  return new AppError(code, { it: `«${folder}»: ${text.it}`, en: `“${folder}”: ${text.en}` });
}

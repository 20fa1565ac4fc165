import { access, constants, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { AppError } from '../app-error.ts';
import { machine } from '../audit/chain.ts';
import { addForm } from '../forms/add-form.ts';
import type { Station } from '../station.ts';
import { collectResults } from './collect-results.ts';
import { diskErrorAt } from './disk-error.ts';
import { isDuplicate } from './failure-text.ts';
import { type ExitCode, exitCodes, inLanguage, type Output } from './output.ts';
import { showProgress } from './progress.ts';
import { type Results, resultsSchema } from './results.ts';
import { summarise } from './summary.ts';
import { inFolder } from './temporary-folder.ts';
import { withStation } from './with-station.ts';

export interface ProcessOptions {
  readonly form: readonly string[];
  readonly profile: string;
  readonly data?: string;
  readonly out: string;
  readonly json?: boolean;
}

/** `tabularium process`: reads files and folders and writes `<out>/results.json`. */
export async function processCommand(
  paths: readonly string[],
  options: ProcessOptions,
  output: Output,
): Promise<ExitCode> {
  const chosen = paths.map((path) => resolve(path));
  for (const path of chosen) await checkThere(path);
  await prepareOut(options.out);
  const results = await inFolder(options.data, (folder) =>
    withStation(folder, (station) => processBatch(station, chosen, options, output), {
      isTemporary: options.data === undefined,
    }),
  );
  const text = JSON.stringify(resultsSchema.parse(results), null, 1);
  // Told first: what took hours to read is not to be lost because the disk filled up meanwhile.
  output.result(options.json ? text : summarise(results, output.language));
  await writeWhole(join(options.out, 'results.json'), text);
  return exitCodeOf(results);
}

async function processBatch(
  station: Station,
  paths: readonly string[],
  { form, profile }: ProcessOptions,
  output: Output,
): Promise<Results> {
  for (const path of form) await addForm(station, { path, actor: machine, replacing: true });
  const startedMs = performance.now();
  const name = paths.map((path) => basename(path)).join(', ');
  const batchId = station.createBatch({ name, profileId: profile, paths, actor: machine });
  const stopShowing = showProgress(station, batchId, output);
  await station.idle(batchId);
  stopShowing();
  checkComplete(station, batchId);
  if (station.progress(batchId).sources === 0) output.notice(inLanguage(output, nothingFound));
  return collectResults(station.store, batchId, performance.now() - startedMs);
}

/** 2 when a page was quarantined or a file refused; the same bytes twice are no failure. */
function exitCodeOf({ documents, refused }: Results): ExitCode {
  const quarantined = documents.some(({ pages }) => pages.some((page) => page.quarantined !== null));
  const failed = refused.some(({ reason }) => !isDuplicate(reason));
  return quarantined || failed ? exitCodes.withFailures : exitCodes.allWell;
}

const nothingFound = {
  it: 'Nelle cartelle indicate non c’è nessun file.\n',
  en: 'There are no files in the folders that were named.\n',
};

async function checkThere(path: string): Promise<void> {
  await access(path).catch((cause: unknown) => {
    const text = { it: `«${path}» non c’è o non si può aprire.`, en: `“${path}” is not there or cannot be opened.` };
    throw new AppError('INVALID_INPUT', text, { cause });
  });
}

/** Asked before any work: nobody wants to read for hours and then lose the result. */
async function prepareOut(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (cause) {
    const text = {
      it: `Nella cartella «${folder}» non si può scrivere. Indicarne un’altra con --out.`,
      en: `The folder “${folder}” cannot be written to. Name another with --out.`,
    };
    throw new AppError('INVALID_INPUT', text, { cause });
  }
}

/** No page may be left out of the results in silence. */
function checkComplete({ store }: Station, batchId: string): void {
  const left = store.query.selectFrom('batch_pages').select('id').where('batchId', '=', batchId);
  const page = store.first(left.where('documentId', 'is', null).limit(1));
  if (page !== undefined) throw new Error(`page ${page.id} came into no document; the log says why`);
}

async function writeWhole(path: string, text: string): Promise<void> {
  const part = `${path}.part`;
  try {
    await writeFile(part, text);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw diskErrorAt(path, error);
  }
}

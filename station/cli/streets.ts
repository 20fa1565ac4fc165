import { readFile } from 'node:fs/promises';
import { parseStreets } from '../../ocr/extract/streets.ts';
import { AppError } from '../app-error.ts';
import { appendEvent, machine } from '../audit/chain.ts';
import { replaceFile } from '../store/replace-file.ts';
import { openStore } from '../store/store.ts';
import type { FolderOptions } from './audit.ts';
import { dataFolder } from './data-folder.ts';
import { type ExitCode, exitCodes, type Output } from './output.ts';

/**
 * `tabularium streets add`: takes in the municipality's list of streets in place of the one before; the workstation must not
 * be running. Throws an AppError for a file that is no such list.
 */
export async function streetsAddCommand(path: string, options: FolderOptions, output: Output): Promise<ExitCode> {
  const csv = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw notAList(path, cause);
  });
  const streets = parseStreets(csv);
  if (streets === null || streets.length === 0) throw notAList(path);
  const store = await openStore(dataFolder(options.data, process.env), { clock: () => new Date() });
  try {
    await replaceFile(store.folder.streets, csv);
    const subject = { subjectKind: 'station', subjectId: 'streets' } as const;
    const detail = { streets: streets.length };
    store.transact((transaction) =>
      appendEvent(transaction, { actor: machine, action: 'streets.added', ...subject, detail }),
    );
  } finally {
    store.close();
  }
  output.result(options.json ? JSON.stringify({ streets: streets.length }) : `${streets.length} streets`);
  return exitCodes.allWell;
}

function notAList(path: string, cause?: unknown): AppError {
  return new AppError(
    'UNREADABLE_LIST',
    {
      it: `«${path}» non è uno stradario: serve il CSV dell’ANNCSU, con punti e virgola e una colonna ODONIMO.`,
      en: `“${path}” is no list of streets: the CSV of ANNCSU is wanted, with semicolons and a column ODONIMO.`,
    },
    { cause },
  );
}

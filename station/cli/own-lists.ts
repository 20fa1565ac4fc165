import { readFile } from 'node:fs/promises';
import type { AuditAction } from '../../contract/audit-actions.ts';
import type { Bilingual } from '../../contract/common.ts';
import { formatNames, parseNames } from '../../ocr/extract/names.ts';
import { parseStreets } from '../../ocr/extract/streets.ts';
import type { OwnLists } from '../../ocr/extract/tables.ts';
import { AppError } from '../app-error.ts';
import { appendEvent, machine } from '../audit/chain.ts';
import { replaceFile } from '../store/replace-file.ts';
import { openStore } from '../store/store.ts';
import type { FolderOptions } from './audit.ts';
import { dataFolder } from './data-folder.ts';
import { type ExitCode, exitCodes, type Output } from './output.ts';

/** A list that a municipality may give, and what is kept of it. */
interface OwnList {
  readonly id: keyof OwnLists;
  readonly action: AuditAction;
  /** What to keep and how much it is; null where a file is no such list. */
  read(csv: string): { readonly kept: string; readonly counts: Readonly<Record<string, number>> } | null;
  refusal(path: string): Bilingual;
}

const streets: OwnList = {
  id: 'streets',
  action: 'streets.added',
  read(csv) {
    const names = parseStreets(csv) ?? [];
    return names.length === 0 ? null : { kept: csv, counts: { streets: names.length } };
  },
  refusal: (path) => ({
    it: `«${path}» non è uno stradario: serve il CSV dell’ANNCSU, con punti e virgola e una colonna ODONIMO.`,
    en: `“${path}” is no list of streets: the CSV of ANNCSU is wanted, with semicolons and a column ODONIMO.`,
  }),
};

const names: OwnList = {
  id: 'names',
  action: 'names.added',
  read(csv) {
    const list = parseNames(csv);
    if (list === null || list.surnames.length + list.givenNames.length === 0) return null;
    // Nothing else of the register is kept, and not who bears which name.
    return { kept: formatNames(list), counts: { surnames: list.surnames.length, givenNames: list.givenNames.length } };
  },
  refusal: (path) => ({
    it: `«${path}» non è un elenco di nomi: serve un CSV con punti e virgola e una colonna COGNOME, una colonna NOME o entrambe.`,
    en: `“${path}” is no list of names: a CSV with semicolons and a column COGNOME, a column NOME or both is wanted.`,
  }),
};

export const ownLists = { streets, names } as const;

/**
 * `tabularium streets add` and `names add`: takes in a list of the municipality's in place of the one before; the workstation
 * must not be running. Throws an AppError for a file that is no such list.
 */
export async function addOwnListCommand(
  list: OwnList,
  path: string,
  options: FolderOptions,
  output: Output,
): Promise<ExitCode> {
  const csv = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('UNREADABLE_LIST', list.refusal(path), { cause });
  });
  const read = list.read(csv);
  if (read === null) throw new AppError('UNREADABLE_LIST', list.refusal(path));
  const store = await openStore(dataFolder(options.data, process.env), { clock: () => new Date() });
  try {
    await replaceFile(store.folder[list.id], read.kept);
    const subject = { subjectKind: 'station', subjectId: list.id } as const;
    store.transact((transaction) =>
      appendEvent(transaction, { actor: machine, action: list.action, ...subject, detail: read.counts }),
    );
  } finally {
    store.close();
  }
  output.result(options.json ? JSON.stringify(read.counts) : inWords(read.counts));
  return exitCodes.allWell;
}

function inWords(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([what, count]) => `${count} ${what.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`)
    .join(', ');
}

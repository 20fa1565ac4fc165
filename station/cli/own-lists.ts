import type { Bilingual } from '../../contract/common.ts';
import type { OwnListId } from '../../contract/form.ts';
import { machine } from '../audit/chain.ts';
import { addOwnList } from '../own-lists/add-list.ts';
import { ownLists } from '../own-lists/own-lists.ts';
import { openStore } from '../store/store.ts';
import type { FolderOptions } from './audit.ts';
import { dataFolder } from './data-folder.ts';
import { type ExitCode, exitCodes, inLanguage, type Output } from './output.ts';

/**
 * `tabularium streets add` and `names add`: takes in a list of the municipality's in place of the one before; the workstation
 * must not be running. Throws an AppError for a file that is no such list.
 */
export async function addOwnListCommand(
  id: OwnListId,
  path: string,
  options: FolderOptions,
  output: Output,
): Promise<ExitCode> {
  const store = await openStore(dataFolder(options.data, process.env), { clock: () => new Date() });
  try {
    const counts = await addOwnList(store, { list: ownLists[id], path, actor: machine });
    output.result(options.json ? JSON.stringify(counts) : inWords(counts, output));
    return exitCodes.allWell;
  } finally {
    store.close();
  }
}

function inWords(counts: Readonly<Record<string, number>>, output: Output): string {
  return Object.entries(counts)
    .map(([what, count]) => `${count} ${inLanguage(output, things[what] ?? { it: what, en: what })}`)
    .join(', ');
}

const things: Readonly<Record<string, Bilingual>> = {
  streets: { it: 'vie', en: 'streets' },
  surnames: { it: 'cognomi', en: 'surnames' },
  givenNames: { it: 'nomi', en: 'given names' },
};

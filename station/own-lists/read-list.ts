import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Bilingual } from '../../contract/common.ts';
import type { OwnListId } from '../../contract/form.ts';
import { AppError } from '../app-error.ts';
import type { OwnList, ReadList } from './own-lists.ts';

/** Far above the register of the largest city, far below what a text can hold. */
const maxBytes = 200 * 2 ** 20;

/** Reads a file as one of the municipality's lists. Throws an AppError `UNREADABLE_LIST` that says what is wrong, and where. */
export async function readList(list: OwnList, path: string): Promise<ReadList> {
  const name = basename(path);
  const csv = decodeList(list, name, await bytesOf(list, path));
  const read = list.read(csv);
  if (read === null) throw refuseList(list.id, name, headFault(list, csv));
  const total = Object.values(read.counts).reduce((sum, count) => sum + count, 0);
  if (total === 0) throw refuseList(list.id, name, nothingBelow(list));
  return read;
}

async function bytesOf({ id }: OwnList, path: string): Promise<Buffer> {
  try {
    if ((await stat(path)).size <= maxBytes) return await readFile(path);
  } catch (cause) {
    const fault = { it: 'il file non si può leggere.', en: 'the file cannot be read.' };
    throw refuseList(id, basename(path), fault, cause);
  }
  throw refuseList(id, basename(path), {
    it: 'il file è troppo grande per un elenco.',
    en: 'the file is too large for a list.',
  });
}

/** Text in UTF-8, or as older programs of Windows write it. */
function decodeList({ id }: OwnList, name: string, bytes: Buffer): string {
  if (bytes.includes(0) || bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04') {
    throw refuseList(id, name, {
      it: 'il file non è un testo CSV. Se è un foglio di calcolo, salvarlo come CSV.',
      en: 'the file is no CSV text. If it is a spreadsheet, save it as CSV.',
    });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function headFault({ columns }: OwnList, csv: string): Bilingual {
  const [head = ''] = csv.split(/\r?\n/, 1);
  const shown = head.length > 60 ? `${head.slice(0, 60)}…` : head;
  const wanted = columns.join(', ');
  if (head.trim() === '') {
    return {
      it: `riga 1: è vuota. Qui devono stare i nomi delle colonne (${wanted}).`,
      en: `line 1: it is empty. The names of the columns belong here (${wanted}).`,
    };
  }
  const separator = head.includes(';') ? null : [',', '\t'].find((other) => head.includes(other));
  if (separator !== null && separator !== undefined) {
    const [it, en] = separator === ',' ? ['virgole', 'commas'] : ['tabulazioni', 'tabs'];
    return {
      it: `riga 1: le colonne sono divise da ${it}; serve il punto e virgola («${shown}»).`,
      en: `line 1: the columns are divided by ${en}; semicolons are wanted (“${shown}”).`,
    };
  }
  return {
    it: `riga 1: manca una colonna ${columns.join(' o ')}; c’è «${shown}».`,
    en: `line 1: there is no column ${columns.join(' or ')}; it has “${shown}”.`,
  };
}

function nothingBelow({ columns }: OwnList): Bilingual {
  return {
    it: `dalla riga 2 in poi la colonna ${columns.join(' o ')} è vuota.`,
    en: `from line 2 on the column ${columns.join(' or ')} is empty.`,
  };
}

const wanted: Readonly<Record<OwnListId, Bilingual>> = {
  streets: {
    it: 'Serve lo stradario come lo dà l’ANNCSU: un CSV con punti e virgola e una colonna ODONIMO.',
    en: 'The list of streets as ANNCSU gives it is wanted: a CSV with semicolons and a column ODONIMO.',
  },
  names: {
    it: 'Serve un elenco di nomi: un CSV con punti e virgola e una colonna COGNOME, una colonna NOME o entrambe.',
    en: 'A list of names is wanted: a CSV with semicolons and a column COGNOME, a column NOME or both.',
  },
};

function refuseList(id: OwnListId, name: string, fault: Bilingual, cause?: unknown): AppError {
  const text = {
    it: `«${name}», ${fault.it} ${wanted[id].it}`,
    en: `“${name}”, ${fault.en} ${wanted[id].en}`,
  };
  return new AppError('UNREADABLE_LIST', text, { cause });
}

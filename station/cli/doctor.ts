import { existsSync } from 'node:fs';
import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Bilingual } from '../../contract/common.ts';
import { loadTables } from '../../ocr/extract/tables/tables.ts';
import { createPagePool } from '../../ocr/worker/pool.ts';
import { AppError } from '../app-error.ts';
import { verifyAudit } from '../audit/verify.ts';
import { createFormShelf } from '../forms/shelf.ts';
import { findResources } from '../resources.ts';
import { stationFolder } from '../store/folder.ts';
import { openReadableStore } from '../store/store.ts';
import type { FolderOptions } from './audit.ts';
import { dataFolder } from './data-folder.ts';
import { type ExitCode, exitCodes, inLanguage, type Output } from './output.ts';

interface Check {
  readonly check: Bilingual;
  readonly ok: boolean;
  readonly detail: Bilingual;
}

/** Less than this on the disk, and a morning's scans may not fit. */
const leastFreeBytes = 2 * 2 ** 30;

/** `tabularium doctor`: says whether this workstation can work, and what is wrong when it cannot; 2 when something is. */
export async function doctorCommand(options: FolderOptions, output: Output): Promise<ExitCode> {
  const folder = dataFolder(options.data, process.env);
  if (existsSync(folder) && !(await stat(folder)).isDirectory()) throw notAFolder(folder);
  const checks = [
    await attempt({ it: 'file del programma', en: 'program files' }, () => checkResources(folder)),
    await attempt({ it: 'cartella della postazione', en: 'workstation folder' }, () => checkFolder(folder)),
    await attempt({ it: 'spazio libero', en: 'free space' }, () => checkFreeSpace(folder)),
    await attempt({ it: 'lettura delle pagine', en: 'page reader' }, checkReader),
  ];
  const ok = checks.every((check) => check.ok);
  output.result(options.json ? asJson(folder, ok, checks) : checks.map((check) => asLine(check, output)).join('\n'));
  return ok ? exitCodes.allWell : exitCodes.withFailures;
}

function asJson(folder: string, ok: boolean, checks: readonly Check[]): string {
  const plain = checks.map((check) => ({ check: check.check.en, ok: check.ok, detail: check.detail.en }));
  return JSON.stringify({ ok, folder, checks: plain }, null, 1);
}

function asLine({ check, ok, detail }: Check, output: Output): string {
  const verdict = inLanguage(output, ok ? { it: 'ok', en: 'ok' } : { it: 'NO', en: 'BAD' }).padEnd(4);
  return `${verdict} ${inLanguage(output, check)}: ${inLanguage(output, detail)}`;
}

async function attempt(check: Bilingual, work: () => Promise<Bilingual>): Promise<Check> {
  try {
    return { check, ok: true, detail: await work() };
  } catch (error) {
    if (error instanceof AppError) return { check, ok: false, detail: error.text };
    const message = error instanceof Error ? error.message : String(error);
    return { check, ok: false, detail: { it: message, en: message } };
  }
}

function notAFolder(path: string): AppError {
  return new AppError('INVALID_INPUT', {
    it: `«${path}» è un file, non una cartella. Indicare la cartella della postazione con --data.`,
    en: `“${path}” is a file, not a folder. Name the workstation's folder with --data.`,
  });
}

async function checkResources(folder: string): Promise<Bilingual> {
  const resources = findResources();
  const tables = await loadTables(resources.tables);
  const onBroken = (_folder: string, error: Error) => {
    throw error;
  };
  const added = stationFolder(folder).forms;
  const forms = await createFormShelf({ builtIn: resources.forms, added, onBroken }).byKey();
  const keys = [...forms.keys()].join(', ');
  const comuni = `${tables.comuni.length} comuni`;
  return { it: `${forms.size} moduli (${keys}), ${comuni}`, en: `${forms.size} forms (${keys}), ${comuni}` };
}

/** Looks only: nothing is begun, upgraded or moved by asking how it is, and its station may be running. */
async function checkFolder(folder: string): Promise<Bilingual> {
  if (!existsSync(stationFolder(folder).database)) {
    return { it: `${folder} sarà creata al primo avvio`, en: `${folder} will be made at the first start` };
  }
  const store = openReadableStore(folder);
  const { events, faults } = verifyAudit(store);
  store.close();
  if (faults.length > 0) {
    throw new AppError('CONFLICT', {
      it: `il registro non è integro (difetti: ${faults.length}): eseguire «tabularium audit verify»`,
      en: `the audit log is not intact (${faults.length} faults): run audit verify`,
    });
  }
  return {
    it: `${folder} si apre, il registro di ${events} eventi è integro`,
    en: `${folder} opens, audit log of ${events} events intact`,
  };
}

async function checkFreeSpace(folder: string): Promise<Bilingual> {
  const { bavail, bsize } = await statfs(nearestFolder(folder));
  const freeBytes = bavail * bsize;
  const free = `${(freeBytes / 2 ** 30).toFixed(1)} GiB`;
  if (freeBytes < leastFreeBytes) {
    throw new AppError('FOLDER_NOT_USABLE', {
      it: `liberi solo ${free}: fare spazio, ne servono almeno ${leastFreeBytes / 2 ** 30}`,
      en: `only ${free} free: make room, at least ${leastFreeBytes / 2 ** 30} are needed`,
    });
  }
  return { it: `${free} liberi`, en: `${free} free` };
}

function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(dirname(folder));
}

/** Has a worker look at a file that is not there: only one that runs can say so. */
async function checkReader(): Promise<Bilingual> {
  const pool = createPagePool({ workers: 1, deadlineMs: 30_000 });
  try {
    const path = `${findResources().forms}/not-there.pdf`;
    const response = await pool.run({ kind: 'inspect', path, name: 'not-there.pdf' });
    if (response.kind !== 'failed') throw new Error(`unexpected answer ${response.kind}`);
    if (response.failure.code !== 'unreadable-file') throw new Error(response.failure.detail);
    return { it: 'un processo di lettura parte e risponde', en: 'a worker process starts and answers' };
  } finally {
    await pool.close();
  }
}

import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { loadTables } from '../../ocr/extract/tables.ts';
import { createPagePool } from '../../ocr/worker/pool.ts';
import { verifyAudit } from '../audit/verify.ts';
import { createFormShelf } from '../forms/shelf.ts';
import { findResources } from '../resources.ts';
import { stationFolder } from '../store/folder.ts';
import { openReadableStore } from '../store/store.ts';
import type { FolderOptions } from './audit.ts';
import { dataFolder } from './data-folder.ts';
import { type ExitCode, exitCodes, type Output } from './output.ts';

interface Check {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** Less than this on the disk, and a morning's scans may not fit. */
const leastFreeBytes = 2 * 2 ** 30;

/** `tabularium doctor`: says whether this workstation can work, and what is wrong when it cannot; 2 when something is. */
export async function doctorCommand(options: FolderOptions, output: Output): Promise<ExitCode> {
  const folder = dataFolder(options.data, process.env);
  const checks = [
    await attempt('program files', () => checkResources(folder)),
    await attempt('workstation folder', () => checkFolder(folder)),
    await attempt('free space', () => checkFreeSpace(folder)),
    await attempt('page reader', checkReader),
  ];
  const ok = checks.every((check) => check.ok);
  if (options.json) output.result(JSON.stringify({ ok, folder, checks }, null, 1));
  else output.result(checks.map((check) => `${check.ok ? 'ok  ' : 'BAD '} ${check.check}: ${check.detail}`).join('\n'));
  return ok ? exitCodes.allWell : exitCodes.withFailures;
}

async function attempt(check: string, work: () => Promise<string>): Promise<Check> {
  try {
    return { check, ok: true, detail: await work() };
  } catch (error) {
    return { check, ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

async function checkResources(folder: string): Promise<string> {
  const resources = findResources();
  const tables = await loadTables(resources.tables);
  const onBroken = (_folder: string, error: Error) => {
    throw error;
  };
  const added = stationFolder(folder).forms;
  const forms = await createFormShelf({ builtIn: resources.forms, added, onBroken }).byKey();
  return `${forms.size} forms (${[...forms.keys()].join(', ')}), ${tables.comuni.length} comuni`;
}

/** Looks only: nothing is begun, upgraded or moved by asking how it is, and its station may be running. */
async function checkFolder(folder: string): Promise<string> {
  if (!existsSync(stationFolder(folder).database)) return `${folder} will be made at the first start`;
  const store = openReadableStore(folder);
  const { events, faults } = verifyAudit(store);
  store.close();
  if (faults.length > 0) throw new Error(`the audit log is not intact (${faults.length} faults): run audit verify`);
  return `${folder} opens, audit log of ${events} events intact`;
}

async function checkFreeSpace(folder: string): Promise<string> {
  const { bavail, bsize } = await statfs(nearestFolder(folder));
  const freeBytes = bavail * bsize;
  const detail = `${(freeBytes / 2 ** 30).toFixed(1)} GiB free`;
  if (freeBytes < leastFreeBytes) throw new Error(`only ${detail}`);
  return detail;
}

function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(dirname(folder));
}

/** Has a worker look at a file that is not there: only one that runs can say so. */
async function checkReader(): Promise<string> {
  const pool = createPagePool({ workers: 1, deadlineMs: 30_000 });
  try {
    const path = `${findResources().forms}/not-there.pdf`;
    const response = await pool.run({ kind: 'inspect', path, name: 'not-there.pdf' });
    if (response.kind !== 'failed') throw new Error(`unexpected answer ${response.kind}`);
    if (response.failure.code !== 'unreadable-file') throw new Error(response.failure.detail);
    return 'a worker process starts and answers';
  } finally {
    await pool.close();
  }
}

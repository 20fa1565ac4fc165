import { existsSync } from 'node:fs';
import { AppError } from '../app-error.ts';
import { verifyAudit } from '../audit/verify.ts';
import { stationFolder } from '../store/folder.ts';
import { openReadableStore } from '../store/store.ts';
import { dataFolder } from './data-folder.ts';
import { type ExitCode, exitCodes, type Output } from './output.ts';

export interface FolderOptions {
  readonly data?: string;
  readonly json?: boolean;
}

/** `tabularium audit verify`: checks the audit log of a workstation, also while its station runs. */
export async function auditVerifyCommand(options: FolderOptions, output: Output): Promise<ExitCode> {
  const folder = stationFolder(dataFolder(options.data, process.env));
  if (!existsSync(folder.database)) {
    throw new AppError('NOT_FOUND', {
      it: `In ${folder.root} non c’è una postazione Tabularium. Indicare la cartella con --data.`,
      en: `There is no Tabularium station in ${folder.root}. Name its folder with --data.`,
    });
  }
  const store = openReadableStore(folder.root);
  const report = verifyAudit(store);
  store.close();
  const intact = report.faults.length === 0;
  if (options.json) output.result(JSON.stringify({ intact, ...report }, null, 1));
  else {
    const faults = report.faults.map(({ seq, fault }) => `event ${seq}: ${fault}`);
    output.result([...faults, `${report.events} events, ${intact ? 'intact' : 'NOT INTACT'}`].join('\n'));
  }
  return intact ? exitCodes.allWell : exitCodes.withFailures;
}

import { verifyAudit } from '../audit/verify.ts';
import { openReadableStore } from '../store/store.ts';
import { existingDataFolder } from './data-folder.ts';
import { type ExitCode, exitCodes, type Output } from './output.ts';

export interface FolderOptions {
  readonly data?: string;
  readonly json?: boolean;
}

/** `tabularium audit verify`: checks the audit log of a workstation, also while its station runs. */
export async function auditVerifyCommand(options: FolderOptions, output: Output): Promise<ExitCode> {
  const store = openReadableStore(existingDataFolder(options.data, process.env));
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

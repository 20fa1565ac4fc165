import { AppError } from '../app-error.ts';
import { type ChainEnd, readEnd, writeEnd } from '../audit/chain-end.ts';
import { verifyAudit } from '../audit/verify.ts';
import { openReadableStore } from '../store/store.ts';
import { existingDataFolder } from './data-folder.ts';
import { type ExitCode, exitCodes, type Output } from './output.ts';

export interface FolderOptions {
  readonly data?: string;
  readonly json?: boolean;
}

export interface AuditVerifyOptions extends FolderOptions {
  /** An end of the log that an earlier check told. */
  readonly noted?: string;
}

/** `tabularium audit verify`: checks the audit log of a workstation, also while its station runs, and tells its end. */
export async function auditVerifyCommand(options: AuditVerifyOptions, output: Output): Promise<ExitCode> {
  const noted = options.noted === undefined ? null : requireEnd(options.noted);
  const store = openReadableStore(existingDataFolder(options.data, process.env));
  const report = verifyAudit(store, noted);
  store.close();
  const intact = report.faults.length === 0;
  if (options.json) output.result(JSON.stringify({ intact, ...report, end: writeEnd(report.end) }, null, 1));
  else {
    const faults = report.faults.map(({ seq, fault }) => `event ${seq}: ${fault}`);
    const summary = `${report.events} events, ${intact ? 'intact' : 'NOT INTACT'}`;
    output.result([...faults, summary, `end ${writeEnd(report.end)}`].join('\n'));
  }
  return intact ? exitCodes.allWell : exitCodes.withFailures;
}

function requireEnd(text: string): ChainEnd {
  const end = readEnd(text);
  if (end !== null) return end;
  throw new AppError('INVALID_INPUT', {
    it: 'Dopo --noted va la fine del registro annotata a un controllo precedente: il numero dell’evento, due punti e 64 cifre esadecimali.',
    en: 'After --noted comes the end of the log that was noted at an earlier check: the number of the event, a colon and 64 hexadecimal digits.',
  });
}

import { AppError } from '../app-error.ts';
import { type ChainEnd, readEnd, writeEnd } from '../audit/chain-end.ts';
import { type AuditFault, verifyAudit } from '../audit/verify.ts';
import { openReadableStore } from '../store/store.ts';
import { existingDataFolder } from './data-folder.ts';
import { type ExitCode, exitCodes, inLanguage, type Output } from './output.ts';

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
    const faults = report.faults.map(({ seq, fault }) =>
      inLanguage(output, { it: `evento ${seq}: ${faultTexts[fault]}`, en: `event ${seq}: ${fault}` }),
    );
    const verdict = intact
      ? { it: `${report.events} eventi, registro integro`, en: `${report.events} events, intact` }
      : { it: `${report.events} eventi, REGISTRO NON INTEGRO`, en: `${report.events} events, NOT INTACT` };
    const end = { it: `fine ${writeEnd(report.end)}`, en: `end ${writeEnd(report.end)}` };
    output.result([...faults, inLanguage(output, verdict), inLanguage(output, end)].join('\n'));
  }
  return intact ? exitCodes.allWell : exitCodes.withFailures;
}

/** In Italian; in English the faults speak for themselves. */
const faultTexts: Readonly<Record<AuditFault, string>> = {
  gap: 'prima manca qualcosa',
  'broken-link': 'non segue da quello prima',
  altered: 'alterato',
  'wrong-end': 'il registro non finisce dove dovrebbe',
  rewritten: 'non è più quello annotato',
};

function requireEnd(text: string): ChainEnd {
  const end = readEnd(text);
  if (end !== null) return end;
  throw new AppError('INVALID_INPUT', {
    it: 'Dopo --noted va la fine del registro annotata a un controllo precedente: il numero dell’evento, due punti e 64 cifre esadecimali.',
    en: 'After --noted comes the end of the log that was noted at an earlier check: the number of the event, a colon and 64 hexadecimal digits.',
  });
}

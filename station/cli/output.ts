import type { Bilingual } from '../../contract/common.ts';
import { AppError } from '../app-error.ts';

/** Exit codes, fixed: all well; could not run; ran, but pages were quarantined or documents or files failed. */
export const exitCodes = { allWell: 0, couldNotRun: 1, withFailures: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Where a command writes. The result goes to `result`, everything else to `notice`. */
export interface Output {
  result(text: string): void;
  notice(text: string): void;
  readonly isTerminal: boolean;
  readonly language: 'it' | 'en';
}

/** Writes to this process's standard output and standard error, in the language of its locale. */
export function processOutput(environment: NodeJS.ProcessEnv): Output {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return {
    result: (text) => void process.stdout.write(`${text}\n`),
    notice: (text) => void process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
    language: locale.startsWith('it') ? 'it' : 'en',
  };
}

export function inLanguage(output: Output, text: Bilingual): string {
  return text[output.language];
}

/** Tells a person why the command could not run. A bug keeps its stack. */
export function reportError(output: Output, error: unknown): void {
  if (error instanceof AppError) output.notice(`${inLanguage(output, error.text)}\n`);
  else output.notice(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Run } from './plan.ts';
import { startTried } from './start-tried.ts';

const entry = fileURLToPath(new URL('./station-process.ts', import.meta.url));
/** No trial takes so long; a station that hangs is a fault of its own. */
const longestMs = 120_000;

export interface StationReport {
  /** Sides that the scanner gave, in order. */
  readonly given: readonly string[];
  /** Of these, those after which the station asked for another: it had them safe. */
  readonly acknowledged: readonly string[];
  /** The fault struck. */
  readonly struck: boolean;
  /** The station asked for a side after the fault had struck. */
  readonly askedAfterStrike: boolean;
  /** The reason it told; null when it was killed before, or fell. */
  readonly stop: string | null;
  readonly ending: 'ended' | 'killed' | 'fell' | 'hung';
  /** What a station that fell wrote on standard error. */
  readonly errors: string;
}

/** Runs the station in a process of its own through one run, and kills it where its fault says so. */
export async function runStation(run: Run): Promise<StationReport> {
  const child = startTried(entry, run, 'pipe');
  const [, , errorPipe, tellPipe] = child.stdio;
  if (errorPipe === null || !tellPipe || !('read' in tellPipe)) throw new Error('the process has no pipes');
  const lines: string[] = [];
  let errors = '';
  errorPipe.on('data', (data: Buffer) => (errors += data.toString()));
  const exited = once(child, 'close');
  let hung = false;
  const deadline = globalThis.setTimeout(() => {
    hung = true;
    child.kill('SIGKILL');
  }, longestMs);
  for await (const line of createInterface({ input: tellPipe })) {
    lines.push(line);
    const { fault } = run;
    if (fault === null || !('afterLines' in fault) || lines.length !== fault.afterLines) continue;
    void setTimeout(fault.delayMs).then(() => child.kill('SIGKILL'));
  }
  await exited;
  clearTimeout(deadline);
  const ending = hung ? 'hung' : child.signalCode === 'SIGKILL' ? 'killed' : child.exitCode === 0 ? 'ended' : 'fell';
  return { ...readLines(lines), ending, errors };
}

function readLines(lines: readonly string[]): Omit<StationReport, 'ending' | 'errors'> {
  const given: string[] = [];
  let acknowledged = 0;
  let struck = false;
  let askedAfterStrike = false;
  let stop: string | null = null;
  for (const line of lines) {
    const [word, ...rest] = line.split(' ');
    if (word === 'given') given.push(rest.join(' '));
    if (word === 'asked') {
      acknowledged = given.length;
      askedAfterStrike ||= struck;
    }
    if (word === 'struck') struck = true;
    if (word === 'stopped') stop = rest.join(' ');
  }
  return { given, acknowledged: given.slice(0, acknowledged), struck, askedAfterStrike, stop };
}

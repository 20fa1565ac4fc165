import { readFileSync } from 'node:fs';
import { readTree } from '../../process-tree.ts';

/** Resident memory in megabytes. Pages shared between processes count in each. */
export interface Resident {
  readonly station: number;
  /** All page workers together. */
  readonly workers: number;
  /** All processes of the browser that show pages, a spare one included, without `pictures`. */
  readonly window: number;
  /** Memory that those share with the browser: pictures they have decoded, kept for the next look until memory is short. */
  readonly pictures: number;
}

/** What the processes of a running application take now. Read from Linux' /proc; elsewhere there is nothing to see. */
export function readResident(stationPid: number): Resident {
  const ofStation = [...readTree(stationPid)];
  const station = ofStation.find(([pid]) => pid === stationPid)?.[1].residentMb ?? 0;
  const renderers = [...readTree(process.pid)].filter(([pid]) => readProc(pid, 'cmdline').includes('--type=renderer'));
  const pictures = sumOf(renderers.map(([pid]) => sharedMb(pid)));
  return {
    station,
    workers: sumOf(ofStation.map(([, { residentMb }]) => residentMb)) - station,
    window: sumOf(renderers.map(([, { residentMb }]) => residentMb)) - pictures,
    pictures,
  };
}

function sharedMb(pid: number): number {
  const [, kilobytes = 0] = /^RssShmem:\s+(\d+) kB$/m.exec(readProc(pid, 'status')) ?? [];
  return (Number(kilobytes) * 1024) / 1e6;
}

function readProc(pid: number, name: 'cmdline' | 'status'): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return ''; // The process ended between the listing and the look.
  }
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

import { readdirSync, readFileSync } from 'node:fs';

/** What a process tree used while a task ran. Read from Linux' /proc; elsewhere both figures are NaN. */
export interface TreeUse {
  readonly wallSeconds: number;
  /** User and system time of all processes of the tree, ended children included. */
  readonly cpuSeconds: number;
  /** Highest sum of resident memory of the tree, in megabytes; pages shared between processes count in each. */
  readonly peakMemoryMb: number;
}

const ticksPerSecond = 100;
const sampleEveryMs = 100;

export interface ProcessState {
  readonly parent: number;
  readonly cpuTicks: number;
  readonly residentMb: number;
}

function readProcess(pid: number): ProcessState | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const words = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    // Fields 4, 14 to 17 and 24 of proc(5): parent, own and waited-for children's times, resident pages.
    const cpuTicks = [11, 12, 13, 14].reduce((sum, index) => sum + (words[index] ?? 0), 0);
    return { parent: words[1] ?? 0, cpuTicks, residentMb: ((words[21] ?? 0) * 4096) / 1e6 };
  } catch {
    return null; // The process ended between the listing and the look.
  }
}

/** A process and all its descendants, by id. Empty where there is no /proc. */
export function readTree(rootPid: number): Map<number, ProcessState> {
  const all = new Map<number, ProcessState>();
  for (const name of readdirSync('/proc')) {
    const state = /^\d+$/.test(name) ? readProcess(Number(name)) : null;
    if (state) all.set(Number(name), state);
  }
  const isInTree = (pid: number): boolean => {
    if (pid === rootPid) return true;
    const parent = all.get(pid)?.parent;
    return parent !== undefined && parent > 1 && isInTree(parent);
  };
  return new Map([...all].filter(([pid]) => isInTree(pid)));
}

function sumOf(tree: ReadonlyMap<number, ProcessState>, pick: (state: ProcessState) => number): number {
  return [...tree.values()].reduce((sum, state) => sum + pick(state), 0);
}

/** Runs a task and measures this process with all its descendants meanwhile. */
export async function measureTree<Result>(task: () => Promise<Result>): Promise<{ result: Result; use: TreeUse }> {
  const before = sumOf(readTree(process.pid), ({ cpuTicks }) => cpuTicks);
  const startedAt = performance.now();
  let peakMemoryMb = 0;
  const sample = () => {
    peakMemoryMb = Math.max(
      peakMemoryMb,
      sumOf(readTree(process.pid), ({ residentMb }) => residentMb),
    );
  };
  const timer = setInterval(sample, sampleEveryMs);
  try {
    const result = await task();
    sample();
    const after = sumOf(readTree(process.pid), ({ cpuTicks }) => cpuTicks);
    const wallSeconds = (performance.now() - startedAt) / 1000;
    return { result, use: { wallSeconds, cpuSeconds: (after - before) / ticksPerSecond, peakMemoryMb } };
  } finally {
    clearInterval(timer);
  }
}

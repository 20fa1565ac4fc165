import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { takenFolderName } from '../../../station/capture/watched-folders/hot-folder.ts';
import { openReadableStore } from '../../../station/store/store.ts';
import { checkStore, type StoreCheck } from './check-store.ts';
import { openWatching } from './open-watching.ts';
import { repeated, type TrialOutcome } from './outcome.ts';
import { drawLabelled, sha256Of } from './pages.ts';
import { startTried } from './start-tried.ts';

export interface HotFolderTrial {
  readonly files: number;
  readonly pageBytes: number;
  /** Pause in the middle of each file, and between files. */
  readonly pauseMs: number;
  readonly killAfterMs: number;
  readonly clockBackMs: number;
}

const entry = fileURLToPath(new URL('./hot-folder-process.ts', import.meta.url));
const longestMs = 120_000;

/**
 * One trial: a network scanner writes files in halves into a folder that a station watches; the station is killed, its store
 * is held against what had been moved away, and another station takes the rest.
 */
export async function tryHotFolder(trial: HotFolderTrial, scratch: string): Promise<TrialOutcome> {
  const root = mkdtempSync(join(scratch, 'trial-'));
  const [station, incoming] = [join(root, 'station'), join(root, 'incoming')];
  mkdirSync(incoming);
  try {
    const labels = Array.from({ length: trial.files }, (_, index) => `${index + 1}`);
    const written = writeFiles(incoming, labels, trial);
    await runKilled({ station, incoming, clockBackMs: trial.clockBackMs }, trial.killAfterMs);
    const moved = movedHashes(incoming);
    const after = lookAt(station);
    await written;
    const end = await takeTheRest(station, incoming, trial);
    return judge(trial, labels, { moved, after, end });
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Writes each file in two halves, as over a slow network. */
async function writeFiles(incoming: string, labels: readonly string[], trial: HotFolderTrial): Promise<void> {
  for (const label of labels) {
    const bytes = drawLabelled(label, trial.pageBytes);
    await using file = await open(join(incoming, `scan-${label}.png`), 'wx');
    await file.write(bytes.subarray(0, bytes.length / 2));
    await setTimeout(trial.pauseMs);
    await file.write(bytes.subarray(bytes.length / 2));
  }
}

async function runKilled(watch: Readonly<Record<string, string | number>>, afterMs: number): Promise<void> {
  const child = startTried(entry, watch, 'inherit');
  const exited = once(child, 'close');
  const told = child.stdio[3];
  if (!told || !('read' in told)) throw new Error('the process has no pipe');
  await Promise.race([once(told, 'data'), exited]);
  await Promise.race([setTimeout(afterMs), exited]);
  child.kill('SIGKILL');
  told.resume();
  await exited;
}

function movedHashes(incoming: string): string[] {
  const folder = join(incoming, takenFolderName);
  const names = readdirSync(incoming).includes(takenFolderName) ? readdirSync(folder) : [];
  return names.map((name) => sha256Of(readFileSync(join(folder, name))));
}

function lookAt(station: string): StoreCheck {
  const store = openReadableStore(station);
  try {
    return checkStore(station, store);
  } finally {
    store.close();
  }
}

async function takeTheRest(station: string, incoming: string, { files }: HotFolderTrial): Promise<StoreCheck> {
  const watching = await openWatching({ station, incoming, clock: () => new Date(), onTaken: () => undefined });
  const deadlineMs = performance.now() + longestMs;
  try {
    while (movedHashes(incoming).length < files && performance.now() < deadlineMs) await setTimeout(10);
    return checkStore(station, watching.station.store);
  } finally {
    await watching.close();
  }
}

interface Evidence {
  /** Hashes of the files that the killed station had moved away: it had said that they are safe. */
  readonly moved: readonly string[];
  readonly after: StoreCheck;
  readonly end: StoreCheck;
}

function judge(trial: HotFolderTrial, labels: readonly string[], { moved, after, end }: Evidence): TrialOutcome {
  const known = new Map(labels.map((label) => [sha256Of(drawLabelled(label, trial.pageBytes)), label]));
  const label = (sha256: string) => known.get(sha256) ?? `unknown ${sha256}`;
  const [there, atEnd] = [after.sides.map(label), end.sides.map(label)];
  const lost = moved.map(label).filter((one) => !there.includes(one));
  const missing = labels.filter((one) => !atEnd.includes(one));
  const halves = atEnd.filter((one) => !labels.includes(one)).map((one) => `half a file was taken: ${one}`);
  const faults = after.isAuditWhole && end.isAuditWhole ? halves : [...halves, 'the audit log is broken'];
  const broken = [...after.withoutBytes, ...end.withoutBytes].map(label);
  return {
    pages: atEnd.length,
    losses: [...lost, ...missing, ...broken],
    doubles: [...repeated(there), ...repeated(atEnd)],
    faults,
  };
}

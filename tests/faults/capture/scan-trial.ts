import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openReadableStore } from '../../../station/store/store.ts';
import { checkStore, type StoreCheck } from './check-store.ts';
import { ballastName, mountDisk, unmount } from './disk.ts';
import { openScanning, scanToStop } from './open-scanning.ts';
import { repeated, type TrialOutcome } from './outcome.ts';
import { drawLabelled, sha256Of } from './pages.ts';
import type { Fault } from './plan.ts';
import { runStation, type StationReport } from './run-station.ts';

export interface ScanTrial {
  readonly sheets: number;
  readonly duplex: boolean;
  readonly pageBytes: number;
  readonly fault: Fault;
}

const diskBytes = 24 * 2 ** 20;

/**
 * One trial: a station in a process of its own scans a pile until the fault ends it; its store is opened again and held
 * against what it had acknowledged; then the clerk lays in what was not counted, and the pile has to come out whole.
 */
export async function tryScan(trial: ScanTrial, scratch: string): Promise<TrialOutcome> {
  const root = mkdtempSync(join(scratch, 'trial-'));
  const isOnSmallDisk = trial.fault.kind === 'disk-full';
  if (isOnSmallDisk) mountDisk(root, diskBytes);
  const folder = join(root, 'station');
  mkdirSync(folder);
  try {
    const sides = sidesOf(trial);
    const { duplex, pageBytes, fault } = trial;
    const report = await runStation({ folder, sides, duplex, pageBytes, fault });
    mend(folder, root, trial.fault, report);
    const after = lookAt(folder);
    const end = await goOn(folder, trial, sides);
    return judge(trial, sides, { report, after, end });
  } finally {
    if (isOnSmallDisk) unmount(root);
    rmSync(root, { recursive: true });
  }
}

function sidesOf({ sheets, duplex }: ScanTrial): string[] {
  return Array.from({ length: sheets }, (_, index) => `${index + 1}`).flatMap((sheet) =>
    duplex ? [`${sheet} front`, `${sheet} back`] : [sheet],
  );
}

/** What a person does before going on: makes room on the disk, makes the folder writable. */
function mend(folder: string, root: string, fault: Fault, { struck }: StationReport): void {
  if (!struck) return;
  if (fault.kind === 'disk-full') rmSync(join(root, ballastName));
  if (fault.kind === 'read-only') unmount(join(folder, fault.part));
}

function lookAt(folder: string): StoreCheck {
  const store = openReadableStore(folder);
  try {
    return checkStore(folder, store);
  } finally {
    store.close();
  }
}

interface End extends StoreCheck {
  /** What the screen said of the stop before it went on; null when the batch was not there yet. */
  readonly toldBefore: string | null;
  readonly stop: string | null;
}

/** Opens the folder again and scans what was not counted, the whole sheet where only its front was. */
async function goOn(folder: string, { duplex, pageBytes }: ScanTrial, sides: readonly string[]): Promise<End> {
  let left: readonly string[] = [];
  const pile = {
    ...{ pageBytes, fault: null, onAsked: () => undefined, onGiven: () => undefined, onFault: async () => undefined },
    get sides() {
      return left;
    },
  };
  const freeBytes = async () => Number.POSITIVE_INFINITY;
  const scanning = await openScanning({ folder, clock: () => new Date(), pile, freeBytes });
  try {
    const { station, scans } = scanning;
    const batch = station.store.first(station.store.query.selectFrom('batches').select('id'));
    const before = batch === undefined ? null : scans.view(batch.id);
    const sidesOfSheet = duplex ? 2 : 1;
    const counted = before === null ? 0 : before.sheets - (before.sheetIncomplete ? 1 : 0);
    left = sides.slice(counted * sidesOfSheet);
    const batchId = await scanToStop(scanning, duplex);
    const check = checkStore(folder, station.store);
    return { ...check, toldBefore: before?.stop?.code ?? null, stop: scans.view(batchId).stop?.code ?? null };
  } finally {
    await scanning.close();
  }
}

interface Evidence {
  readonly report: StationReport;
  readonly after: StoreCheck;
  readonly end: End;
}

function judge(trial: ScanTrial, sides: readonly string[], { report, after, end }: Evidence): TrialOutcome {
  const labels = new Map(sides.map((label) => [sha256Of(drawLabelled(label, trial.pageBytes)), label]));
  const label = (sha256: string) => labels.get(sha256) ?? `unknown ${sha256}`;
  const [there, atEnd] = [after.sides.map(label), end.sides.map(label)];
  const broken = [...after.withoutBytes, ...end.withoutBytes].map(label);
  const missing = [
    ...report.acknowledged.filter((side) => !there.includes(side)),
    ...sides.filter((side) => !atEnd.includes(side)),
  ];
  const faults: string[] = [];
  if (!after.isAuditWhole || !end.isAuditWhole) faults.push('the audit log is broken');
  if (atEnd.join() !== sides.join()) faults.push(`the pile is ${atEnd.join()}`);
  if (end.stop !== 'feeder-empty') faults.push(`going on ended with ${end.stop}`);
  if (report.ending === 'hung' || report.ending === 'fell')
    faults.push(`the station ${report.ending}: ${report.errors}`);
  const mayHaveEnded = there.length === sides.length;
  const wanted = stopOf(trial.fault, report);
  // What was left of a disk may have held the rest of the pile.
  const hasFitted = trial.fault.kind === 'disk-full' && mayHaveEnded && report.stop === 'feeder-empty';
  if (report.ending === 'ended' && report.stop !== wanted && !hasFitted)
    faults.push(`it told ${report.stop}, not ${wanted}`);
  const isKilledMidway = report.ending === 'killed' && report.stop === null && end.toldBefore !== null;
  // The kill may come between the last word in the database and the last word to us.
  if (isKilledMidway && end.toldBefore !== 'station-ended' && !(mayHaveEnded && end.toldBefore === 'feeder-empty'))
    faults.push(`after the kill it told ${end.toldBefore}`);
  const isGuarded = trial.fault.kind === 'disk-full' && trial.fault.guarded;
  if (isGuarded && report.askedAfterStrike) faults.push('a sheet was drawn in with the disk full');
  return {
    pages: atEnd.length,
    losses: [...missing, ...broken],
    doubles: [...repeated(there), ...repeated(atEnd)],
    faults,
  };
}

/** The reason that a station which was not killed has to tell. */
function stopOf(fault: Fault, { struck }: StationReport): string {
  if (!struck) return 'feeder-empty';
  switch (fault.kind) {
    case 'kill':
    case 'clock-back':
      return 'feeder-empty';
    case 'disk-full':
      return 'disk-full';
    case 'read-only':
      return 'disk-failed';
    case 'cut-off':
      return fault.code;
    case 'truncated':
      return 'broken-page';
  }
}

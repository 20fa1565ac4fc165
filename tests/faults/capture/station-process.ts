import { writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { leastFreeBytes } from '../../../station/capture/feed-batch.ts';
import { fillDisk, freeBytes, mountReadOnly } from './disk.ts';
import { openScanning, scanToStop } from './open-scanning.ts';
import { type Fault, runSchema } from './plan.ts';

/**
 * A station in a process of its own, to be tried: scans what `argv[2]` says (a `Run` as JSON) and tells on file descriptor 3,
 * line by line, what was asked of the scanner, what was given, and why it stopped. Written at once, so that a killed process
 * has said all that it did.
 */
const run = runSchema.parse(JSON.parse(process.argv[2] ?? ''));
const { folder, sides, duplex, pageBytes, fault } = run;
let clockBackMs = 0;

function tell(line: string): void {
  writeSync(3, `${line}\n`);
}

async function strike(struck: Fault): Promise<void> {
  if (struck.kind === 'clock-back') clockBackMs = struck.byMs;
  if (struck.kind === 'read-only') mountReadOnly(join(folder, struck.part));
  if (struck.kind === 'disk-full') fillDisk(dirname(folder), struck.leftBytes);
  tell('struck');
}

/** The station's own limit, brought down to the size of the small disk. */
async function guardedBytes(): Promise<number> {
  return leastFreeBytes + freeBytes(dirname(folder)) - 4 * pageBytes - 2 ** 20;
}

const scanning = await openScanning({
  folder,
  clock: () => new Date(Date.now() - clockBackMs),
  pile: {
    ...{ sides, pageBytes, fault },
    onAsked: (index) => tell(`asked ${index}`),
    onGiven: (label) => tell(`given ${label}`),
    onFault: strike,
  },
  freeBytes: fault?.kind === 'disk-full' && fault.guarded ? guardedBytes : async () => Number.POSITIVE_INFINITY,
});
const batchId = await scanToStop(scanning, duplex);
tell(`stopped ${scanning.scans.view(batchId).stop?.code}`);
await scanning.close();

import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { verifyAudit } from '../../../station/audit/verify.ts';
import { originalPath, stationFolder } from '../../../station/store/folder.ts';
import { openReadableStore } from '../../../station/store/store.ts';
import { createRandom } from '../station/support/random.ts';
import { sidesOf } from './scanning-station.ts';
import { mockScanner, scratchFolder } from './support.ts';

const sheets = 12;
const kills = 8;
const seed = Number(process.env.TABULARIUM_TEST_SEED ?? Date.now() % 1_000_000);
const scanningProcess = fileURLToPath(new URL('./scanning-process.ts', import.meta.url));

/** Runs the station until the scanner has stopped or `afterMs` have passed since it began; then it is killed. */
async function runStation(folder: string, address: string, afterMs: number): Promise<'killed' | 'finished'> {
  const child = fork(scanningProcess, [folder, address], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  await Promise.race([once(child, 'message'), ended]);
  await Promise.race([setTimeout(afterMs), ended]);
  child.kill('SIGKILL');
  await ended;
  return child.signalCode === 'SIGKILL' ? 'killed' : 'finished';
}

async function storedSides(folder: string) {
  const store = openReadableStore(folder);
  const batch = store.first(store.query.selectFrom('batches').select('id'));
  const sides = batch === undefined ? [] : sidesOf(store, batch.id);
  const audit = verifyAudit(store);
  store.close();
  return { sides, audit };
}

it(`a pile of ${sheets} sheets is whole and in order after ${kills} kills (seed ${seed})`, {
  timeout: 600_000,
}, async () => {
  const random = createRandom(seed);
  const pile = Array.from({ length: sheets }, (_, index) => String(index + 1));
  const mock = await mockScanner({ sheets: pile });
  const root = await scratchFolder();
  const folder = join(root, 'data');
  let killed = 0;
  for (;;) {
    const outcome = await runStation(folder, mock.address, killed < kills ? 30 + random() * 500 : 120_000);
    const { sides } = await storedSides(folder);
    // The clerk lays in again what was not counted, the sheet that was on its way included.
    mock.layIn(pile.slice(sides.length));
    if (outcome === 'finished' && sides.length === sheets) break;
    killed += outcome === 'killed' ? 1 : 0;
  }
  const labelOf = new Map(
    mock.handedOut.map((page, index) => [createHash('sha256').update(page).digest('hex'), mock.labels[index]]),
  );
  const { sides, audit } = await storedSides(folder);
  expect(sides.map(({ sha256 }) => labelOf.get(sha256 ?? ''))).toEqual(pile.map((label) => `${label} front`));
  expect(sides.map(({ scanSheet }) => scanSheet)).toEqual(pile.map(Number));
  for (const { sha256 } of sides) {
    const bytes = await readFile(originalPath(stationFolder(folder), sha256 ?? ''));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  }
  expect(audit).toMatchObject({ faults: [] });
});

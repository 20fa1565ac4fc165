import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyAudit } from '../../../station/audit/verify.ts';
import { openReadableStore } from '../../../station/store/store.ts';
import { programPath, scriptedWorker } from '../programs/programs.ts';
import { startDesk } from '../rpc/desk.ts';
import { createRandom } from '../station/support/random.ts';
import { formOf, startApproved, startIntake, submissionsOf } from './office.ts';
import { openSlowLine } from './slow-line.ts';

const kills = 12;
const bytesPerSecond = 2_000_000;
const files = [1, 2, 3, 4, 5, 6, 7, 8];
const fileBytes = 2_000_000;
/** With what is still under way when a station dies, twelve such stretches fall within the eight files. */
const longestStretchBytes = 800_000;
const seed = 20260302;

const entry = programPath('delivering-process');

/** Starts the delivering station; resolves when it begins to work. */
async function begin(folder: string, batchId: string): Promise<ChildProcess> {
  const child = fork(entry, [folder, batchId, scriptedWorker], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await once(child, 'message');
  return child;
}

it(`a station killed up to ${kills} times while it uploads makes exactly one submission of each document, whole`, async () => {
  const intake = await startIntake();
  const line = await openSlowLine(bytesPerSecond, intake.url);
  const desk = await startDesk();
  const sources = Object.fromEntries(files.map((n) => [`${n}.png`, formOf(fileBytes)]));
  const { batchId, documentIds } = await startApproved(desk, line.url, sources);
  await desk.station.close();

  const random = createRandom(seed);
  let killed = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const child = await begin(desk.folder, batchId);
    await Promise.race([line.afterMore(random() * longestStretchBytes), once(child, 'exit')]);
    // On a slow machine more has passed by the time the kill comes, and the work may be done early.
    if (child.exitCode !== null) break;
    child.kill('SIGKILL');
    killed += 1;
    await once(child, 'exit');
    // Now and then what was on its way still arrives, while the next station begins already.
    if (kill % 3 !== 0) line.cut();
  }
  expect(killed).toBeGreaterThanOrEqual(kills / 2);
  const last = await begin(desk.folder, batchId);
  if (last.exitCode === null) await once(last, 'exit');
  expect(last.exitCode).toBe(0);

  const submissions = await submissionsOf(intake);
  expect(submissions.map(({ idempotencyKey }) => idempotencyKey).sort()).toEqual(documentIds.toSorted());
  const numbers = submissions.map(({ receipt }) => receipt.protocolNumber).sort();
  expect(numbers).toEqual(files.map((n) => `${new Date().getUTCFullYear()}/000000${n}`));
  for (const { body, pages } of submissions) {
    const arrived = await readFile(join(intake.folder, 'uploads', pages[0].uploadId));
    expect(createHash('sha256').update(arrived).digest('hex')).toBe(body.pages[0].sha256);
  }
  const store = openReadableStore(desk.folder);
  expect(store.all(store.query.selectFrom('documents').select('state').distinct())).toEqual([{ state: 'delivered' }]);
  expect(store.all(store.query.selectFrom('deliveries').select('receipt')).every(({ receipt }) => receipt)).toBe(true);
  expect(verifyAudit(store).faults).toEqual([]);
  store.close();
});

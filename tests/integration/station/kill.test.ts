import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { verifyAudit } from '../../../station/audit/verify.ts';
import { originalPath, stationFolder } from '../../../station/store/folder.ts';
import { openReadableStore } from '../../../station/store/store.ts';
import { programPath, scriptedWorker } from '../programs/programs.ts';
import { createRandom } from './support/random.ts';
import { writeSources } from './support/scripted-source.ts';
import { temporaryFolder } from './support/test-station.ts';

const kills = 50;
const files = 24;
const pages = 40;
const stationProcess = programPath('station-process');
const seed = Number(process.env.TABULARIUM_TEST_SEED ?? Date.now() % 1_000_000);

/** Every other moment falls into the first fifth, where files are still being taken in. */
function anyMoment(random: () => number, longestMs: number): number {
  const share = random() < 0.5 ? 0.2 : 1;
  return random() * share * longestMs;
}

async function writePile(folder: string): Promise<void> {
  for (let index = 0; index < files - 2; index += 1) {
    const own = index % 2 === 0 ? (['read', 'blank', 'read'] as const) : (['read'] as const);
    const salt = String(index);
    await writeSources(folder, { [`${index}.png`]: { pages: index < 18 ? own : ['read'], salt, delayMs: 8 } });
  }
  await writeSources(folder, { 'same.png': { pages: ['read', 'blank', 'read'], salt: '0', delayMs: 8 } });
  await writeSources(folder, { 'truth.json': '{}' });
}

/**
 * How long the work takes when nothing kills it, and a little more, so that some moments fall after the end: on a busy
 * machine, moments of a fixed span would all fall before any page is read.
 */
async function spanOfMoments(folder: string, input: string): Promise<number> {
  const { outcome, tookMs } = await runStation(folder, input, 60_000);
  expect(outcome).toBe('finished');
  await expectComplete(folder);
  return 1.1 * tookMs;
}

interface Run {
  readonly outcome: 'killed' | 'finished';
  /** From when the station began its work. */
  readonly tookMs: number;
}

/** Runs the station until it has finished or `afterMs` have passed since it began; then it is killed. */
async function runStation(folder: string, input: string, afterMs: number): Promise<Run> {
  const child = fork(stationProcess, [folder, input, scriptedWorker], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let complaint = '';
  child.stderr?.on('data', (text) => {
    complaint += text;
  });
  const ended = once(child, 'exit');
  await Promise.race([once(child, 'message'), ended]);
  const beganAt = performance.now();
  await Promise.race([setTimeout(afterMs), ended]);
  child.kill('SIGKILL');
  await ended;
  const tookMs = performance.now() - beganAt;
  if (child.exitCode === 0) return { outcome: 'finished', tookMs };
  if (child.signalCode !== 'SIGKILL') throw new Error(`the station ended by itself: ${complaint}`);
  return { outcome: 'killed', tookMs };
}

/** What has been accepted so far: pages with their place, and whether they are read. */
function readPages(folder: string) {
  const store = openReadableStore(folder);
  const rows = store.all(
    store.query.selectFrom('batch_pages').select(['id', 'sourceName', 'pageIndex', 'state', 'sha256', 'documentId']),
  );
  const audit = verifyAudit(store);
  store.close();
  return { rows, audit };
}

it(`loses and doubles nothing when it is killed at ${kills} random moments, and finishes by itself (seed ${seed})`, {
  timeout: 600_000,
}, async () => {
  const random = createRandom(seed);
  const root = await temporaryFolder();
  const input = join(root, 'in');
  await writePile(input);
  const longestMs = await spanOfMoments(join(root, 'undisturbed'), input);
  const phases = new Map<string, number>();
  let killed = 0;
  for (let round = 0; killed < kills; round += 1) {
    const folder = join(root, `data-${round}`);
    let accepted = new Map<string, string>();
    for (let finished = false; !finished; ) {
      const { outcome } = await runStation(folder, input, killed < kills ? anyMoment(random, longestMs) : 60_000);
      if (outcome === 'killed') killed += 1;
      finished = outcome === 'finished';
      const { rows, audit } = readPages(folder);
      expect(audit.faults).toEqual([]);
      const now = new Map(rows.map((row) => [row.id, `${row.sourceName} ${row.pageIndex}`]));
      expect(new Set(now.values()).size).toBe(now.size);
      for (const [id, place] of accepted) expect(now.get(id)).toBe(place);
      for (const { sha256 } of rows) expect(existsSync(originalPath(stationFolder(folder), sha256))).toBe(true);
      accepted = now;
      if (outcome === 'killed') count(phases, phaseOf(folder));
    }
    await expectComplete(folder);
  }
  expect(phases.get('import')).toBeGreaterThan(0);
  expect(phases.get('reading')).toBeGreaterThan(0);
});

/** What the station was at when it died. */
function phaseOf(folder: string): 'import' | 'reading' | 'afterwards' {
  const store = openReadableStore(folder);
  const { query } = store;
  const taken = store.all(query.selectFrom('import_files').select('ordinal').where('taken', '=', 1)).length;
  const read = store.all(query.selectFrom('pages').select('id').where('state', '=', 'read')).length;
  store.close();
  if (taken < files) return 'import';
  return read < pages ? 'reading' : 'afterwards';
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

async function expectComplete(folder: string): Promise<void> {
  const { rows } = readPages(folder);
  expect(rows).toHaveLength(pages);
  for (const { state, documentId, sha256 } of rows) {
    expect(state).toBe('read');
    expect(documentId).not.toBeNull();
    const bytes = await readFile(originalPath(stationFolder(folder), sha256));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  }
  expect(await readdir(join(folder, 'originals', 'incoming'))).toEqual([]);
  const store = openReadableStore(folder);
  const sources = store.all(store.query.selectFrom('sources').select(['state', 'reasonCode']));
  const documents = store.all(store.query.selectFrom('documents').select('ordinal').orderBy('ordinal'));
  store.close();
  expect(sources).toHaveLength(files);
  expect(sources.filter(({ state }) => state !== 'opened')).toEqual([
    { state: 'duplicate', reasonCode: 'duplicate-in-batch' },
    { state: 'refused', reasonCode: 'unsupported-format' },
  ]);
  expect(documents.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: files - 2 }, (_, index) => index));
}

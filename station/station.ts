import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { BatchProgress } from '../contract/batch.ts';
import { loadTables, type Tables } from '../ocr/extract/tables/tables.ts';
import { createPagePool } from '../ocr/worker/pool.ts';
import { createRefitLane } from './calibration/refit.ts';
import { createCalibrationShelf } from './calibration/shelf.ts';
import { enterBatch, requireProfile } from './capture/enter-batch.ts';
import { createTestPictures } from './capture/test-picture.ts';
import type { StationCore } from './core.ts';
import { createFormShelf } from './forms/shelf.ts';
import type { Logger } from './logger.ts';
import { createBatchChanges } from './pipeline/changes.ts';
import { createJobRunner, type Lane } from './pipeline/job-runner.ts';
import { createPipelineLanes } from './pipeline/lanes.ts';
import { createPagePictures } from './pipeline/page-picture.ts';
import { batchProgress, pipelineKinds } from './pipeline/progress.ts';
import { retryPage } from './pipeline/retry-page.ts';
import type { Resources } from './resources.ts';
import { countOpenJobs, enqueue, makeUrgent } from './store/jobs.ts';
import { sweepIncoming } from './store/originals.ts';
import { openStore, type Store } from './store/store.ts';
import { presentQuality } from './texts/quality.ts';

export interface StationOptions {
  /** The workstation's folder. */
  readonly folder: string;
  readonly resources: Resources;
  readonly clock: () => Date;
  readonly logger: Logger;
  /** Page workers; by default one for each processor but at most four. */
  readonly workers?: number;
  /** Built entry of the page worker; the one in the source tree when absent. */
  readonly workerEntry?: string;
  readonly retryDelayMs?: number;
  /** Further kinds of jobs, for example deliveries. */
  readonly lanes?: (station: StationCore) => readonly Lane[];
}

export interface NewBatch {
  readonly name: string;
  readonly profileId: string;
  /** Absolute paths of files and folders. */
  readonly paths: readonly string[];
  /** Account id, or the machine's name for the command line. */
  readonly actor: string;
}

export interface Station extends StationCore {
  /** Takes up the work that is there, also what a killed station left. */
  start(): void;
  /** Returns the new batch's id at once; its files are taken in afterwards. Throws an AppError for an unknown profile. */
  createBatch(batch: NewBatch): string;
  progress(batchId: string): BatchProgress;
  /** Resolves when nothing is left to do for the batch. */
  idle(batchId: string): Promise<void>;
  /** Puts a quarantined page back into the queue. Throws an AppError `NOT_FOUND` or `CONFLICT`. */
  retryPage(pageId: string, actor: string): void;
  /** Lets the page on screen be read before all others. */
  putFirst(pageId: string): void;
  /** Ends the work in hand and gives the folder back. */
  close(): Promise<void>;
}

/** Opens the workstation in its folder. Throws an AppError when the folder or its database cannot be used. */
export async function openStation(options: StationOptions): Promise<Station> {
  const { clock, logger, resources } = options;
  const store = await openStore(options.folder, { clock });
  try {
    await sweepIncoming(store.folder);
  } catch (error) {
    store.close();
    throw error;
  }
  const workers = options.workers ?? Math.min(4, availableParallelism());
  const entry = options.workerEntry === undefined ? {} : { entry: options.workerEntry };
  const pool = createPagePool({ workers, ...entry });
  const promptPool = createPagePool({ workers: 1, ...entry });
  const forms = createFormShelf({
    builtIn: resources.forms,
    added: store.folder.forms,
    onBroken: (_folder, error) => logger.warn({ err: error }, 'an added form package cannot be loaded'),
  });
  const calibration = createCalibrationShelf({ store, shipped: resources.calibration, logger });
  const changes = createBatchChanges();
  let tables: Promise<Tables> | undefined;

  const core: StationCore = {
    ...{ store, forms, calibration, changes, clock, logger },
    picture: createPagePictures(store, pool),
    testPictures: createTestPictures(store.folder, pool),
    async assess(path, expected) {
      const response = await promptPool.run({ kind: 'assess', path, name: 'test', index: 0, ...expected });
      return response.kind === 'assessed' ? presentQuality(response.quality) : null;
    },
    loadTables() {
      tables ??= loadTables(resources.tables, store.folder).catch((error: unknown) => {
        tables = undefined;
        throw error;
      });
      return tables;
    },
    forgetTables() {
      tables = undefined;
    },
    announce(batchId) {
      changes.announce(batchId);
      runner.wake();
    },
  };
  const runner = createJobRunner({
    ...{ store, clock, logger },
    ...(options.retryDelayMs !== undefined && { retryDelayMs: options.retryDelayMs }),
    lanes: [
      ...createPipelineLanes(core, { pool, promptPool }, workers),
      createRefitLane(core),
      ...(options.lanes?.(core) ?? []),
    ],
    onChange: changes.announce,
  });
  return { ...core, ...batchWork(core), start: runner.start, close };

  async function close(): Promise<void> {
    const ended = runner.close();
    await Promise.all([pool.close(), promptPool.close()]);
    await ended;
    store.close();
  }
}

function batchWork(core: StationCore): Pick<Station, 'createBatch' | 'progress' | 'idle' | 'retryPage' | 'putFirst'> {
  const { store, changes } = core;
  const isIdle = (batchId: string) => countOpenJobs(store, batchId, pipelineKinds) === 0;
  return {
    createBatch(batch) {
      const id = createBatch(store, batch);
      core.announce(id);
      return id;
    },
    progress: (batchId) => batchProgress(store, batchId),
    async idle(batchId) {
      if (isIdle(batchId)) return;
      await new Promise<void>((resolve) => {
        const unsubscribe = changes.subscribe(batchId, () => {
          if (!isIdle(batchId)) return;
          unsubscribe();
          resolve();
        });
      });
    },
    retryPage: (pageId, actor) => core.announce(retryPage(store, pageId, actor)),
    putFirst: (pageId) => store.transact((transaction) => makeUrgent(transaction, 'read', pageId)),
  };
}

function createBatch(store: Store, { name, profileId, paths, actor }: NewBatch): string {
  requireProfile(profileId);
  const id = randomUUID();
  store.transact((transaction) => {
    enterBatch(transaction, { id, name, profileId, actor, chosen: paths.length });
    enqueue(transaction, { kind: 'import', subjectId: id, batchId: id, parameters: { paths } });
  });
  return id;
}

import type { PagePool } from '../../ocr/worker/pool.ts';
import { withThreshold } from '../calibration/with-threshold.ts';
import { importBatch, importParametersSchema, refuseTheRest } from '../capture/import-batch.ts';
import { createAssessHandler } from '../capture/quality/assess-page.ts';
import type { StationCore } from '../core.ts';
import { recognisedForms } from '../forms/recognised.ts';
import { chosenThreshold } from '../store/chosen-threshold.ts';
import { createAssembleHandler } from './assemble.ts';
import type { JobHandler, Lane } from './job-runner.ts';
import { createOpenHandler } from './open-source.ts';
import { createReadHandler } from './read-page.ts';
import { enqueueAssemblyWhenSettled } from './settle-batch.ts';

export interface PipelinePools {
  /** Reads pages. */
  readonly pool: PagePool;
  /** One worker that looks at pages as they come from a scanner, however much there is to read. */
  readonly promptPool: PagePool;
}

/**
 * The kinds of jobs from files to documents: imports and assembly one at a time, pages as many as there are workers. The
 * first look goes one page after the other, so that streaks are compared in the order in which the sheets came.
 */
export function createPipelineLanes(core: StationCore, { pool, promptPool }: PipelinePools, workers: number): Lane[] {
  const { store, forms } = core;
  const open = createOpenHandler({ store, pool, promptPool });
  const read = createReadHandler({
    ...{ store, pool },
    formFolders: async (only, batchId) => {
      const known = only === undefined ? await recognisedForms(core, batchId) : await forms.byKey();
      return [...known].filter(([key]) => only === undefined || key === only).map(([, { folder }]) => folder);
    },
  });
  const assemble = createAssembleHandler({
    store,
    loadForms: forms.byKey,
    loadRecognised: (batchId) => recognisedForms(core, batchId),
    loadTables: core.loadTables,
    loadCalibration: async () => withThreshold(await core.calibration.inForce(), chosenThreshold(store)),
  });
  return [
    { places: 1, handlers: { import: createImportHandler(core) } },
    { places: workers, handlers: { open } },
    { places: 1, handlers: { assess: createAssessHandler({ store, pool: promptPool }) } },
    { places: workers, handlers: { read } },
    { places: 1, handlers: { assemble } },
  ];
}

function createImportHandler({ store, announce }: StationCore): JobHandler {
  return {
    async work({ batchId, parameters }, signal) {
      const { paths } = importParametersSchema.parse(JSON.parse(parameters));
      const onTaken = () => announce(batchId);
      if (!(await importBatch(store, { batchId, paths, signal, onTaken }))) return { kind: 'interrupted' };
      return { kind: 'done', commit: (transaction) => enqueueAssemblyWhenSettled(transaction, batchId) };
    },
    giveUp(transaction, { batchId }, failure) {
      refuseTheRest(transaction, batchId, failure);
      enqueueAssemblyWhenSettled(transaction, batchId);
    },
  };
}

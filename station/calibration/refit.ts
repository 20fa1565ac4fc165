import { setImmediate } from 'node:timers/promises';
import type { Observation } from '../../ocr/extract/calibrate/fit.ts';
import { refitCalibration } from '../../ocr/extract/calibrate/refit.ts';
import { appendEvent, machine } from '../audit/chain.ts';
import type { StationCore } from '../core.ts';
import { type JobHandler, type Lane, nothingToDo } from '../pipeline/job-runner.ts';
import type { Transaction } from '../store/connection.ts';
import { enqueue } from '../store/jobs.ts';
import { loadKnowledge } from '../verify/document-detail.ts';
import { approvedDocuments, observeDocument } from './verified-fields.ts';

export const refitKind = 'refit';

export type RefitCore = Pick<StationCore, 'store' | 'forms' | 'loadTables' | 'calibration'>;

/** Has the workstation learn from a batch once the last of its documents is approved. */
export function enqueueRefitWhenApproved(transaction: Transaction, batchId: string): void {
  const { query } = transaction;
  const open = transaction.first(
    query
      .selectFrom('documents')
      .select('id')
      .where('batchId', '=', batchId)
      .where('state', 'not in', ['approved', 'delivered', 'quarantined'])
      .limit(1),
  );
  if (open === undefined) enqueue(transaction, { kind: refitKind, subjectId: batchId, batchId, parameters: {} });
}

/** The lane of a station that learns from verdicts, one fit at a time. */
export function createRefitLane(core: RefitCore): Lane {
  const handler: JobHandler = {
    async work(_job, signal) {
      const observations = await observeVerdicts(core, signal);
      if (signal.aborted) return { kind: 'interrupted' };
      if (observations.length === 0) return nothingToDo;
      await core.calibration.replace(refitCalibration(await core.calibration.shipped(), observations));
      return { kind: 'done', commit: (transaction) => recordRefit(transaction, observations) };
    },
    // What was in force stays in force.
    giveUp: () => undefined,
  };
  return { places: 1, handlers: { [refitKind]: handler } };
}

/** Every field on which people have given their word, against what the machine makes of it. */
async function observeVerdicts(core: RefitCore, signal: AbortSignal): Promise<Observation[]> {
  const { forms, tables } = await loadKnowledge(core);
  const observations: Observation[] = [];
  for (const { id, formKey } of approvedDocuments(core.store)) {
    if (signal.aborted) return [];
    const form = forms.get(formKey);
    if (form !== undefined) observations.push(...observeDocument(core.store, id, form, { tables }));
    // The screens must not wait for a long series of documents.
    await setImmediate();
  }
  return observations;
}

function recordRefit(transaction: Transaction, observations: readonly Observation[]): void {
  appendEvent(transaction, {
    actor: machine,
    action: 'calibration.refitted',
    subjectKind: 'station',
    subjectId: 'calibration',
    detail: {
      documents: new Set(observations.map(({ document }) => document)).size,
      verdicts: observations.length,
      corrected: observations.filter(({ right }) => !right).length,
    },
  });
}

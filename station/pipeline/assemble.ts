import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Calibration } from '../../ocr/extract/calibrate/calibration.ts';
import type { Tables } from '../../ocr/extract/tables/tables.ts';
import type { FormPackage } from '../../ocr/model/form.ts';
import type { Store } from '../store/store.ts';
import { dissolveStale, labelDocuments, orderDocuments } from './document-upkeep.ts';
import { createFormByLabels } from './form-by-labels.ts';
import { groupPages, type PageGroup } from './group-pages.ts';
import type { JobHandler } from './job-runner.ts';
import { addLengthNotices } from './length-notices.ts';
import { makeDocument } from './make-document.ts';
import { notePages, withMissedSeparators } from './note-pages.ts';
import { partDocument } from './part-document.ts';
import { type PileToGroup, pileToGroup } from './pile-to-group.ts';
import { renewDocument } from './renew-document.ts';
import { enqueueAssemblyWhenSettled } from './settle-batch.ts';

export interface AssembleOptions {
  readonly store: Store;
  readonly loadForms: () => Promise<ReadonlyMap<string, FormPackage>>;
  /** Those of the forms that pages of a batch may turn out to be. */
  readonly loadRecognised: (batchId: string) => Promise<ReadonlyMap<string, FormPackage>>;
  readonly loadTables: () => Promise<Tables>;
  readonly loadCalibration: () => Promise<Calibration>;
}

/**
 * `assemble` jobs: makes the documents of a batch from its pages. Running it again, after a crash or when a page was read
 * anew, leaves documents alone that still hold the same pages and those that a person has worked on.
 */
export function createAssembleHandler({ store, ...load }: AssembleOptions): JobHandler {
  return {
    async work({ batchId }, signal) {
      const [forms, recognised, tables, calibration] = await Promise.all([
        load.loadForms(),
        load.loadRecognised(batchId),
        load.loadTables(),
        load.loadCalibration(),
      ]);
      const formByLabels = createFormByLabels(recognised, tables);
      const group = ({ pages, separation }: PileToGroup) =>
        addLengthNotices(groupPages(pages, separation), separation, forms);
      const groups = group(pileToGroup(store, batchId, formByLabels));
      const madeOf = (one: PageGroup) => ({ batchId, group: one, forms, tables, calibration });
      const fresh = store.transact((transaction) => {
        const stale = dissolveStale(transaction, batchId, groups);
        for (const renewal of stale.renewals) {
          for (const one of renewal.parted) partDocument(transaction, renewal.documentId, one, madeOf(one.group));
          renewDocument(transaction, renewal, madeOf(renewal.group));
        }
        return stale.fresh;
      });
      for (const one of fresh) {
        if (signal.aborted) return { kind: 'interrupted' };
        store.transact((transaction) => makeDocument(transaction, madeOf(one)));
        // A large batch must not keep the screens waiting.
        await setImmediate();
      }
      return {
        kind: 'done',
        commit(transaction) {
          orderDocuments(transaction, batchId);
          // People may have changed the pile meanwhile, and could not queue what was at work already.
          const pile = pileToGroup(transaction, batchId, formByLabels);
          if (!isDeepStrictEqual(group(pile), groups)) return enqueueAssemblyWhenSettled(transaction, batchId);
          labelDocuments(transaction, batchId, groups);
          notePages(transaction, batchId, withMissedSeparators(pile.separatorNotices, groups));
        },
      };
    },
    // The pages stay as they are; the batch shows them without documents, and the job's row keeps the reason.
    giveUp: () => undefined,
  };
}

import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Calibration } from '../../ocr/extract/calibrate/calibration.ts';
import type { Tables } from '../../ocr/extract/tables.ts';
import type { FormPackage } from '../../ocr/model/form.ts';
import type { ReadableStore } from '../store/connection.ts';
import type { Store } from '../store/store.ts';
import { dissolveStale, isOnlyMachines, orderDocuments } from './document-upkeep.ts';
import { createFormByLabels, type FormByLabels } from './form-by-labels.ts';
import { groupPages, type PageToGroup } from './group-pages.ts';
import type { JobHandler } from './job-runner.ts';
import { makeDocument } from './make-document.ts';
import { enqueueAssemblyWhenSettled } from './settle-batch.ts';

export interface AssembleOptions {
  readonly store: Store;
  readonly loadForms: () => Promise<ReadonlyMap<string, FormPackage>>;
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
      const [forms, tables, calibration] = await Promise.all([
        load.loadForms(),
        load.loadTables(),
        load.loadCalibration(),
      ]);
      const formByLabels = createFormByLabels(forms, tables);
      const groups = groupPages(pagesToGroup(store, batchId, formByLabels));
      const fresh = store.transact((transaction) => dissolveStale(transaction, batchId, groups));
      for (const group of fresh) {
        if (signal.aborted) return { kind: 'interrupted' };
        store.transact((transaction) => makeDocument(transaction, { batchId, group, forms, tables, calibration }));
        // A large batch must not keep the screens waiting.
        await setImmediate();
      }
      return {
        kind: 'done',
        commit(transaction) {
          orderDocuments(transaction, batchId);
          // A page that a person retried may have been read meanwhile, and could not queue what was at work already.
          const isCurrent = isDeepStrictEqual(groupPages(pagesToGroup(transaction, batchId, formByLabels)), groups);
          if (!isCurrent) enqueueAssemblyWhenSettled(transaction, batchId);
        },
      };
    },
    // The pages stay as they are; the batch shows them without documents, and the job's row keeps the reason.
    giveUp: () => undefined,
  };
}

/** Pages that are ready and not in a document that a person has worked on, in the order of the batch. */
function pagesToGroup(
  store: Pick<ReadableStore, 'all' | 'query'>,
  batchId: string,
  formByLabels: FormByLabels,
): PageToGroup[] {
  const rows = store.all(
    store.query
      .selectFrom('batch_pages as page')
      .innerJoin('sources', 'sources.id', 'page.sourceId')
      .leftJoin('readings', 'readings.pageId', 'page.id')
      .leftJoin('documents', 'documents.id', 'page.documentId')
      .select(['page.id', 'page.sourceId', 'page.state', 'page.blank', 'page.formKey', 'page.layoutPage'])
      .select('sources.scanSheet')
      .select(['documents.state as documentState', 'documents.verifiedBy'])
      .select(({ fn, val }) =>
        fn<string | null>('json_extract', ['readings.reading', val('$.notAligned.form')]).as('notAligned'),
      )
      .select(({ fn, val }) => fn<string | null>('json_extract', ['readings.reading', val('$.pairs')]).as('pairs'))
      .where('page.batchId', '=', batchId)
      .where('page.state', 'in', ['read', 'quarantined'])
      .orderBy('page.ordinal'),
  );
  return rows
    .filter(({ documentState, verifiedBy }) => documentState === null || isOnlyMachines(documentState, verifiedBy))
    .map(({ id, sourceId, scanSheet, state, blank, formKey, layoutPage, notAligned, pairs }) => ({
      ...{ id, state, notAligned },
      // Of a scanned pile each side is a source of its own; what belongs together is the sheet.
      sourceId: scanSheet === null ? sourceId : `sheet ${scanSheet}`,
      blank: blank === 1,
      registration:
        formKey === null || layoutPage === null
          ? registerByLabels(notAligned === null ? pairs : null, formByLabels)
          : { formKey, layoutPage },
    }));
}

/** A page whose labels fit a form without a layout is a document of its own: nothing tells which pages follow it. */
function registerByLabels(pairsJson: string | null, formByLabels: FormByLabels): PageToGroup['registration'] {
  const formKey = pairsJson === null ? null : formByLabels(pairsJson);
  return formKey === null ? null : { formKey, layoutPage: 0 };
}

import { type PageReading, readSettingsSchema } from '../../ocr/model/result.ts';
import type { PagePool } from '../../ocr/worker/pool.ts';
import { machine } from '../audit/chain.ts';
import { changePage } from '../store/change-state.ts';
import type { Transaction } from '../store/connection.ts';
import { originalPath } from '../store/folder.ts';
import { locatePage } from '../store/locate-page.ts';
import type { Store } from '../store/store.ts';
import { type JobHandler, nothingToDo } from './job-runner.ts';
import { enqueueAssemblyWhenSettled } from './settle-batch.ts';

export interface ReadPageOptions {
  readonly store: Store;
  readonly pool: PagePool;
  /** Folders of the form packages that a page may belong to. */
  readonly formFolders: () => Promise<readonly string[]>;
}

/** `read` jobs: has a worker read one page and keeps what it saw, or quarantines the page with the reason. */
export function createReadHandler({ store, pool, formFolders }: ReadPageOptions): JobHandler {
  return {
    async work({ subjectId, parameters, urgent }) {
      const page = locatePage(store, subjectId);
      if (page?.state !== 'captured') return nothingToDo;
      const settings = readSettingsSchema.parse(JSON.parse(parameters));
      const response = await pool.run(
        {
          kind: 'read',
          path: originalPath(store.folder, page.sha256),
          name: page.sourceName,
          index: page.index,
          forms: [...(await formFolders())],
          layoutCache: store.folder.layoutCache,
          settings,
        },
        { urgent: urgent === 1 },
      );
      if (response.kind === 'failed') return response;
      if (response.kind !== 'read') throw new TypeError(`a worker answered read with ${response.kind}`);
      return {
        kind: 'done',
        commit(transaction) {
          storeReading(transaction, subjectId, response.reading);
          enqueueAssemblyWhenSettled(transaction, page.batchId);
        },
      };
    },
    giveUp(transaction, { subjectId, batchId }, failure) {
      changePage(transaction, {
        id: subjectId,
        to: 'quarantined',
        actor: machine,
        detail: { reason: failure.code },
        set: { failureCode: failure.code, failureDetail: failure.detail },
      });
      enqueueAssemblyWhenSettled(transaction, batchId);
    },
  };
}

function storeReading(transaction: Transaction, pageId: string, reading: PageReading): void {
  const { preparation, registration, captured } = reading;
  transaction.run(
    transaction.query
      .insertInto('readings')
      .values({ pageId, reading: JSON.stringify(reading), readAt: transaction.now.toISOString() })
      .onConflict((conflict) =>
        conflict
          .column('pageId')
          .doUpdateSet({ reading: JSON.stringify(reading), readAt: transaction.now.toISOString() }),
      ),
  );
  changePage(transaction, {
    id: pageId,
    to: 'read',
    actor: machine,
    detail: { form: registration?.form ?? null, blank: preparation.blank },
    set: {
      widthPx: captured.widthPx,
      heightPx: captured.heightPx,
      dpi: captured.dpi,
      rotationDeg: preparation.rotationDeg,
      blank: preparation.blank ? 1 : 0,
      formKey: registration?.form ?? null,
      layoutPage: registration?.layoutPage ?? null,
    },
  });
}

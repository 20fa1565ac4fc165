import { isDeepStrictEqual } from 'node:util';
import { type PageReading, type ReadSettings, readSettingsSchema } from '../../ocr/model/result.ts';
import type { PagePool } from '../../ocr/worker/pool.ts';
import { machine } from '../audit/chain.ts';
import { sortOut } from '../pile/sort-out.ts';
import { changePage } from '../store/change-state.ts';
import type { ReadableStore, Transaction } from '../store/connection.ts';
import { originalPath } from '../store/folder.ts';
import { enqueue } from '../store/jobs.ts';
import { locatePage } from '../store/locate-page.ts';
import { updatePlace } from '../store/pile.ts';
import { saidForm } from '../store/said-forms.ts';
import type { Store } from '../store/store.ts';
import { dissolveDocumentOf } from './document-upkeep.ts';
import { type JobHandler, type JobOutcome, nothingToDo } from './job-runner.ts';
import { readSettingsOf } from './read-settings.ts';
import { enqueueAssemblyWhenSettled } from './settle-batch.ts';

export interface ReadPageOptions {
  readonly store: Store;
  readonly pool: PagePool;
  /** Folders of the form packages that a page may belong to: of that one, of none (null), of all in use (undefined). */
  readonly formFolders: (form: string | null | undefined, batchId: string) => Promise<readonly string[]>;
}

/** `read` jobs: has a worker read one page and keeps what it saw, or quarantines the page with the reason. */
export function createReadHandler({ store, pool, formFolders }: ReadPageOptions): JobHandler {
  return {
    async work({ subjectId, parameters, urgent }) {
      const page = locatePage(store, subjectId);
      if (page?.state !== 'captured') return nothingToDo;
      const settings = readSettingsSchema.parse(JSON.parse(parameters));
      if (!isCurrent(store, subjectId, settings)) return readAsItIsNow(subjectId, page.batchId);
      const response = await pool.run(
        {
          kind: 'read',
          path: originalPath(store.folder, page.sha256),
          name: page.sourceName,
          index: page.index,
          forms: [...(await formFolders(saidForm(store, subjectId), page.batchId))],
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
          if (isCurrent(transaction, subjectId, settings)) storeReading(transaction, subjectId, response.reading);
          else enqueueReading(transaction, subjectId, page.batchId);
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

/** A person may turn a page while it is being read. */
function isCurrent(store: ReadableStore, pageId: string, settings: ReadSettings): boolean {
  return isDeepStrictEqual(readSettingsOf(store, pageId), settings);
}

function readAsItIsNow(pageId: string, batchId: string): JobOutcome {
  return { kind: 'done', commit: (transaction) => enqueueReading(transaction, pageId, batchId) };
}

function enqueueReading(transaction: Transaction, pageId: string, batchId: string): void {
  if (locatePage(transaction, pageId)?.state !== 'captured') return;
  const parameters = { ...readSettingsOf(transaction, pageId) };
  enqueue(transaction, { kind: 'read', subjectId: pageId, batchId, parameters });
}

function storeReading(transaction: Transaction, pageId: string, reading: PageReading): void {
  const { preparation, registration, captured, separator = null } = reading;
  const settings = readSettingsOf(transaction, pageId);
  // What was made of the page as it was read before holds no longer.
  dissolveDocumentOf(transaction, pageId);
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
      rotationDeg: settings.turnDeg ?? preparation.rotationDeg,
      blank: preparation.blank ? 1 : 0,
      formKey: registration?.form ?? null,
      layoutPage: registration?.layoutPage ?? null,
      notAligned: reading.notAligned?.form ?? null,
    },
  });
  if (settings.separators !== undefined) {
    updatePlace(transaction, pageId, { sought: 1, separator: separator === null ? null : JSON.stringify(separator) });
  }
  sortOut(transaction, pageId, { blank: preparation.blank, separator });
}

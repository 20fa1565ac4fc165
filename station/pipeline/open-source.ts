import { randomUUID } from 'node:crypto';
import type { PageInfo } from '../../ocr/model/page.ts';
import type { PagePool } from '../../ocr/worker/pool.ts';
import { appendEvent, machine } from '../audit/chain.ts';
import { isPaperAtHand } from '../capture/quality/expectations.ts';
import { placePages } from '../pile/place-pages.ts';
import { changeSource } from '../store/change-state.ts';
import type { Transaction } from '../store/connection.ts';
import { originalPath } from '../store/folder.ts';
import { enqueue } from '../store/jobs.ts';
import type { Store } from '../store/store.ts';
import { type JobHandler, nothingToDo } from './job-runner.ts';
import { readSettingsOf } from './read-settings.ts';
import { enqueueAssemblyWhenSettled } from './settle-batch.ts';

export interface OpenSourceOptions {
  readonly store: Store;
  readonly pool: PagePool;
  /** For pages whose paper is at hand: somebody waits to see them. */
  readonly promptPool: PagePool;
}

/** `open` jobs: asks a worker which pages a stored source has, enters them, and queues the first look at each and its reading. */
export function createOpenHandler({ store, pool, promptPool }: OpenSourceOptions): JobHandler {
  return {
    async work({ subjectId, batchId }) {
      const source = store.first(
        store.query.selectFrom('sources').select(['name', 'sha256', 'state']).where('id', '=', subjectId),
      );
      if (source?.state !== 'stored' || source.sha256 === null) return nothingToDo;
      const path = originalPath(store.folder, source.sha256);
      const isAtHand = isPaperAtHand(store, batchId);
      const response = await (isAtHand ? promptPool : pool).run({ kind: 'inspect', path, name: source.name });
      if (response.kind === 'failed') return response;
      if (response.kind !== 'inspected') throw new TypeError(`a worker answered inspect with ${response.kind}`);
      return {
        kind: 'done',
        commit(transaction) {
          enterPages(transaction, { sourceId: subjectId, batchId, pages: response.pages, isAtHand });
          enqueueAssemblyWhenSettled(transaction, batchId);
        },
      };
    },
    giveUp(transaction, { subjectId, batchId }, failure) {
      changeSource(transaction, {
        id: subjectId,
        to: 'refused',
        actor: machine,
        detail: { reason: failure.code },
        set: { reasonCode: failure.code, reasonDetail: failure.detail },
      });
      enqueueAssemblyWhenSettled(transaction, batchId);
    },
  };
}

interface PagesToEnter {
  readonly sourceId: string;
  readonly batchId: string;
  readonly pages: readonly PageInfo[];
  readonly isAtHand: boolean;
}

function enterPages(transaction: Transaction, { sourceId, batchId, pages, isAtHand }: PagesToEnter): void {
  changeSource(transaction, { id: sourceId, to: 'opened', actor: machine, detail: { pages: pages.length } });
  const entered = pages.map((page) => ({ ...page, id: randomUUID() }));
  for (const { id, index, widthPx, heightPx, dpi } of entered) {
    transaction.run(
      transaction.query.insertInto('pages').values({
        ...{ id, batchId, sourceId, pageIndex: index, state: 'captured', widthPx, heightPx, dpi },
        ...{ blank: null, formKey: null, layoutPage: null, notAligned: null, failureCode: null, failureDetail: null },
      }),
    );
    appendEvent(transaction, {
      actor: machine,
      action: 'page.captured',
      subjectKind: 'page',
      subjectId: id,
      detail: { source: sourceId, index },
    });
    if (isAtHand) enqueue(transaction, { kind: 'assess', subjectId: id, batchId, parameters: {} });
  }
  placePages(transaction, { sourceId, batchId, pages: entered });
  for (const { id } of entered) {
    const parameters = { ...readSettingsOf(transaction, id) };
    enqueue(transaction, { kind: 'read', subjectId: id, batchId, parameters });
  }
}

import type { PageQuality } from '../../../ocr/model/quality.ts';
import { confirmStreaks, pagesOfStreak } from '../../../ocr/prepare/quality/streaks.ts';
import type { PagePool } from '../../../ocr/worker/pool.ts';
import { appendEvent, machine } from '../../audit/chain.ts';
import { type JobHandler, nothingToDo } from '../../pipeline/job-runner.ts';
import type { Transaction } from '../../store/connection.ts';
import { originalPath } from '../../store/folder.ts';
import { locatePage } from '../../store/locate-page.ts';
import { assessedBefore, storeQuality } from '../../store/page-quality.ts';
import type { Store } from '../../store/store.ts';
import { asksForRescan } from '../../texts/quality.ts';
import { expectationsOf } from './expectations.ts';

export interface AssessOptions {
  readonly store: Store;
  /** A pool of its own: a page must not wait until others were read. */
  readonly pool: PagePool;
}

/** `assess` jobs: has a worker look at the picture of one page and keeps what it found, with the pages before it in mind. */
export function createAssessHandler({ store, pool }: AssessOptions): JobHandler {
  return {
    async work({ subjectId, batchId }) {
      const page = locatePage(store, subjectId);
      if (page === null) return nothingToDo;
      const { demands, order } = expectationsOf(store, batchId);
      const path = originalPath(store.folder, page.sha256);
      const { sourceName: name, index } = page;
      const response = await pool.run({ kind: 'assess', path, name, index, demands, order });
      if (response.kind === 'failed') return response;
      if (response.kind !== 'assessed') throw new TypeError(`a worker answered assess with ${response.kind}`);
      return {
        kind: 'done',
        commit: (transaction) => keepVerdict(transaction, subjectId, response.quality),
      };
    },
    // Reading meets the same trouble, and says so on the page.
    giveUp: () => undefined,
  };
}

function keepVerdict(transaction: Transaction, pageId: string, quality: PageQuality): void {
  const before = assessedBefore(transaction, pageId, pagesOfStreak - 1);
  const confirmed = confirmStreaks([{ pageId, quality }, ...before]);
  for (const page of confirmed) keep(transaction, page.pageId, page.quality, page.pageId === pageId);
}

function keep(transaction: Transaction, pageId: string, quality: PageQuality, isNew: boolean): void {
  const flagged = quality.findings.some(({ code }) => asksForRescan(code));
  storeQuality(transaction, { pageId, quality, flagged });
  const codes = quality.findings.map(({ code }) => code).join(' ');
  appendEvent(transaction, {
    ...{ actor: machine, action: isNew ? 'page.assessed' : 'page.reassessed', subjectKind: 'page', subjectId: pageId },
    detail: { findings: codes, flagged },
  });
}

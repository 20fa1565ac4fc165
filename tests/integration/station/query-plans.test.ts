import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isPaperAtHand } from '../../../station/capture/quality/expectations.ts';
import type { Statement, Transaction } from '../../../station/store/connection.ts';
import { listDocuments, pagesOfDocument } from '../../../station/store/documents.ts';
import { earlierValues } from '../../../station/store/earlier-values.ts';
import { nextDueMs, takeNext } from '../../../station/store/jobs.ts';
import { openStore } from '../../../station/store/store.ts';
import { documentsWithWordOf } from '../../../station/store/verdicts.ts';
import { temporaryFolder } from './support/test-station.ts';

/** What the plans are asked for with: as a transaction, but nothing is run and nothing found. */
type Planner = Pick<Transaction, 'all' | 'first' | 'query' | 'now'>;

/** How SQLite goes about what is asked, in an empty workstation: a line for each table or index that it goes through. */
async function planOf(ask: (planner: Planner) => void): Promise<string[]> {
  const folder = await temporaryFolder();
  const now = new Date('2026-03-02T08:00:00Z');
  const store = await openStore(folder, { clock: () => now });
  onTestFinished(() => store.close());
  const database = new SqliteDatabase(join(folder, 'tabularium.db'), { readonly: true });
  onTestFinished(() => void database.close());
  const lines: string[] = [];
  const explain = (statement: Statement<unknown>): void => {
    const { sql, parameters } = statement.compile();
    const plan = database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
    lines.push(...plan.all(...parameters).map(({ detail }) => detail));
  };
  store.transact(({ query }) => {
    ask({
      ...{ query, now },
      first(statement) {
        explain(statement);
        return undefined;
      },
      all(statement) {
        explain(statement);
        return [];
      },
    });
  });
  return lines;
}

/** A workstation keeps all that it ever did: what is asked all the time must not take longer for that. */
describe('among all that ever was', () => {
  const take = { kinds: ['read'], leaseMs: 1000, active: [1, 2] };

  it('the next job is found by what is open', async () => {
    expect(await planOf((planner) => takeNext(planner, take))).toEqual([
      'SEARCH jobs USING INTEGER PRIMARY KEY (rowid=?)',
      'SCALAR SUBQUERY 1',
      'SEARCH jobs USING INDEX jobs_open (kind=?)',
    ]);
  });

  it('when to look for a job again, too', async () => {
    expect(await planOf((planner) => nextDueMs(planner, take))).toEqual(['SEARCH jobs USING INDEX jobs_open (kind=?)']);
  });

  it('documents that wait are found by their state, and those of them that a person worked on', async () => {
    expect(await planOf((planner) => listDocuments(planner, null, ['read', 'verifying']))).toContain(
      'SEARCH documents USING INDEX documents_by_state (state=?)',
    );
    expect(await planOf((planner) => documentsWithWordOf(planner, 'a', null, ['read', 'verifying']))).toEqual([
      'SEARCH documents USING INDEX documents_by_state (state=?)',
      'SEARCH verdicts USING INDEX verdicts_by_field (documentId=?)',
      'USE TEMP B-TREE FOR DISTINCT',
    ]);
  });

  it('what people gave in a field before is found by the field', async () => {
    expect(await planOf((planner) => earlierValues(planner, 'form@1.0.0', ['/name', '/born/name']))).toContain(
      'SEARCH verdicts USING INDEX verdicts_by_pointer (pointer=?)',
    );
  });

  it('whether a batch came from a folder is found by the batch', async () => {
    expect(await planOf((planner) => isPaperAtHand(planner, 'a'))).toContain(
      'SEARCH hot_files USING COVERING INDEX hot_files_by_batch (batchId=?)',
    );
  });

  it('the pages of a document are numbered without numbering those of its batch', async () => {
    expect(await planOf((planner) => pagesOfDocument(planner, { id: 'a' }))).toEqual([
      'SEARCH document_pages USING PRIMARY KEY (documentId=?)',
      'SEARCH pages USING INDEX sqlite_autoindex_pages_1 (id=?)',
      'SEARCH pile_pages USING PRIMARY KEY (pageId=?)',
      'SEARCH sources USING INDEX sqlite_autoindex_sources_1 (id=?)',
      'CORRELATED SCALAR SUBQUERY 1',
      'SEARCH before USING COVERING INDEX pile_pages_in_order (batchId=?)',
    ]);
  });
});

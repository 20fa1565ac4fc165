import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Statement, Transaction } from '../../../station/store/connection.ts';
import { nextDueMs, takeNext } from '../../../station/store/jobs.ts';
import { openStore } from '../../../station/store/store.ts';
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
  it('the next job is found by what is open', async () => {
    const take = { kinds: ['read'], leaseMs: 1000, active: [1, 2] };
    expect(await planOf((planner) => takeNext(planner, take))).toEqual([
      'SEARCH jobs USING INTEGER PRIMARY KEY (rowid=?)',
      'SCALAR SUBQUERY 1',
      'SEARCH jobs USING INDEX jobs_open (kind=?)',
    ]);
  });

  it('when to look for a job again, too', async () => {
    expect(await planOf((planner) => nextDueMs(planner, ['read']))).toEqual([
      'SEARCH jobs USING INDEX jobs_open (kind=?)',
    ]);
  });
});

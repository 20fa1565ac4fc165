import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { appendEvent } from '../../../station/audit/chain.ts';
import { type ChainEnd, readEnd, writeEnd } from '../../../station/audit/chain-end.ts';
import { verifyAudit } from '../../../station/audit/verify.ts';
import { openReadableStore, openStore } from '../../../station/store/store.ts';
import { temporaryFolder } from './support/test-station.ts';

const events = 5;

/** A workstation with five events, on which `tamper` works behind the station's back. */
async function logAfter(tamper: (database: SqliteDatabase.Database) => void, noted: ChainEnd | null = null) {
  const folder = await temporaryFolder();
  const store = await openStore(folder, { clock: () => new Date('2026-03-02T08:00:00Z') });
  for (let index = 1; index <= events; index += 1) {
    store.transact((transaction) =>
      appendEvent(transaction, {
        ...{ actor: 'station', action: 'page.read', subjectKind: 'page', subjectId: `page-${index}` },
        detail: { blank: false },
      }),
    );
  }
  store.close();
  const database = new SqliteDatabase(join(folder, 'tabularium.db'));
  database.exec('DROP TRIGGER audit_events_keep; DROP TRIGGER audit_events_unaltered');
  tamper(database);
  database.close();
  const reader = openReadableStore(folder);
  const report = verifyAudit(reader, noted);
  reader.close();
  return report;
}

describe('the audit log', () => {
  it('is found intact when nobody touched it', async () => {
    expect(await logAfter(() => undefined)).toMatchObject({ events, faults: [], end: { seq: events } });
  });

  it('shows where an event was removed', async () => {
    const report = await logAfter((database) => database.exec('DELETE FROM audit_events WHERE seq = 3'));
    expect(report.faults).toEqual([
      { seq: 4, fault: 'gap' },
      { seq: 4, fault: 'broken-link' },
    ]);
  });

  it('shows by an end noted earlier that the last events were removed together with the recorded end', async () => {
    const cutOff = (database: SqliteDatabase.Database): void => {
      database.exec('DELETE FROM audit_events WHERE seq >= 4');
      database.exec('UPDATE audit_head SET seq = 3, hash = (SELECT hash FROM audit_events WHERE seq = 3)');
    };
    const { end } = await logAfter(() => undefined);
    expect((await logAfter(cutOff)).faults).toEqual([]);
    expect((await logAfter(cutOff, end)).faults).toEqual([{ seq: events, fault: 'rewritten' }]);
    expect((await logAfter(() => undefined, end)).faults).toEqual([]);
    expect((await logAfter(() => undefined, { ...end, hash: 'f'.repeat(64) })).faults).toHaveLength(1);
    expect(readEnd(` ${writeEnd(end)}\n`)).toEqual(end);
    expect(readEnd('5:abc')).toBeNull();
  });

  it('shows that events were cut off its end', async () => {
    const report = await logAfter((database) => database.exec('DELETE FROM audit_events WHERE seq >= 4'));
    expect(report.faults).toEqual([{ seq: 3, fault: 'wrong-end' }]);
  });

  it('shows that it was emptied', async () => {
    const report = await logAfter((database) => database.exec('DELETE FROM audit_events'));
    expect(report).toMatchObject({ events: 0, faults: [{ seq: 0, fault: 'wrong-end' }] });
  });

  it.each(['at', 'actor', 'action', 'subjectKind', 'subjectId', 'detail'])(
    'shows which event had its %s altered',
    async (column) => {
      const report = await logAfter((database) =>
        database.exec(`UPDATE audit_events SET ${column} = '"another"' WHERE seq = 2`),
      );
      expect(report.faults).toEqual([{ seq: 2, fault: 'altered' }]);
    },
  );

  it('shows that two events changed places', async () => {
    const report = await logAfter((database) =>
      database.exec(
        'UPDATE audit_events SET seq = 99 WHERE seq = 2; UPDATE audit_events SET seq = 2 WHERE seq = 3; UPDATE audit_events SET seq = 3 WHERE seq = 99',
      ),
    );
    expect(report.faults).toContainEqual({ seq: 2, fault: 'broken-link' });
    expect(report.faults).toContainEqual({ seq: 3, fault: 'altered' });
  });

  it('shows that an event was put in at its end', async () => {
    const report = await logAfter((database) =>
      database.exec(
        "INSERT INTO audit_events SELECT 6, at, actor, action, subjectKind, subjectId, detail, hash, 'made up' FROM audit_events WHERE seq = 5",
      ),
    );
    expect(report.faults).toEqual([{ seq: 5, fault: 'wrong-end' }]);
  });

  it('cannot be changed through the station', async () => {
    const folder = await temporaryFolder();
    const store = await openStore(folder, { clock: () => new Date() });
    store.transact((transaction) =>
      appendEvent(transaction, { actor: 'station', action: 'page.read', subjectKind: 'page', subjectId: 'a' }),
    );
    const removing = () =>
      store.transact((transaction) => transaction.run(transaction.query.deleteFrom('audit_events')));
    const altering = () =>
      store.transact((transaction) =>
        transaction.run(transaction.query.updateTable('audit_events').set({ actor: 'nobody' })),
      );
    expect(removing).toThrow('audit events are never deleted');
    expect(altering).toThrow('audit events are never altered');
    store.close();
  });
});

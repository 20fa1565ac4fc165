import { fork } from 'node:child_process';
import { once } from 'node:events';
import { open, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrations } from '../../../station/store/migrations.ts';
import { insertEdit, separationOfEdit } from '../../../station/store/pile.ts';
import { openReadableStore, openStore, type Store, type StoreOptions } from '../../../station/store/store.ts';
import {
  countTaken,
  findLastTaken,
  insertWatchedFolder,
  listWatchedFolders,
  setFolderRemoved,
} from '../../../station/store/watched-folders.ts';
import { temporaryFolder } from './support/test-station.ts';

async function openForTest(folder: string, options: Partial<StoreOptions> = {}): Promise<Store> {
  const store = await openStore(folder, { clock: () => new Date('2026-03-02T08:00:00Z'), ...options });
  let open = true;
  const close = () => {
    if (open) store.close();
    open = false;
  };
  onTestFinished(close);
  return { ...store, close };
}

function addBatch(store: Store, id: string): void {
  store.transact((transaction) => {
    const row = { id, name: id, profileId: 'general', createdAt: transaction.now.toISOString(), createdBy: 'station' };
    transaction.run(transaction.query.insertInto('batches').values(row));
  });
}

function batchIds(store: Pick<Store, 'all' | 'query'>): string[] {
  return store.all(store.query.selectFrom('batches').select('id').orderBy('id')).map(({ id }) => id);
}

describe('the store', () => {
  it('keeps what a transaction wrote, and nothing of one that failed', async () => {
    const folder = await temporaryFolder();
    const store = await openForTest(folder);
    addBatch(store, 'kept');
    const failing = () =>
      store.transact((transaction) => {
        transaction.run(transaction.query.updateTable('batches').set({ name: 'changed' }));
        throw new Error('half-way');
      });
    expect(failing).toThrow('half-way');
    store.close();
    const again = await openForTest(folder);
    expect(again.all(again.query.selectFrom('batches').select(['id', 'name']))).toEqual([{ id: 'kept', name: 'kept' }]);
  });

  it('refuses a row that names something which is not there', async () => {
    const store = await openForTest(await temporaryFolder());
    const orphan = () =>
      store.transact((transaction) =>
        transaction.run(
          transaction.query.insertInto('import_files').values({ batchId: 'none', ordinal: 0, path: '/a', name: 'a' }),
        ),
      );
    expect(orphan).toThrow(/FOREIGN KEY/);
  });

  it('lets a reader in another connection see what is committed, and write nothing', async () => {
    const folder = await temporaryFolder();
    const store = await openForTest(folder);
    addBatch(store, 'one');
    const reader = openReadableStore(folder);
    onTestFinished(() => reader.close());
    expect(batchIds(reader)).toEqual(['one']);
    const deleting = store.transact(({ query }) => query.deleteFrom('batches').returning('id'));
    expect(() => reader.all(deleting)).toThrow(/readonly/);
    expect(batchIds(reader)).toEqual(['one']);
  });
});

describe('the lock', () => {
  it('refuses a second station on the same folder and lets one in when the first has closed', async () => {
    const folder = await temporaryFolder();
    const first = await openForTest(folder);
    await expect(openStore(folder, { clock: () => new Date() })).rejects.toMatchObject({ code: 'FOLDER_IN_USE' });
    first.close();
    expect(batchIds(await openForTest(folder))).toEqual([]);
  });

  it('is held against other processes and ends with its process, also when that is killed', async () => {
    const folder = await temporaryFolder();
    const holder = fork(fileURLToPath(new URL('./support/lock-holder.ts', import.meta.url)), [folder]);
    onTestFinished(() => void holder.kill('SIGKILL'));
    await once(holder, 'message');
    await expect(openStore(folder, { clock: () => new Date() })).rejects.toMatchObject({ code: 'FOLDER_IN_USE' });
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(batchIds(await openForTest(folder))).toEqual([]);
  });
});

describe('an upgrade', () => {
  const next = [...migrations, 'CREATE TABLE extras (id TEXT PRIMARY KEY) STRICT;'];

  it('keeps every row and leaves a copy of the database as it was', async () => {
    const folder = await temporaryFolder();
    const old = await openForTest(folder);
    addBatch(old, 'before');
    old.close();
    const upgraded = await openForTest(folder, { migrations: next });
    expect(batchIds(upgraded)).toEqual(['before']);
    const [backup = ''] = await readdir(join(folder, 'backups'));
    expect(backup).toBe(`tabularium-v${migrations.length}-2026-03-02T08-00-00.000Z.db`);
    const restored = await temporaryFolder();
    await writeFile(join(restored, 'tabularium.db'), await readFile(join(folder, 'backups', backup)));
    expect(batchIds(await openForTest(restored))).toEqual(['before']);
  });

  it('from the first version keeps what was imported, and lets scanned sheets look the same', async () => {
    const folder = await temporaryFolder();
    const old = await openForTest(folder, { migrations: migrations.slice(0, 1) });
    addBatch(old, 'before');
    const { query } = old;
    const state = { state: 'stored', reasonCode: null, reasonDetail: null, duplicateOf: null } as const;
    const file = { ...state, batchId: 'before', name: 'a.pdf', sha256: 'a'.repeat(64), bytes: 1 };
    old.close();
    const upgraded = await openForTest(folder);
    upgraded.transact((transaction) => {
      for (const ordinal of [0, 1]) {
        const sheet = { ...file, id: `sheet ${ordinal}`, ordinal, scanSheet: ordinal + 1 };
        transaction.run(transaction.query.insertInto('sources').values(sheet));
      }
    });
    expect(upgraded.all(query.selectFrom('sources').select('scanSheet'))).toHaveLength(2);
    expect(() =>
      upgraded.transact((transaction) => {
        for (const ordinal of [2, 3]) {
          const imported = { ...file, id: `file ${ordinal}`, ordinal, scanSheet: null };
          transaction.run(transaction.query.insertInto('sources').values(imported));
        }
      }),
    ).toThrow(/UNIQUE/);
  });

  it('keeps the edits of a pile with what they undo, for good, and lets its separation be one of them', async () => {
    const folder = await temporaryFolder();
    (await openForTest(folder, { migrations: migrations.slice(0, 12) })).close();
    const old = new SqliteDatabase(join(folder, 'tabularium.db'));
    old.exec(`
      INSERT INTO batches (id, name, profileId, createdAt, createdBy) VALUES ('b', 'b', 'general', '', 'station');
      INSERT INTO pile_edits (batchId, kind, edit, actor, at, changes) VALUES ('b', 'move', NULL, 'station', '1', '[]');
      INSERT INTO pile_edits (batchId, kind, edit, actor, at, changes) VALUES ('b', 'undo', 1, 'station', '2', '[]');
    `);
    old.close();
    const store = await openForTest(folder);
    const separation = { before: null, after: { by: 'sheets', sheets: 2 } } as const;
    const edit = { batchId: 'b', kind: 'separate', edit: null, actor: 'station' } as const;
    store.transact((transaction) => insertEdit(transaction, { ...edit, changes: [], separation }));
    const { transact, all } = store;
    expect(all(store.query.selectFrom('pile_edits').select(['seq', 'kind', 'edit']).orderBy('seq'))).toEqual([
      { seq: 1, kind: 'move', edit: null },
      { seq: 2, kind: 'undo', edit: 1 },
      { seq: 3, kind: 'separate', edit: null },
    ]);
    expect(separationOfEdit(store, 3)).toEqual(separation);
    expect(() => transact(({ run, query }) => run(query.deleteFrom('pile_edits')))).toThrow(/never deleted/);
    expect(() => transact(({ run, query }) => run(query.updateTable('pile_edits').set({ edit: 9 })))).toThrow(
      /never altered/,
    );
    const astray = { ...edit, kind: 'undo', edit: 9, at: '', changes: '[]', separation: null } as const;
    const insertAstray = () => transact(({ run, query }) => run(query.insertInto('pile_edits').values(astray)));
    expect(insertAstray).toThrow(/FOREIGN KEY/);
  });

  it('keeps what was taken from folders, of which each can then be watched once', async () => {
    const folder = await temporaryFolder();
    (await openForTest(folder, { migrations: migrations.slice(0, 17) })).close();
    const old = new SqliteDatabase(join(folder, 'tabularium.db'));
    old.exec(`
      INSERT INTO batches (id, name, profileId, createdAt, createdBy) VALUES ('b', 'b', 'general', '', 'station');
      INSERT INTO hot_files (folder, identity, batchId, takenAt) VALUES ('/in', '1:2:3:4', 'b', '2026-03-01T08:00:00.000Z');
    `);
    old.close();
    const store = await openForTest(folder);
    expect(countTaken(store, '/in', new Date('2026-03-01T08:00:00Z'))).toBe(1);
    expect(findLastTaken(store, '/in')).toMatchObject({ batchId: 'b', name: 'b' });
    const row = { path: '/in', realPath: '/in', profileId: 'general', batching: 'pause', addedBy: 'x' } as const;
    const add = (id: string) => store.transact((transaction) => insertWatchedFolder(transaction, { id, ...row }));
    add('first');
    expect(() => add('second')).toThrow(/UNIQUE/);
    store.transact((transaction) => setFolderRemoved(transaction, 'first'));
    add('second');
    expect(listWatchedFolders(store)).toMatchObject([{ id: 'second', path: '/in', paused: 0 }]);
  });

  it('is undone whole when one of its statements fails', async () => {
    const folder = await temporaryFolder();
    const old = await openForTest(folder);
    addBatch(old, 'before');
    old.close();
    const broken = [...migrations, 'CREATE TABLE extras (id TEXT) STRICT; INSERT INTO nowhere VALUES (1);'];
    await expect(openForTest(folder, { migrations: broken })).rejects.toThrow(/nowhere/);
    expect(batchIds(await openForTest(folder, { migrations: next }))).toEqual(['before']);
  });

  it('refuses a database of a newer program and leaves it as it is', async () => {
    const folder = await temporaryFolder();
    (await openForTest(folder, { migrations: next })).close();
    await expect(openForTest(folder)).rejects.toMatchObject({ code: 'NEWER_DATABASE' });
    expect(batchIds(await openForTest(folder, { migrations: next }))).toEqual([]);
  });
});

describe('a damaged database', () => {
  async function damage(folder: string, position: number): Promise<void> {
    await using file = await open(join(folder, 'tabularium.db'), 'r+');
    await file.write(Buffer.alloc(2048, 0xa5), 0, 2048, position);
  }

  it.each([
    ['in its header', 0],
    ['in the middle', 8192],
  ])('%s is set aside, never deleted, and a new one can be begun', async (_where, position) => {
    const folder = await temporaryFolder();
    const store = await openForTest(folder);
    addBatch(store, 'lost');
    store.close();
    await damage(folder, position);
    await expect(openForTest(folder)).rejects.toMatchObject({
      code: 'DAMAGED_DATABASE',
      text: { en: expect.stringContaining('set aside') },
    });
    const [when = ''] = await readdir(join(folder, 'set-aside'));
    expect((await stat(join(folder, 'set-aside', when, 'tabularium.db'))).size).toBeGreaterThan(8192);
    expect(batchIds(await openForTest(folder))).toEqual([]);
  });
});

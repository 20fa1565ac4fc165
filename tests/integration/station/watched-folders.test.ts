import { fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdir, readdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Batching, WatchedFolder } from '../../../contract/watched-folder.ts';
import { verifyAudit } from '../../../station/audit/verify.ts';
import { takenFolderName } from '../../../station/capture/hot-folder.ts';
import { keepWatching } from '../../../station/capture/keep-watching.ts';
import { createWatchedFolders, type WatchedFolders } from '../../../station/capture/watched-folders.ts';
import type { Station } from '../../../station/station.ts';
import { openReadableStore } from '../../../station/store/store.ts';
import { createRandom } from './support/random.ts';
import { encodeScripted } from './support/scripted-source.ts';
import { startStation, temporaryFolder } from './support/test-station.ts';

const watchingProcess = fileURLToPath(new URL('./support/watching-process.ts', import.meta.url));
const timing = { lookEveryMs: 20, settleMs: 60, retryMs: 50 };
const person = { id: 'somebody' };

/** A station in a hurry, and a place beside it where network scanners write. */
async function startOffice({ clock = () => new Date() } = {}) {
  const root = await temporaryFolder();
  const station = await startStation(join(root, 'data'), { clock });
  const open = () => {
    const folders = createWatchedFolders(station, timing);
    onTestFinished(() => folders.close());
    return folders;
  };
  const folderNamed = async (name: string) => {
    const path = join(root, name);
    await mkdir(path, { recursive: true });
    return path;
  };
  return { root, station, open, folders: open(), folderNamed };
}

const watched = (path: string, batching: Batching = 'pause') => ({ path, profileId: 'general', batching });
const scan = (salt: string) => encodeScripted({ pages: ['read'], salt });

const only = (folders: WatchedFolders): WatchedFolder => {
  const [folder, ...others] = folders.list();
  if (folder === undefined || others.length > 0) throw new Error('there is not one folder');
  return folder;
};

const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 60_000, interval: 5 });
const untilTaken = (folders: WatchedFolders, count: number) =>
  until(() => expect(only(folders).takenToday).toBe(count));
const filesIn = async (path: string) => (await readdir(path)).filter((name) => name !== takenFolderName);

function batchesOf({ store }: Pick<Station, 'store'>) {
  return store.all(store.query.selectFrom('batches').select(['id', 'name', 'createdBy']).orderBy('createdAt'));
}

describe('a folder that the station watches', () => {
  it('gives what a network scanner writes slowly, once it is whole, and tells of it', async () => {
    const { folders, station, folderNamed } = await startOffice();
    const path = await folderNamed('copier');
    const told = vi.fn();
    folders.subscribe(told);
    await folders.add(person, watched(path));
    const whole = scan('slow');
    await writeFile(join(path, 'a.png'), whole.subarray(0, 20));
    await setTimeout(40);
    await appendFile(join(path, 'a.png'), whole.subarray(20));
    await untilTaken(folders, 1);
    expect(told.mock.calls.length).toBeGreaterThan(2);
    const { last, trouble, waiting, paused } = only(folders);
    expect({ trouble, waiting, paused }).toEqual({ trouble: null, waiting: [], paused: false });
    const [batch, ...others] = batchesOf(station);
    expect(others).toEqual([]);
    expect(last).toMatchObject({ batchId: batch?.id, batchName: batch?.name });
    expect(batch).toMatchObject({ name: expect.stringMatching(/^copier \d{4}-\d\d-\d\d \d\d:\d\d$/) });
    await station.idle(batch?.id ?? '');
    expect(station.progress(batch?.id ?? '')).toMatchObject({ sources: 1, pagesRead: 1, refused: 0 });
    await until(async () => expect(await filesIn(path)).toEqual([]));
  });

  it('is left alone while it is paused, also by the station that opens next, and goes on when it is resumed', async () => {
    const { folders, open, folderNamed } = await startOffice();
    const path = await folderNamed('copier');
    const { id } = await folders.add(person, watched(path));
    expect(folders.pause(person, id).paused).toBe(true);
    await writeFile(join(path, 'a.png'), scan('a'));
    await setTimeout(300);
    expect(await filesIn(path)).toEqual(['a.png']);
    await folders.close();
    const next = open();
    await setTimeout(300);
    expect(only(next)).toMatchObject({ paused: true, takenToday: 0, last: null });
    expect(next.resume(person, id).paused).toBe(false);
    await untilTaken(next, 1);
  });

  it('is watched no more when it is removed, and can be added again', async () => {
    const { folders, folderNamed } = await startOffice();
    const path = await folderNamed('copier');
    const { id } = await folders.add(person, watched(path));
    folders.remove(person, id);
    expect(folders.list()).toEqual([]);
    await writeFile(join(path, 'a.png'), scan('a'));
    await setTimeout(300);
    expect(await filesIn(path)).toEqual(['a.png']);
    expect(() => folders.pause(person, id)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
    await folders.add(person, watched(path));
    await untilTaken(folders, 1);
  });

  it('leaves an event for all that people do about it, and none for what changes nothing', async () => {
    const { folders, station, folderNamed } = await startOffice();
    const { id } = await folders.add(person, watched(await folderNamed('copier'), 'day'));
    folders.pause(person, id);
    folders.pause(person, id);
    folders.resume(person, id);
    folders.remove(person, id);
    const { store } = station;
    const events = store.all(
      store.query
        .selectFrom('audit_events')
        .select(['action', 'actor', 'subjectId', 'detail'])
        .where('subjectKind', '=', 'watched-folder')
        .orderBy('seq'),
    );
    const nothing = '{}';
    expect(events).toEqual(
      [
        ['watched-folder.added', JSON.stringify({ profile: 'general', batching: 'day' })],
        ['watched-folder.paused', nothing],
        ['watched-folder.resumed', nothing],
        ['watched-folder.removed', nothing],
      ].map(([action, detail]) => ({ action, detail, actor: person.id, subjectId: id })),
    );
    expect(verifyAudit(store).faults).toEqual([]);
  });

  it('is taken from once, however often the station is killed and started again', async () => {
    const { folders, station, folderNamed, root } = await startOffice();
    const path = await folderNamed('copier');
    await folders.add(person, watched(path, 'day'));
    await folders.close();
    await station.close();
    const random = createRandom(20);
    const count = 20;
    for (let index = 0; index < count; index += 1) await writeFile(join(path, `${index}.png`), scan(`${index}`));
    let left = count;
    for (let kills = 0; kills < 5; kills += 1) {
      // Its page workers complain of the parent that is gone.
      const child = fork(watchingProcess, [join(root, 'data')], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
      const ended = once(child, 'exit');
      await until(async () => expect((await filesIn(path)).length).toBeLessThan(left));
      await setTimeout(random() * 20);
      child.kill('SIGKILL');
      await ended;
      left = (await filesIn(path)).length;
    }
    expect(left, 'files that the last one killed left').toBeGreaterThan(0);
    const again = await startStation(join(root, 'data'));
    const rest = createWatchedFolders(again, timing);
    onTestFinished(() => rest.close());
    await until(async () => expect(await filesIn(path)).toEqual([]));
    const sources = again.store.all(again.store.query.selectFrom('sources').select(['name', 'state']));
    expect(sources.map(({ name }) => name).toSorted()).toEqual(
      Array.from({ length: count }, (_, index) => `${index}.png`).toSorted(),
    );
    expect(only(rest).takenToday).toBe(count);
    expect(await readdir(join(path, takenFolderName))).toHaveLength(count);
    await rest.close();
    await again.close();
    const looker = openReadableStore(join(root, 'data'));
    onTestFinished(() => looker.close());
    expect(verifyAudit(looker).faults).toEqual([]);
  });
});

describe('a watched folder in trouble', () => {
  it('that is renamed is told, and taken from again when it is back, while others go on', async () => {
    const { folders, root, folderNamed } = await startOffice();
    const [path, other] = [await folderNamed('copier'), await folderNamed('other')];
    await folders.add(person, watched(path));
    await folders.add(person, watched(other));
    const stateOf = (wanted: string) => folders.list().find((folder) => folder.path === wanted);
    await rename(path, join(root, 'elsewhere'));
    await until(() => expect(stateOf(path)?.trouble?.code).toBe('not-found'));
    expect(stateOf(path)?.trouble?.message.it).toMatch(/si riprova da sé/);
    await writeFile(join(root, 'elsewhere', 'a.png'), scan('a'));
    await writeFile(join(other, 'b.png'), scan('b'));
    await until(() => expect(stateOf(other)?.takenToday).toBe(1));
    expect(stateOf(other)?.trouble).toBeNull();
    await rename(join(root, 'elsewhere'), path);
    await until(() => expect(stateOf(path)).toMatchObject({ trouble: null, takenToday: 1 }));
  });

  it('that is not there when the station opens is told, and not forgotten', async () => {
    const { folders, open, root, folderNamed } = await startOffice();
    const path = await folderNamed('copier');
    await folders.add(person, watched(path));
    await folders.close();
    await rename(path, join(root, 'elsewhere'));
    const next = open();
    await until(() => expect(only(next).trouble?.code).toBe('not-found'));
    await rename(join(root, 'elsewhere'), path);
    await until(() => expect(only(next).trouble).toBeNull());
  });

  it('in which files cannot be moved names them, and takes each once all the same', async () => {
    const { folders, station, folderNamed } = await startOffice();
    const path = await folderNamed('copier');
    // Where taken files should go, a way to nowhere.
    await symlink(join(path, 'nowhere', 'at', 'all'), join(path, takenFolderName));
    await folders.add(person, watched(path));
    await writeFile(join(path, 'a.png'), scan('a'));
    await writeFile(join(path, 'b.png'), scan('b'));
    await until(() =>
      expect(only(folders).waiting).toMatchObject([{ code: 'not-moved', count: 2, names: ['a.png', 'b.png'] }]),
    );
    await setTimeout(200);
    expect(only(folders)).toMatchObject({ takenToday: 2, trouble: null });
    const { store } = station;
    expect(store.all(store.query.selectFrom('sources').select('state'))).toHaveLength(2);
  });

  it('that does not answer is told as that', async () => {
    const { station, folderNamed } = await startOffice();
    const folder = { folder: await folderNamed('copier'), profileId: 'general', batching: 'day' } as const;
    const { promise: never } = Promise.withResolvers<void>();
    const watch = keepWatching(station, { folder, after: never, onChange: () => undefined, patienceMs: 50 });
    await until(() => expect(watch.trouble()).toBe('not-answering'));
  });

  it('whose profile is not there any more is told', async () => {
    const { station, open, folderNamed } = await startOffice();
    const path = await folderNamed('copier');
    station.store.transact((transaction) => {
      const row = { id: 'f', path, realPath: path, profileId: 'gone', batching: 'day', addedBy: 'x' } as const;
      const values = { ...row, addedAt: transaction.now.toISOString(), removedAt: null };
      transaction.run(transaction.query.insertInto('watched_folders').values(values));
    });
    const folders = open();
    await until(() => expect(only(folders).trouble?.code).toBe('profile-gone'));
  });
});

describe('what comes into a watched folder', () => {
  /** An office whose clock is moved by hand from half past nine in the morning. */
  async function officeAt() {
    let now = new Date(2026, 2, 2, 9, 30);
    const office = await startOffice({ clock: () => now });
    const path = await office.folderNamed('copier');
    let taken = 0;
    const put = async (minutesLater: number) => {
      now = new Date(now.getTime() + minutesLater * 60_000);
      taken += 1;
      await writeFile(join(path, `${taken}.png`), scan(`${taken}`));
      await until(async () => expect(await filesIn(path)).toEqual([]));
    };
    return { ...office, path, put };
  }

  it('is one batch until nothing has come for half an hour, also over midnight', async () => {
    const { folders, station, path, put } = await officeAt();
    await folders.add(person, watched(path, 'pause'));
    for (const minutesLater of [0, 29, 29, 31, 14 * 60, 20]) await put(minutesLater);
    const { store } = station;
    const names = batchesOf(station).map(({ name }) => name);
    expect(names).toEqual(['copier 2026-03-02 09:30', 'copier 2026-03-02 10:59', 'copier 2026-03-03 00:59']);
    const taken = store.all(store.query.selectFrom('hot_files').select('batchId').orderBy('takenAt'));
    const batches = batchesOf(station).map(({ id }) => id);
    expect(taken.map(({ batchId }) => batches.indexOf(batchId))).toEqual([0, 0, 0, 1, 2, 2]);
  });

  it('is one batch a day, where that was chosen, from midnight to midnight of the office', async () => {
    const { folders, station, path, put } = await officeAt();
    await folders.add(person, watched(path, 'day'));
    for (const minutesLater of [0, 8 * 60, 14 * 60]) await put(minutesLater);
    expect(batchesOf(station).map(({ name }) => name)).toEqual(['copier 2026-03-02', 'copier 2026-03-03']);
    expect(only(folders).takenToday).toBe(1);
  });
});

describe('a folder is refused', () => {
  async function refusalsOf(folders: WatchedFolders, path: string): Promise<string> {
    const [checked, added] = await Promise.allSettled([folders.check(path), folders.add(person, watched(path))]);
    const textOf = (outcome: PromiseSettledResult<unknown>) =>
      outcome.status === 'rejected' ? String(outcome.reason.text?.en) : 'nothing';
    expect(textOf(added)).toBe(textOf(checked));
    return textOf(added);
  }

  it('where it is the station’s own, or part of it', async () => {
    const { folders, root } = await startOffice();
    expect(await refusalsOf(folders, join(root, 'data'))).toMatch(/own data folder/);
    expect(await refusalsOf(folders, join(root, 'data', 'originals'))).toMatch(/own data folder/);
    await symlink(join(root, 'data'), join(root, 'link'));
    expect(await refusalsOf(folders, join(root, 'link'))).toMatch(/own data folder/);
    expect(folders.list()).toEqual([]);
  });

  it('where it is watched already, lies inside one that is, or holds one that is, whatever it is called', async () => {
    const { folders, root, folderNamed } = await startOffice();
    const path = await folderNamed('scans/copier');
    await folders.add(person, watched(path));
    expect(await refusalsOf(folders, path)).toMatch(/watched already/);
    await symlink(path, join(root, 'link'));
    expect(await refusalsOf(folders, join(root, 'link'))).toMatch(/watched already/);
    expect(await refusalsOf(folders, await folderNamed('scans/copier/today'))).toMatch(/lies inside/);
    expect(await refusalsOf(folders, join(root, 'scans'))).toMatch(/holds one/);
    // A name that only begins alike is another folder.
    await folders.add(person, watched(await folderNamed('scans/copier 2')));
    expect(folders.list()).toHaveLength(2);
  });

  it('where files go that were taken', async () => {
    const { folders, folderNamed } = await startOffice();
    expect(await refusalsOf(folders, await folderNamed(`copier/${takenFolderName}`))).toMatch(/taken already/);
    expect(await refusalsOf(folders, await folderNamed(`copier/${takenFolderName}/old`))).toMatch(/taken already/);
  });

  it('where there is none', async () => {
    const { folders, root } = await startOffice();
    await writeFile(join(root, 'file'), '');
    expect(await refusalsOf(folders, join(root, 'nowhere'))).toMatch(/not there/);
    expect(await refusalsOf(folders, join(root, 'file'))).toMatch(/not a folder/);
    expect(await refusalsOf(folders, 'relative')).toMatch(/chosen in the dialog/);
  });

  it('once, where two windows add it at the same time', async () => {
    const { folders, folderNamed } = await startOffice();
    const path = await folderNamed('copier');
    const both = await Promise.allSettled([folders.add(person, watched(path)), folders.add(person, watched(path))]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(folders.list()).toHaveLength(1);
  });

  it('never for what lies in it, which is told beforehand', async () => {
    const { folders, folderNamed } = await startOffice();
    const path = await folderNamed('copier');
    for (const name of ['a.pdf', 'b.pdf', '.hidden']) await writeFile(join(path, name), '');
    expect(await folders.check(path)).toEqual({ files: 2 });
  });
});

import { rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { takenFolderName } from '../../../station/capture/watched-folders/hot-folder.ts';
import { keepWatching } from '../../../station/capture/watched-folders/keep-watching.ts';
import { only, person, scan, startOffice, until, watched } from './support/watching-office.ts';

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

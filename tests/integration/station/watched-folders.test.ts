import { fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { verifyAudit } from '../../../station/audit/verify.ts';
import { takenFolderName } from '../../../station/capture/watched-folders/hot-folder.ts';
import { createWatchedFolders } from '../../../station/capture/watched-folders/watched-folders.ts';
import { openReadableStore } from '../../../station/store/store.ts';
import { createRandom } from './support/random.ts';
import { startStation } from './support/test-station.ts';
import {
  batchesOf,
  filesIn,
  only,
  person,
  scan,
  startOffice,
  timing,
  until,
  untilTaken,
  watched,
} from './support/watching-office.ts';

const watchingProcess = fileURLToPath(new URL('./support/watching-process.ts', import.meta.url));

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

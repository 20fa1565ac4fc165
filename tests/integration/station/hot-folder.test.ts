import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createHotFolder,
  type HotFileTrouble,
  type HotFolderOptions,
  takenFolderName,
} from '../../../station/capture/watched-folders/hot-folder.ts';
import { watchFolder } from '../../../station/capture/watched-folders/watch-folder.ts';
import type { Station } from '../../../station/station.ts';
import { encodeScripted } from './support/scripted-source.ts';
import { startStation, temporaryFolder } from './support/test-station.ts';

/** A folder looked into by hand, with a clock that stands still until it is moved. */
async function hotFolder(wish: Partial<HotFolderOptions> = {}) {
  const folder = await temporaryFolder();
  const taken: string[] = [];
  const troubles: [string, HotFileTrouble][] = [];
  let nowMs = 0;
  const hot = createHotFolder({
    ...{ folder, settleMs: 5_000, nowMs: () => nowMs },
    async secure({ path, name }) {
      const text = await readFile(path, 'utf8');
      return () => void taken.push(`${name}: ${text}`);
    },
    onTrouble: (name, trouble) => void troubles.push([name, trouble]),
    ...wish,
  });
  /** Lets the time pass and looks. */
  const lookAfter = async (passedMs: number) => {
    nowMs += passedMs;
    return await hot.look();
  };
  return {
    folder,
    taken,
    troubles,
    lookAfter,
    put: (name: string, text: string) => writeFile(join(folder, name), text),
  };
}

describe('a watched folder', () => {
  it('gives a file once it has stayed the same for long enough, and moves it away', async () => {
    const { folder, taken, troubles, lookAfter, put } = await hotFolder();
    await put('a.pdf', 'whole');
    expect(await lookAfter(0)).toBe(0);
    expect(await lookAfter(4_000)).toBe(0);
    expect(await lookAfter(1_000)).toBe(1);
    expect([taken, troubles]).toEqual([['a.pdf: whole'], []]);
    expect(await readdir(folder)).toEqual([takenFolderName]);
    const [kept = ''] = await readdir(join(folder, takenFolderName));
    expect(kept).toMatch(/^[0-9a-f]{8} a\.pdf$/);
    expect(await readFile(join(folder, takenFolderName, kept), 'utf8')).toBe('whole');
  });

  it('does not give a file that is still being written', async () => {
    const { folder, taken, lookAfter, put } = await hotFolder();
    await put('a.pdf', 'ha');
    await lookAfter(0);
    await appendFile(join(folder, 'a.pdf'), 'lf');
    expect(await lookAfter(6_000)).toBe(0);
    await appendFile(join(folder, 'a.pdf'), ' and whole');
    expect(await lookAfter(6_000)).toBe(0);
    expect(await lookAfter(6_000)).toBe(1);
    expect(taken).toEqual(['a.pdf: half and whole']);
  });

  it('takes two files of one name as two files', async () => {
    const { folder, taken, lookAfter, put } = await hotFolder();
    for (const text of ['first', 'second']) {
      await put('scan.pdf', text);
      await lookAfter(0);
      await lookAfter(5_000);
    }
    expect(taken).toEqual(['scan.pdf: first', 'scan.pdf: second']);
    expect(await readdir(join(folder, takenFolderName))).toHaveLength(2);
  });

  it('takes a file that replaces another before that one was taken, and only that', async () => {
    const { folder, taken, lookAfter, put } = await hotFolder();
    await put('scan.pdf', 'first');
    await lookAfter(0);
    await put('other', 'later');
    await rename(join(folder, 'other'), join(folder, 'scan.pdf'));
    expect(await lookAfter(6_000)).toBe(0);
    expect(await lookAfter(6_000)).toBe(1);
    expect(taken).toEqual(['scan.pdf: later']);
  });

  it('tells of a file that vanished', async () => {
    const { folder, taken, troubles, lookAfter, put } = await hotFolder();
    await put('a.pdf', 'gone');
    await lookAfter(0);
    await rm(join(folder, 'a.pdf'));
    await lookAfter(5_000);
    expect([taken, troubles]).toEqual([[], [['a.pdf', 'vanished']]]);
  });

  it('tells of a locked file and tries it again', async () => {
    let isLocked = true;
    const taken: string[] = [];
    const { troubles, lookAfter, put } = await hotFolder({
      async secure({ name }) {
        if (isLocked) throw Object.assign(new Error('locked'), { code: 'EBUSY' });
        return () => void taken.push(name);
      },
    });
    await put('a.pdf', 'whole');
    await lookAfter(0);
    expect(await lookAfter(5_000)).toBe(0);
    isLocked = false;
    expect(await lookAfter(5_000)).toBe(1);
    expect([taken, troubles]).toEqual([['a.pdf'], [['a.pdf', 'locked']]]);
  });

  it('tells of a full disk of our own, and takes the file when there is room', async () => {
    let isFull = true;
    const taken: string[] = [];
    const { troubles, lookAfter, put } = await hotFolder({
      secure: async ({ name }) => {
        if (isFull) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
        return () => void taken.push(name);
      },
    });
    await put('a.pdf', 'whole');
    await lookAfter(0);
    expect(await lookAfter(5_000)).toBe(0);
    isFull = false;
    expect(await lookAfter(5_000)).toBe(1);
    expect([taken, troubles]).toEqual([['a.pdf'], [['a.pdf', 'disk-full']]]);
  });

  it('does not enter a file that changed while it was copied', async () => {
    const entered: string[] = [];
    let changes = true;
    const { troubles, lookAfter, put } = await hotFolder({
      async secure({ path, name }) {
        if (changes) await appendFile(path, ' more');
        changes = false;
        return () => void entered.push(name);
      },
    });
    await put('a.pdf', 'whole');
    await lookAfter(0);
    await lookAfter(5_000);
    expect([entered, troubles]).toEqual([[], [['a.pdf', 'changed']]]);
    await lookAfter(5_000);
    await lookAfter(5_000);
    expect(entered).toEqual(['a.pdf']);
  });

  it('that cannot be tidied up takes each file once all the same', async () => {
    const { folder, taken, troubles, lookAfter, put } = await hotFolder();
    await put('a.pdf', 'whole');
    // A file where the folder for taken files should be.
    await put(takenFolderName, '');
    await lookAfter(0);
    await mkdir(join(folder, 'keep'));
    await rename(join(folder, takenFolderName), join(folder, 'keep', 'x'));
    await writeFile(join(folder, takenFolderName), '');
    await lookAfter(5_000);
    await lookAfter(5_000);
    expect(taken.filter((text) => text.startsWith('a.pdf'))).toEqual(['a.pdf: whole']);
    expect(troubles).toContainEqual(['a.pdf', 'not-moved']);
  });

  it('passes over folders, hidden files and those that programs are not done with', async () => {
    const { folder, taken, lookAfter, put } = await hotFolder();
    await mkdir(join(folder, 'sub'));
    for (const name of ['.hidden', '~$a.pdf', 'a.pdf.part', 'b.tmp']) await put(name, 'x');
    await lookAfter(0);
    await lookAfter(5_000);
    expect(taken).toEqual([]);
  });
});

describe('a station that watches a folder', () => {
  async function watchUntil(station: Station, folder: string, count: number): Promise<void> {
    const stopping = new AbortController();
    let taken = 0;
    await watchFolder(station, {
      ...{ folder, profileId: 'general', batching: 'day', signal: stopping.signal, lookEveryMs: 20, settleMs: 60 },
      onTaken(more) {
        taken += more;
        if (taken >= count) stopping.abort();
      },
      onTrouble: () => undefined,
    });
  }

  it('makes one batch of what comes on a day, and takes no file twice after being killed between safe and moved', async () => {
    const folder = await temporaryFolder();
    const station = await startStation(join(folder, 'data'));
    const hot = join(folder, 'in');
    await mkdir(hot);
    await writeFile(join(hot, 'scan.png'), encodeScripted({ pages: ['read'], salt: '1' }));
    await writeFile(join(hot, 'notes.txt'), 'no scan');
    await watchUntil(station, hot, 2);
    // Back where it was, the very same file: as if the program had been killed before it moved it.
    const kept = (await readdir(join(hot, takenFolderName))).find((name) => name.endsWith('scan.png')) ?? '';
    await rename(join(hot, takenFolderName, kept), join(hot, 'scan.png'));
    await watchUntil(station, hot, 1);
    await writeFile(join(hot, 'scan.png'), encodeScripted({ pages: ['read'], salt: '2' }));
    await watchUntil(station, hot, 1);
    const batches = station.store.all(station.store.query.selectFrom('batches').selectAll());
    expect(batches).toHaveLength(1);
    const id = batches[0]?.id ?? '';
    await station.idle(id);
    expect(station.progress(id)).toMatchObject({
      sources: 3,
      sourcesOpened: 2,
      refused: 1,
      pagesRead: 2,
      duplicates: 0,
    });
    expect(station.progress(id).documents).toEqual({ read: 2 });
  });
});

import { once } from 'node:events';
import { readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { copyOriginal } from '../../../station/capture/take-file.ts';
import type { Station } from '../../../station/station.ts';
import { originalPath } from '../../../station/store/folder.ts';
import { encodeScripted, writeSources } from './support/scripted-source.ts';
import { startStation, temporaryFolder } from './support/test-station.ts';

/** Takes paths in and waits until all is done. */
async function takeIn(station: Station, ...paths: string[]): Promise<string> {
  const batch = station.createBatch({ name: 'prova', profileId: 'general', paths, actor: 'station' });
  await station.idle(batch);
  return batch;
}

/** Something at a path that is no file and gives no bytes. */
async function listenAt(path: string): Promise<void> {
  const server = createServer().listen(path);
  onTestFinished(() => void server.close());
  await once(server, 'listening');
}

function sourcesOf({ store }: Station, batchId: string) {
  return store.all(
    store.query
      .selectFrom('sources')
      .select(['name', 'state', 'reasonCode'])
      .where('batchId', '=', batchId)
      .orderBy('ordinal'),
  );
}

describe('an import', () => {
  it('takes folders recursively, in the natural order of names', async () => {
    const folder = await temporaryFolder();
    await writeSources(folder, {
      'in/10.png': { pages: ['read'], salt: '10' },
      'in/2.png': { pages: ['read', 'read'], salt: '2' },
      'in/sub/1.png': { pages: ['read'], salt: 's1' },
    });
    const station = await startStation(join(folder, 'data'));
    const batch = await takeIn(station, join(folder, 'in'));
    expect(sourcesOf(station, batch)).toEqual([
      { name: '2.png', state: 'opened', reasonCode: null },
      { name: '10.png', state: 'opened', reasonCode: null },
      { name: 'sub/1.png', state: 'opened', reasonCode: null },
    ]);
    expect(station.progress(batch)).toEqual({
      ...{ sources: 3, sourcesOpened: 3, refused: 0, duplicates: 0, pages: 4, pagesRead: 4, pagesQuarantined: 0 },
      quality: { assessed: 0, flagged: 0 },
      ...{ documents: { read: 3 }, doubts: 0, running: false },
    });
  });

  it('keeps the bytes of every source unchanged, named by their hash', async () => {
    const folder = await temporaryFolder();
    await writeSources(folder, { 'in/a.png': { pages: ['read'] } });
    const station = await startStation(join(folder, 'data'));
    await takeIn(station, join(folder, 'in'));
    const [original] = station.store.all(station.store.query.selectFrom('originals').selectAll());
    const path = originalPath(station.store.folder, original?.sha256 ?? '');
    expect(await readFile(path)).toEqual(encodeScripted({ pages: ['read'] }));
    expect((await stat(path)).mode & 0o222).toBe(0);
    expect(await readdir(join(folder, 'data', 'originals', 'incoming'))).toEqual([]);
  });

  it('passes over what systems leave in folders, but takes a hidden file that was chosen itself', async () => {
    const folder = await temporaryFolder();
    await writeSources(folder, {
      'in/.DS_Store': 'x',
      'in/Thumbs.db': 'x',
      'in/~$lettera.docx': 'x',
      'in/__MACOSX/a.png': 'x',
      'in/a.png': { pages: ['read'], salt: 'a' },
      '.hidden.png': { pages: ['read'], salt: 'h' },
    });
    const station = await startStation(join(folder, 'data'));
    const batch = await takeIn(station, join(folder, 'in'), join(folder, '.hidden.png'));
    expect(sourcesOf(station, batch).map(({ name }) => name)).toEqual(['in/a.png', '.hidden.png']);
  });

  it('reports the same bytes twice in one batch and does not double them', async () => {
    const folder = await temporaryFolder();
    await writeSources(folder, { 'in/a.png': { pages: ['read'] }, 'in/copy of a.png': { pages: ['read'] } });
    const station = await startStation(join(folder, 'data'));
    const batch = await takeIn(station, join(folder, 'in'));
    expect(sourcesOf(station, batch)).toEqual([
      { name: 'a.png', state: 'opened', reasonCode: null },
      { name: 'copy of a.png', state: 'duplicate', reasonCode: 'duplicate-in-batch' },
    ]);
    expect(station.progress(batch)).toMatchObject({ pages: 1, duplicates: 1, refused: 0 });
  });

  it('takes the same bytes again in another batch', async () => {
    const folder = await temporaryFolder();
    await writeSources(folder, { 'in/a.png': { pages: ['read'] } });
    const station = await startStation(join(folder, 'data'));
    const first = await takeIn(station, join(folder, 'in'));
    const second = await takeIn(station, join(folder, 'in'));
    expect([station.progress(first).pagesRead, station.progress(second).pagesRead]).toEqual([1, 1]);
  });

  it('refuses by name what cannot be read, with the cause, and takes the rest', async () => {
    const folder = await temporaryFolder();
    await writeSources(folder, {
      'in/1 good.png': { pages: ['read'] },
      'in/2 empty.pdf': '',
      'in/3 truth.json': '{}',
      'in/4 damaged.png': { pages: [], refuse: 'damaged-file' },
      'in/5 locked.png': { pages: [], refuse: 'encrypted-file' },
    });
    await listenAt(join(folder, 'in', '6 socket.png'));
    await symlink(join(folder, 'nowhere.png'), join(folder, 'in', '7 dangling.png'));
    const station = await startStation(join(folder, 'data'));
    const batch = await takeIn(station, join(folder, 'in'));
    expect(sourcesOf(station, batch)).toEqual([
      { name: '1 good.png', state: 'opened', reasonCode: null },
      { name: '2 empty.pdf', state: 'refused', reasonCode: 'empty-file' },
      { name: '3 truth.json', state: 'refused', reasonCode: 'unsupported-format' },
      { name: '4 damaged.png', state: 'refused', reasonCode: 'damaged-file' },
      { name: '5 locked.png', state: 'refused', reasonCode: 'encrypted-file' },
      { name: '6 socket.png', state: 'refused', reasonCode: 'unreadable-file' },
      { name: '7 dangling.png', state: 'refused', reasonCode: 'unreadable-file' },
    ]);
    expect(station.progress(batch)).toMatchObject({ refused: 6, pagesRead: 1 });
  });

  it('says of a folder that it is one, when it can only be taken for a file because it cannot be read', async () => {
    const folder = await temporaryFolder();
    const { store } = await startStation(join(folder, 'data'));
    const refused = { code: 'unreadable-file', detail: 'a folder that cannot be read' };
    expect(await copyOriginal(store, folder)).toEqual(refused);
  });

  it('walks loops of symbolic links once', async () => {
    const folder = await temporaryFolder();
    await writeSources(folder, { 'in/sub/a.png': { pages: ['read'] } });
    await symlink(join(folder, 'in'), join(folder, 'in', 'sub', 'again'));
    const station = await startStation(join(folder, 'data'));
    const batch = await takeIn(station, join(folder, 'in'));
    expect(sourcesOf(station, batch).map(({ name }) => name)).toEqual(['sub/a.png']);
  });

  it('of an empty folder ends with an empty batch', async () => {
    const folder = await temporaryFolder();
    const station = await startStation(join(folder, 'data'));
    const batch = await takeIn(station, await temporaryFolder());
    expect(station.progress(batch)).toMatchObject({ sources: 0, pages: 0, running: false });
  });

  it('takes a large file in whole', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'large.png');
    await writeFile(path, encodeScripted({ pages: [], refuse: 'damaged-file', salt: 'x'.repeat(5 * 2 ** 20 + 17) }));
    const station = await startStation(join(folder, 'data'));
    await takeIn(station, path);
    const [original] = station.store.all(station.store.query.selectFrom('originals').selectAll());
    expect(original?.bytes).toBe((await stat(path)).size);
    expect(await readFile(originalPath(station.store.folder, original?.sha256 ?? ''))).toEqual(await readFile(path));
  });
});

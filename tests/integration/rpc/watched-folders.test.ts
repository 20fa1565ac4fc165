import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { safe } from '@orpc/client';
import { expect, it } from 'vitest';
import type { WatchedFolder } from '../../../contract/watched-folder.ts';
import { encodeScripted } from '../station/support/scripted-source.ts';
import { temporaryFolder } from '../station/support/test-station.ts';
import { refusalOf, startDesk, startStaff } from './desk.ts';

const profile = { profileId: 'general', batching: 'pause' } as const;

it('everybody sees the watched folders; a supervisor or an administrator arranges them', async () => {
  const desk = await startDesk();
  const { administrator, clerk, supervisor, auditor } = await startStaff(desk);
  const path = await temporaryFolder();
  for (const { client } of [clerk, auditor]) {
    expect(await refusalOf(client.watchedFolders.check({ path }))).toBe('NOT_ALLOWED');
    expect(await refusalOf(client.watchedFolders.add({ path, ...profile }))).toBe('NOT_ALLOWED');
  }
  expect(await supervisor.client.watchedFolders.check({ path })).toEqual({ files: 0 });
  const added = await supervisor.client.watchedFolders.add({ path, ...profile });
  expect(added).toMatchObject({ path, ...profile, addedBy: 'Sergio Supervisore', paused: false });
  const folderId = added.id;
  for (const { client } of [clerk, auditor]) {
    expect(await refusalOf(client.watchedFolders.pause({ folderId }))).toBe('NOT_ALLOWED');
    expect(await refusalOf(client.watchedFolders.resume({ folderId }))).toBe('NOT_ALLOWED');
    expect(await refusalOf(client.watchedFolders.remove({ folderId }))).toBe('NOT_ALLOWED');
    const [seen] = await firstOf(await client.watchedFolders.watch());
    expect(seen).toMatchObject({ id: folderId, path });
  }
  expect(await administrator.client.watchedFolders.pause({ folderId })).toMatchObject({ paused: true });
  expect(await supervisor.client.watchedFolders.remove({ folderId })).toBeNull();
  expect(await refusalOf(supervisor.client.watchedFolders.remove({ folderId }))).toBe('NOT_FOUND');
});

it('a window follows what comes into a folder, and the log names the folder, also once it is removed', async () => {
  const desk = await startDesk();
  const { administrator, clerk, supervisor } = await startStaff(desk);
  const path = await temporaryFolder();
  const { id: folderId } = await supervisor.client.watchedFolders.add({ path, ...profile });
  const leaving = new AbortController();
  const watch = await clerk.client.watchedFolders.watch(undefined, { signal: leaving.signal });
  await writeFile(join(path, 'scan.png'), encodeScripted({ pages: ['read'] }));
  for await (const [folder] of watch) {
    if (folder?.last == null) continue;
    expect(folder).toMatchObject({ id: folderId, takenToday: 1, trouble: null });
    const batch = await clerk.client.batches.get({ batchId: folder.last.batchId });
    expect(batch).toMatchObject({ name: folder.last.batchName, profileId: 'general', createdBy: 'station' });
    break;
  }
  leaving.abort();
  await supervisor.client.watchedFolders.remove({ folderId });
  const filter = { accountId: null, subjectId: folderId, from: null, to: null, before: null };
  const { events } = await administrator.client.audit.events(filter);
  expect(events.map(({ action, actor, thing }) => [action, actor, thing?.name])).toEqual([
    ['watched-folder.removed', 'Sergio Supervisore', path],
    ['watched-folder.added', 'Sergio Supervisore', path],
  ]);
});

it('a folder that is refused is refused in words', async () => {
  const desk = await startDesk();
  const { supervisor } = await startStaff(desk);
  const { error } = await safe(supervisor.client.watchedFolders.add({ path: desk.folder, ...profile }));
  expect(error).toMatchObject({
    code: 'CONFLICT',
    data: { message: { it: expect.stringMatching(/^Questa cartella/) } },
  });
  const unknown = { path: await temporaryFolder(), profileId: 'none', batching: 'day' } as const;
  expect(await refusalOf(supervisor.client.watchedFolders.add(unknown))).toBe('NOT_FOUND');
});

async function firstOf(watch: AsyncIterable<WatchedFolder[]>): Promise<WatchedFolder[]> {
  for await (const folders of watch) return folders;
  throw new Error('the subscription ended before it said anything');
}

import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takenFolderName } from '../../../station/capture/watched-folders/hot-folder.ts';
import type { WatchedFolders } from '../../../station/capture/watched-folders/watched-folders.ts';
import { person, startOffice, watched } from './support/watching-office.ts';

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

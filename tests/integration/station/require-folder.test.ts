import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { requireFolder } from '../../../station/capture/watched-folders/require-folder.ts';
import { refusals } from '../../../station/texts/refusals/refusals.ts';
import { temporaryFolder } from './support/test-station.ts';

const nobody = 65_534;

/** The superuser may look everywhere: until the test ends this process is somebody without rights. */
function beNobody(): void {
  const { geteuid, seteuid } = process;
  if (geteuid?.() !== 0 || seteuid === undefined) return;
  seteuid(nobody);
  onTestFinished(() => seteuid(0));
}

describe('a folder to take files from', () => {
  it('is one that is there, in which files may be read and moved', async () => {
    await expect(requireFolder(await temporaryFolder())).resolves.toBeUndefined();
  });

  it('is told apart from what is not there', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), '');
    const { text } = refusals['folder-not-there'];
    await expect(requireFolder(join(folder, 'nowhere'))).rejects.toMatchObject({ text });
    await expect(requireFolder(join(folder, 'file', 'below'))).rejects.toMatchObject({ text });
  });

  it('is told apart from what is no folder', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    await expect(requireFolder(file)).rejects.toMatchObject({ text: refusals['not-a-folder'].text });
  });

  it('is told apart from one that cannot be reached for want of permissions', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'closed', 'below'), { recursive: true });
    await chmod(folder, 0o755);
    await chmod(join(folder, 'closed'), 0);
    onTestFinished(() => chmod(join(folder, 'closed'), 0o755));
    beNobody();
    const { text } = refusals['folder-not-open'];
    await expect(requireFolder(join(folder, 'closed', 'below'))).rejects.toMatchObject({ text });
  });
});

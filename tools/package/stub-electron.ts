import { chmod, copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Platform } from './platforms.ts';
import { run } from './run.ts';

/**
 * Marks where Electron keeps its fuses inside its executable: the sentinel, then the version of the wire, the number of
 * fuses, and one byte each (https://github.com/electron/fuses).
 */
export const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseCount = 9;

/**
 * Makes a folder that stands for Electron's where that cannot be fetched: enough for electron-builder to package around,
 * with a place for fuses and, on Windows, a version resource. It runs nothing.
 */
export async function makeStubElectron(folder: string, platform: Platform, version: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'resources'), { recursive: true });
  await mkdir(join(folder, 'locales'));
  for (const language of ['it', 'en-US', 'de']) await writeFile(join(folder, 'locales', `${language}.pak`), 'stub');
  await writeFile(join(folder, 'version'), version);
  await writeFile(join(folder, 'LICENSE'), 'Stub: Electron itself is not in this package.\n');
  await writeFile(join(folder, 'LICENSES.chromium.html'), 'Stub: Chromium itself is not in this package.\n');
  if (platform.os === 'linux') await makeLinuxStub(folder);
  else await makeWindowsStub(folder, version);
}

async function makeLinuxStub(folder: string): Promise<void> {
  const wire = Buffer.concat([
    Buffer.from(fuseSentinel),
    Buffer.from([1, fuseCount]),
    Buffer.from('0'.repeat(fuseCount)),
  ]);
  const script = '#!/bin/sh\necho "Packaged over a stub: Electron is not in this package." >&2\nexit 1\n# ';
  await writeFile(join(folder, 'electron'), Buffer.concat([Buffer.from(script), wire, Buffer.from('\n')]));
  await chmod(join(folder, 'electron'), 0o755);
  await writeFile(join(folder, 'chrome-sandbox'), 'stub');
}

async function makeWindowsStub(folder: string, version: string): Promise<void> {
  const work = join(folder, 'work');
  await mkdir(work);
  const bytes = [...Buffer.from(fuseSentinel), 1, fuseCount, ...Buffer.from('0'.repeat(fuseCount))].join(',');
  await writeFile(
    join(work, 'stub.c'),
    `__attribute__((used)) volatile const unsigned char fuses[] = {${bytes}};\nint main(void) { return fuses[0] ? 1 : 0; }\n`,
  );
  await writeFile(join(work, 'stub.rc'), versionResource(version));
  run('x86_64-w64-mingw32-windres', ['stub.rc', 'stub-resource.o'], { cwd: work });
  run('x86_64-w64-mingw32-gcc', ['-O0', '-s', '-o', 'electron.exe', 'stub.c', 'stub-resource.o'], { cwd: work });
  await copyFile(join(work, 'electron.exe'), join(folder, 'electron.exe'));
  await rm(work, { recursive: true });
}

/** electron-builder rewrites this resource, so there must be one. */
function versionResource(version: string): string {
  const numbers = `${version.split('.').join(',')},0`;
  return `1 VERSIONINFO
FILEVERSION ${numbers}
PRODUCTVERSION ${numbers}
BEGIN
 BLOCK "StringFileInfo" BEGIN BLOCK "040904b0" BEGIN
  VALUE "CompanyName", "Stub"
  VALUE "FileDescription", "Stub"
  VALUE "ProductName", "Stub"
  VALUE "FileVersion", "${version}"
  VALUE "ProductVersion", "${version}"
 END END
 BLOCK "VarFileInfo" BEGIN VALUE "Translation", 0x409, 1200 END
END
`;
}

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { wine, wineServer } from './debian-tools.ts';
import type { Check } from './file-set.ts';
import { run } from './run.ts';
import type { TreeFile } from './tree.ts';

/** Holds the files of a Debian package against the unpacked application it was made of. */
export function checkDebianPackage(deb: string, application: string, files: readonly TreeFile[]): Check {
  const listed = run('dpkg-deb', ['--contents', deb]).split('\n');
  const packed = new Set(listed.map((line) => line.split(/\s+/).slice(5).join(' ').replace(/^\./, '')));
  const onDisk = files.filter(({ path }) => existsSync(join(application, path)));
  const problems = onDisk
    .filter(({ path }) => !packed.has(`/opt/Tabularium/${path}`))
    .map(({ path }) => `missing: ${path}`);
  const entry = '/usr/share/applications/tabularium.desktop';
  if (!packed.has(entry)) problems.push(`missing: ${entry}`);
  return { rule: 'the Debian package holds the whole application and its menu entry', problems };
}

/**
 * Installs silently under wine, compares the files, and uninstalls. Null when wine is not here. Nothing of the
 * application is run: Node for Windows does not start under it.
 */
export async function checkWindowsInstaller(
  installer: string,
  application: string,
  files: readonly TreeFile[],
): Promise<Check | null> {
  if (!existsSync(wine)) return null;
  const prefix = await mkdtemp(join(tmpdir(), 'tabularium-wine-'));
  const environment = {
    ...process.env,
    WINEPREFIX: prefix,
    WINEDEBUG: '-all',
    WINEARCH: 'win64',
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
  };
  const inWine = (program: string, ...values: string[]) => run(wine, [program, ...values], { environment });
  try {
    inWine('wineboot', '--init');
    inWine(installer, '/S');
    const home = findInstalled(prefix);
    if (home === null) return { rule: 'silent installation', problems: ['nothing under AppData/Local/Programs'] };
    const onDisk = files.filter(({ path }) => existsSync(join(application, path)));
    const problems = onDisk
      .filter(({ path }) => !isSame(join(application, path), join(home, path)))
      .map(({ path }) => `not as packaged: ${path}`);
    // Run from its place it would copy itself elsewhere and return at once.
    inWine(join(home, 'Uninstall.exe'), '/S', `_?=${windowsPath(home, prefix)}`);
    if (existsSync(join(home, 'Tabularium.exe'))) problems.push('still there after the silent uninstallation');
    return { rule: 'installs silently for one person, whole, and uninstalls (wine)', problems };
  } finally {
    // Ends what is left of wine; it fails when nothing is.
    spawnSync(wineServer, ['-k', '-w'], { env: environment, stdio: 'ignore' });
    rmSync(prefix, { recursive: true, force: true, maxRetries: 5 });
  }
}

function findInstalled(prefix: string): string | null {
  const person = process.env.USER ?? 'root';
  const home = join(prefix, 'drive_c', 'users', person, 'AppData', 'Local', 'Programs', 'Tabularium');
  return existsSync(home) ? home : null;
}

function windowsPath(path: string, prefix: string): string {
  return path.replace(join(prefix, 'drive_c'), 'C:').replaceAll(sep, '\\');
}

function isSame(left: string, right: string): boolean {
  return existsSync(right) && readFileSync(left).equals(readFileSync(right));
}

import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInstalled, run } from './run.ts';

const nsisHome = '/usr/share/nsis';

/** A program, and the Debian package that brings it. */
const needs: readonly [program: string, debianPackage: string][] = [
  ['makensis', 'nsis'],
  ['dpkg-deb', 'dpkg'],
  ['7za', 'p7zip-full'],
  ['x86_64-w64-mingw32-gcc', 'gcc-mingw-w64-x86-64-win32'],
];

/** Where Debian's wine keeps its 64-bit loader. */
export const wine = '/usr/lib/wine/wine64';
export const wineServer = '/usr/lib/wine/wineserver64';

/**
 * Sees to Debian's packaging tools: installs the missing ones as the superuser, otherwise throws naming them. Wine is
 * asked for, too, but packaging goes on without it.
 */
export function ensureDebianTools(): void {
  const missing = needs.filter(([program]) => !isInstalled(program)).map(([, name]) => name);
  const wanted = existsSync(wine) ? missing : [...missing, 'wine64'];
  if (wanted.length === 0) return;
  if (process.getuid?.() !== 0) {
    if (missing.length === 0) return;
    throw new Error(`These Debian packages are needed: sudo apt-get install ${missing.join(' ')}`);
  }
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { environment, show: true });
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], { environment, show: true });
}

/** Whether packaging goes through Debian's tools; elsewhere electron-builder fetches its own. */
export function isDebian(): boolean {
  return process.platform === 'linux' && isInstalled('dpkg-deb');
}

export interface BuilderTools {
  readonly environment: Record<string, string>;
  remove(): Promise<void>;
}

/** Lays Debian's tools out as electron-builder expects them, and gives the variables that name them. */
export async function layOutDebianTools(): Promise<BuilderTools> {
  const folder = await mkdtemp(join(tmpdir(), 'tabularium-package-tools-'));
  const nsis = join(folder, 'nsis');
  await mkdir(join(nsis, 'linux'), { recursive: true });
  await symlink('/usr/bin/makensis', join(nsis, 'linux', 'makensis'));
  for (const part of ['Bin', 'Contrib', 'Include', 'Plugins', 'Stubs'])
    await symlink(join(nsisHome, part), join(nsis, part));
  const plugins = join(folder, 'nsis-resources', 'plugins');
  await mkdir(plugins, { recursive: true });
  for (const kind of ['x86-ansi', 'x86-unicode', 'amd64-unicode']) {
    const source = join(nsisHome, 'Plugins', kind);
    if (existsSync(source)) await symlink(source, join(plugins, kind));
    else await mkdir(join(plugins, kind));
  }
  const fpm = join(import.meta.dirname, 'fpm-over-dpkg.ts');
  await chmod(fpm, 0o755);
  return {
    environment: {
      ELECTRON_BUILDER_NSIS_DIR: nsis,
      ELECTRON_BUILDER_NSIS_RESOURCES_DIR: join(folder, 'nsis-resources'),
      ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7za',
      CUSTOM_FPM_PATH: fpm,
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

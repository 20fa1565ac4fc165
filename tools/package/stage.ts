import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Platform } from './platforms.ts';
import { run } from './run.ts';

/**
 * Lays the application out for one platform: the built bundles and, from the lock file, the modules that run from
 * node_modules with that platform's natives. Returns the folder.
 */
export async function stageApplication(checkout: string, platform: Platform): Promise<string> {
  const folder = join(checkout, 'dist', 'stage', platform.id);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const name of ['package.json', 'package-lock.json', 'LICENSE', 'out']) {
    await cp(join(checkout, name), join(folder, name), { recursive: true });
  }
  const chosen = [`--os=${platform.os}`, `--cpu=${platform.cpu}`, ...(platform.os === 'linux' ? ['--libc=glibc'] : [])];
  run('npm', ['ci', '--omit=dev', ...chosen, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
  });
  return folder;
}

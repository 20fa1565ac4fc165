import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll } from '@electron/asar';
import { archivePath } from './tree.ts';

/** A packaged application as plain files: `resources/app` and, beside it, the resources. */
export interface TakenApart {
  readonly resources: string;
  readonly entry: string;
  remove(): void;
}

/** Takes app.asar and what lies outside it out of a package, so that it runs without Electron's archive reading. */
export function takeApart(application: string): TakenApart {
  const folder = mkdtempSync(join(tmpdir(), 'tabularium-apart-'));
  const resources = join(folder, 'resources');
  const app = join(resources, 'app');
  mkdirSync(resources);
  // Reads the unpacked files, too, through the archive's header.
  extractAll(join(application, archivePath), app);
  for (const name of ['forms', 'language', 'tables']) {
    const source = join(application, 'resources', name);
    if (existsSync(source)) symlinkSync(source, join(resources, name));
  }
  return { resources, entry: join(app, 'out', 'main', 'index.js'), remove: () => rmSync(folder, { recursive: true }) };
}

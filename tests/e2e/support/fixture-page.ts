import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { findHeadlessChromium } from '../../stand-in/find-chromium.ts';

const configFile = join(import.meta.dirname, '..', '..', 'fixtures', 'renderer', 'page', 'vite.config.ts');

export interface ServedPage {
  readonly address: string;
  close(): Promise<void>;
}

/** Builds the page with the screens over the invented station, and serves it on a free port of this machine alone. */
export async function serveFixturePage(): Promise<ServedPage> {
  const outDir = await mkdtemp(join(tmpdir(), 'tabularium-screens-'));
  await build({ configFile, build: { outDir, emptyOutDir: true }, logLevel: 'error' });
  const server = await preview({ configFile, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const [address] = server.resolvedUrls?.local ?? [];
  if (address === undefined) throw new Error('The page with the invented station has no address.');
  return {
    address,
    close: async () => {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

/** A browser to look at the served page with. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findHeadlessChromium(), chromiumSandbox: false });
}

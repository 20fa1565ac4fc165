import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDevTools, type DevTools } from './devtools.ts';
import { findChromium, findHeadlessChromium } from './find-chromium.ts';
import { tellLauncher } from './launcher.ts';

const quietFlags = [
  '--no-first-run',
  '--no-default-browser-check',
  '--test-type',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-dev-shm-usage',
  '--disable-features=Translate,MediaRouter,OptimizationHints',
  '--force-color-profile=srgb',
  '--remote-debugging-port=0',
];

export interface Browser {
  readonly devTools: DevTools;
  /** Ends the browser and removes its folder. Safe to call twice. */
  close(): Promise<void>;
}

/** Starts Debian's Chromium with a folder of its own, headless unless STAND_IN_HEADED=1. */
export async function launchChromium(): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), 'tabularium-chromium-'));
  const isHeaded = process.env.STAND_IN_HEADED === '1';
  const executable = isHeaded ? findChromium() : findHeadlessChromium();
  const mode = isHeaded ? ['--app=about:blank'] : ['--headless', 'about:blank'];
  // Chromium refuses its sandbox to the superuser; the stand-in claims nothing about the sandbox anyway.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(executable, [`--user-data-dir=${folder}`, ...quietFlags, ...sandbox, ...mode], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const killChild = () => child.kill('SIGKILL');
  process.once('exit', killChild);
  const devTools = await connectDevTools(await endpointOf(child.stderr, executable, gone));
  tellLauncher({ kind: 'browser', endpoint: devTools.endpoint });
  return {
    devTools,
    async close() {
      devTools.close();
      child.kill();
      await gone;
      process.off('exit', killChild);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function endpointOf(stderr: NodeJS.ReadableStream, executable: string, gone: Promise<void>): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    stderr.on('data', (chunk) => {
      text += String(chunk);
      const found = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
    void gone.then(() => reject(new Error(`Chromium (${executable}) did not start:\n${text}`)));
  });
}

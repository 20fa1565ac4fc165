import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Programs of their own that tests start by the hundred, by the name that their bundle has. */
export const sources = {
  'scripted-worker': fileURLToPath(new URL('../station/support/scripted-worker.ts', import.meta.url)),
  'station-process': fileURLToPath(new URL('../station/support/station-process.ts', import.meta.url)),
  'delivering-process': fileURLToPath(new URL('../deliver/delivering-process.ts', import.meta.url)),
};

/** Where the bundles are put: within the checkout, so that they find its packages and resources. */
export const bundlesFolder = fileURLToPath(new URL('../../../node_modules/.cache/test-programs', import.meta.url));

/** Path of a program's bundle. */
export function programPath(name: keyof typeof sources): string {
  return join(bundlesFolder, `${name}.js`);
}

/** Entry of the page worker that does what its files say. */
export const scriptedWorker = programPath('scripted-worker');

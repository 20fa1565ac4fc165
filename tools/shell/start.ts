import { spawn } from 'node:child_process';
import { buildIfStale, checkout } from './build.ts';
import { fetchElectron, findElectron } from './electron-binary.ts';

/** `npm start`: the application in Electron. */
const electron = findElectron(checkout) ?? fetchElectron(checkout);
if (electron === null) {
  console.error(
    [
      "Electron's own executable is not here and could not be fetched from its release site.",
      'To see the application in Chromium instead (Debian: chromium), run: npm run start:stand-in',
    ].join('\n'),
  );
  process.exitCode = 1;
} else {
  buildIfStale();
  const child = spawn(electron, [checkout, ...process.argv.slice(2)], { stdio: 'inherit' });
  child.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

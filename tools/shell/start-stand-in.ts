import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildIfStale, checkout } from './build.ts';

/** `npm run start:stand-in`: the built application in Chromium, in a window where there is a display. */
buildIfStale();
const headed = process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
if (!headed) console.error('No display: Chromium runs headless. Its DevTools address is printed by Chromium.');
const register = join(checkout, 'tests', 'stand-in', 'register.ts');
const entry = join(checkout, 'out', 'main', 'index.js');
const child = spawn(process.execPath, ['--import', register, entry, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, STAND_IN_HEADED: headed ? '1' : '0' },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});

import { existsSync } from 'node:fs';

/**
 * Debian's builds of the engine. The shell has the whole engine and no browser around it, whose start takes twice the
 * processor time; it cannot show a window.
 */
const shell = '/usr/lib/chromium/chromium-headless-shell';
const browser = '/usr/bin/chromium';

/** Path of the Chromium to run without a window: that of STAND_IN_CHROMIUM, else the leanest that is installed. */
export function findHeadlessChromium(): string {
  return process.env.STAND_IN_CHROMIUM ?? (existsSync(shell) ? shell : browser);
}

/** Path of the Chromium to show a window with: that of STAND_IN_CHROMIUM, else Debian's. */
export function findChromium(): string {
  return process.env.STAND_IN_CHROMIUM ?? browser;
}

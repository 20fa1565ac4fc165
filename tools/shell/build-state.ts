import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the built bundles are made of, relative to the checkout. */
const inputs = ['contract', 'ocr', 'station', 'electron', 'renderer', 'electron.vite.config.ts', 'package-lock.json'];
const outputs = ['out/main/index.js', 'out/main/station.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

/** True when a bundle is missing or older than any of its sources. */
export function isBuildStale(checkout: string): boolean {
  const built = outputs.map((path) => modifiedMs(join(checkout, path)));
  const oldestOutputMs = Math.min(...built.map((ms) => ms ?? 0));
  return inputs.some((path) => newestMs(join(checkout, path)) > oldestOutputMs);
}

function modifiedMs(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

function newestMs(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  // A folder's own time tells of files that were removed.
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestMs(join(path, name))));
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The nearest `resources` folder above this file (sources and bundles alike), unless TABULARIUM_RESOURCES names one. */
export function resourcesFolder(): string {
  const stated = process.env.TABULARIUM_RESOURCES;
  if (stated !== undefined && stated !== '') return stated;
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'resources');
    if (existsSync(join(candidate, 'language'))) return candidate;
  }
  throw new Error(`no resources folder with language data above ${start}`);
}

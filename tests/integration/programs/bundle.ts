import { readFile } from 'node:fs/promises';
import { build } from 'rolldown';
import { z } from 'zod';
import { bundlesFolder, sources } from './programs.ts';

const manifestSchema = z.object({ dependencies: z.record(z.string(), z.string()) });

/**
 * Runs once before the integration tests. A bundle starts in a good half of the processor time that loading some hundreds
 * of sources takes. As in the built application, what `dependencies` names stays outside.
 */
export async function setup(): Promise<void> {
  const manifest = await readFile(new URL('../../../package.json', import.meta.url), 'utf8');
  const external = Object.keys(manifestSchema.parse(JSON.parse(manifest)).dependencies);
  await build({
    input: sources,
    platform: 'node',
    external: (id) => external.some((name) => id === name || id.startsWith(`${name}/`)),
    output: { dir: bundlesFolder, format: 'es' },
  });
}

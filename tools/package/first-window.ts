import { join } from 'node:path';
import { checkout } from '../shell/build.ts';
import type { Check } from './file-set.ts';
import { run } from './run.ts';
import { takeApart } from './take-apart.ts';

/** Takes the packaged application apart and runs it in the stand-in to its first window, and its page worker on pages (tests/package). */
export function checkFirstWindow(application: string): Check {
  const rule = 'taken apart, it opens its first window and reads pages (stand-in)';
  const apart = takeApart(application);
  const cli = join(checkout, 'node_modules', '@playwright', 'test', 'cli.js');
  try {
    run(process.execPath, [cli, 'test', '--config', join(checkout, 'tests', 'package', 'playwright.config.ts')], {
      cwd: checkout,
      environment: { ...process.env, TABULARIUM_ENTRY: apart.entry, TABULARIUM_PACKAGED_RESOURCES: apart.resources },
    });
    return { rule, problems: [] };
  } catch (error) {
    const lines = String(error).split('\n');
    return { rule, problems: lines.filter((line) => line.trim() !== '') };
  } finally {
    apart.remove();
  }
}

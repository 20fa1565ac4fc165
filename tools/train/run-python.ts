import { spawnSync } from 'node:child_process';

const python = process.env.TABULARIUM_PYTHON ?? '/usr/bin/python3';

/** Runs one of the scripts that learn, with the path of its job. Throws when Python or torch is missing, or it fails. */
export function runPython(script: string, job: string): void {
  const { status } = spawnSync(python, ['-B', script, job], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`${python} could not learn; it needs torch (Debian: python3-torch)`);
}

/** A text as a number that random generators take (FNV-1a). */
export function seedNumber(seed: string): number {
  let value = 0x811c9dc5;
  for (const character of seed) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

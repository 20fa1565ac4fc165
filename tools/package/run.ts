import { spawnSync } from 'node:child_process';

export interface RunOptions {
  readonly cwd?: string;
  readonly environment?: NodeJS.ProcessEnv;
  /** Show the output instead of returning it. */
  readonly show?: boolean;
}

/** Runs a program to its end; returns its standard output. Throws with its words when it fails. */
export function run(program: string, values: readonly string[], options: RunOptions = {}): string {
  const done = spawnSync(program, values, {
    cwd: options.cwd,
    env: options.environment ?? process.env,
    stdio: ['ignore', options.show ? 2 : 'pipe', options.show ? 2 : 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  });
  if (done.error !== undefined) throw done.error;
  if (done.status !== 0) {
    throw new Error(`${program} ended with ${done.signal ?? done.status}\n${done.stdout ?? ''}${done.stderr ?? ''}`);
  }
  return done.stdout ?? '';
}

/** Whether a program of that name can be started. */
export function isInstalled(program: string): boolean {
  return spawnSync('which', [program], { stdio: 'ignore' }).status === 0;
}

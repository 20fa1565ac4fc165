import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import { tellLauncher } from './launcher.ts';

interface ForkOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly serviceName?: string;
}

const host = fileURLToPath(new URL('./utility-host.ts', import.meta.url));

class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;

  constructor(modulePath: string, values: readonly string[], options: ForkOptions) {
    super();
    this.#child = fork(host, [modulePath, ...values], {
      env: options.env ?? process.env,
      cwd: options.cwd,
      execArgv: [],
      serialization: 'advanced',
    });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.once('spawn', () => {
      tellLauncher({ kind: 'process-forked', serviceName: options.serviceName ?? '', pid: this.#child.pid ?? 0 });
      this.emit('spawn');
    });
    this.#child.once('exit', (code, signal) => this.emit('exit', code ?? (signal === null ? 0 : 1)));
    process.once('exit', () => this.#child.kill('SIGKILL'));
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null ? this.#child.pid : undefined;
  }

  postMessage(message: object): void {
    if (this.#child.connected) this.#child.send(message);
  }

  kill(): boolean {
    return this.#child.kill();
  }
}

export const utilityProcess = {
  fork: (modulePath: string, values: readonly string[] = [], options: ForkOptions = {}) =>
    new UtilityProcess(modulePath, values, options),
};

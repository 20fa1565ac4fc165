import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, launchChromium } from './chromium.ts';
import { listenForDialogAnswers } from './dialog.ts';
import { listenForMenuChoices } from './menu.ts';
import { acquireSingleInstanceLock, type SingleInstanceLock } from './single-instance.ts';

interface PreventableEvent {
  preventDefault(): void;
}

/** Emits with an event that a listener may prevent; returns whether one did. */
export function emitPreventable(emitter: EventEmitter, name: string, ...values: unknown[]): boolean {
  let prevented = false;
  const event: PreventableEvent = {
    preventDefault: () => {
      prevented = true;
    },
  };
  emitter.emit(name, event, ...values);
  return prevented;
}

class App extends EventEmitter {
  readonly #appPath = findAppPath(process.argv[1] ?? process.cwd());
  #browser: Promise<Browser> | null = null;
  #lock: SingleInstanceLock | null = null;
  #leaving = false;
  readonly #paths = new Map<string, string>();
  readonly isPackaged: boolean;

  constructor() {
    super();
    const resources = process.env.STAND_IN_PACKAGED_RESOURCES;
    this.isPackaged = resources !== undefined;
    if (resources !== undefined) Object.defineProperty(process, 'resourcesPath', { value: resources });
  }

  async whenReady(): Promise<void> {
    listenForDialogAnswers();
    listenForMenuChoices();
    // A launcher that died must not leave a browser behind.
    process.once('disconnect', () => this.quit());
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => this.quit());
    await this.browser();
  }

  /** Not in Electron: the one browser of this process, started when first asked for. */
  browser(): Promise<Browser> {
    this.#browser ??= launchChromium();
    return this.#browser;
  }

  requestSingleInstanceLock(): boolean {
    this.#lock ??= acquireSingleInstanceLock(this.getPath('userData'), (argv) => {
      this.emit('second-instance', {}, argv, this.getPath('userData'), null);
    });
    return this.#lock !== null;
  }

  getAppPath(): string {
    return this.#appPath;
  }

  getName(): string {
    return 'tabularium';
  }

  getVersion(): string {
    return JSON.parse(readFileSync(join(this.#appPath, 'package.json'), 'utf8')).version;
  }

  getLocale(): string {
    return process.env.STAND_IN_LOCALE ?? 'it';
  }

  getPath(name: string): string {
    const known = this.#paths.get(name);
    if (known !== undefined) return known;
    const chosen = process.argv.find((value) => value.startsWith('--user-data-dir='))?.split('=')[1];
    const userData = chosen ?? join(homedir(), '.config', 'tabularium-stand-in');
    mkdirSync(userData, { recursive: true });
    return name === 'userData' ? userData : join(userData, name);
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  setName(_name: string): void {}
  setAppUserModelId(_id: string): void {}
  enableSandbox(): void {}
  setAsDefaultProtocolClient(): boolean {
    return false;
  }

  quit(): void {
    if (emitPreventable(this, 'before-quit')) return;
    if (emitPreventable(this, 'will-quit')) return;
    this.emit('quit', {}, 0);
    this.exit(0);
  }

  exit(code = 0): void {
    if (this.#leaving) return;
    this.#leaving = true;
    this.#lock?.release();
    const closed = this.#browser?.then((browser) => browser.close()) ?? Promise.resolve();
    void closed.finally(() => process.exit(code));
  }
}

function findAppPath(entry: string): string {
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    try {
      readFileSync(join(folder, 'package.json'));
      return folder;
    } catch {
      // Not here: one folder up.
    }
  }
  return dirname(entry);
}

export const app = new App();

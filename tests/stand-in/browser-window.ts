import { EventEmitter } from 'node:events';
import { app, emitPreventable } from './app.ts';
import type { DevTools } from './devtools.ts';
import { browserAddress } from './page-requests.ts';
import { type Session, session } from './session.ts';
import { type PageTarget, WebContents } from './web-contents.ts';

interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly webPreferences?: { readonly preload?: string; readonly session?: Session };
}

const windows = new Map<number, BrowserWindow>();
let lastId = 0;

/** A window is a page of the browser: made at once, there once the browser has answered. */
export class BrowserWindow extends EventEmitter {
  readonly id: number;
  readonly webContents: WebContents;
  readonly #page: Promise<PageTarget>;

  constructor(options: WindowOptions = {}) {
    super();
    lastId += 1;
    this.id = lastId;
    this.webContents = new WebContents(this.id, options.webPreferences?.session ?? session.defaultSession);
    windows.set(this.id, this);
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
    this.#page = this.#open(options);
    // A failure reaches the caller through loadURL.
    this.#page.catch(() => undefined);
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()];
  }

  static fromWebContents(webContents: unknown): BrowserWindow | null {
    return [...windows.values()].find((window) => window.webContents === webContents) ?? null;
  }

  static getFocusedWindow(): BrowserWindow | null {
    return [...windows.values()][0] ?? null;
  }

  async loadURL(address: string): Promise<void> {
    await this.#page;
    await this.webContents.load(browserAddress(address), address);
  }

  close(): void {
    if (!emitPreventable(this, 'close')) this.destroy();
  }

  destroy(): void {
    this.#page
      .then(({ tools, targetId }) => tools.send('Target.closeTarget', { targetId }))
      .catch(() => this.#closed());
  }

  isDestroyed(): boolean {
    return !windows.has(this.id);
  }

  show(): void {}
  focus(): void {
    this.emit('focus');
  }
  restore(): void {}
  isMinimized(): boolean {
    return false;
  }

  async #open(options: WindowOptions): Promise<PageTarget> {
    const { devTools: tools } = await app.browser();
    const { targetInfos } = await tools.send('Target.getTargets');
    // The browser opens with one page; the first window takes that.
    const first = this.id === 1 ? targetInfos.find((target) => target.type === 'page') : undefined;
    const size = { width: options.width ?? 800, height: options.height ?? 600 };
    const { targetId } =
      first ?? (await tools.send('Target.createTarget', { url: 'about:blank', newWindow: true, ...size }));
    const { sessionId } = await tools.send('Target.attachToTarget', { targetId, flatten: true });
    const page = { tools, targetId, sessionId };
    this.#watch(page);
    await tools.send('Target.setDiscoverTargets', { discover: true });
    await this.webContents.attach(page, options.webPreferences?.preload);
    return page;
  }

  #watch({ tools, targetId }: PageTarget): void {
    tools.onClosed(() => this.#closed());
    tools.on('Target.targetDestroyed', (gone) => {
      if (gone.targetId === targetId) this.#closed();
    });
    tools.on('Target.targetCreated', ({ targetInfo }) => {
      if (targetInfo.openerId !== targetId || this.webContents.allowsWindow(targetInfo.url)) return;
      closeUnwanted(tools, targetInfo.targetId).catch(() => undefined);
    });
  }

  #closed(): void {
    if (!windows.delete(this.id)) return;
    this.emit('closed');
    if (windows.size === 0) app.emit('window-all-closed');
  }
}

/**
 * Closes a window that a page opened. Whoever drives the browser may have made it wait for them at its start, and with it the
 * page that opened it, for both are one process: were it closed then, nobody would let that page go on.
 */
async function closeUnwanted(tools: DevTools, targetId: string): Promise<void> {
  const { sessionId } = await tools.send('Target.attachToTarget', { targetId, flatten: true });
  await tools.send('Runtime.runIfWaitingForDebugger', undefined, sessionId);
  await tools.send('Target.closeTarget', { targetId });
}

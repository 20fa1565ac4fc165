import { EventEmitter } from 'node:events';
import { originOf, toAppAddress } from './addresses.ts';
import { emitPreventable } from './app.ts';
import type { DevTools } from './devtools.ts';
import { type IpcEvent, ipcMain } from './ipc-main.ts';
import { isolatedWorldName, isolatedWorldScript, mainWorldScript, postName, receiverName } from './page/scripts.ts';
import { interceptRequests } from './page-requests.ts';
import { applyPermissions } from './permissions.ts';
import { handledSchemes } from './protocol.ts';
import type { Session } from './session.ts';
import { decodeValue, encodeValue } from './value-codec.ts';

/** A page of the browser and the session to speak to it. */
export interface PageTarget {
  readonly tools: DevTools;
  readonly targetId: string;
  readonly sessionId: string;
}

export type WindowOpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

/** One page: its navigation, its isolated world and the messages between that and `ipcMain`. */
export class WebContents extends EventEmitter {
  readonly id: number;
  readonly session: Session;
  #page: PageTarget | null = null;
  #world: number | null = null;
  #pending: string[] = [];
  #address = '';
  #openHandler: WindowOpenHandler | null = null;
  /** Address the app itself asked for: such a navigation is not the page's and is not guarded. */
  #asked: string | null = null;

  constructor(id: number, session: Session) {
    super();
    this.id = id;
    this.session = session;
  }

  get mainFrame() {
    return { url: this.#address, origin: originOf(this.#address), parent: null };
  }

  getURL(): string {
    return this.#address;
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler;
  }

  isDestroyed(): boolean {
    return false;
  }

  send(channel: string, ...values: unknown[]): void {
    this.#tell(encodeValue({ kind: 'event', channel, values }));
  }

  /** Not in Electron: puts the page of the browser behind this object. */
  async attach(page: PageTarget, preloadPath: string | undefined): Promise<void> {
    const { tools, sessionId } = page;
    const send = tools.send;
    this.#page = page;
    this.#listen(page);
    await send('Page.enable', undefined, sessionId);
    await send('Runtime.enable', undefined, sessionId);
    await send('Runtime.addBinding', { name: postName, executionContextName: isolatedWorldName }, sessionId);
    await send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript() }, sessionId);
    if (preloadPath !== undefined) {
      const source = isolatedWorldScript(preloadPath);
      await send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: isolatedWorldName }, sessionId);
    }
    await interceptRequests(page, this.session.protocol, (address) => this.#mayNavigate(address));
  }

  /** Resolves when the page has loaded; rejects when the navigation failed. */
  async load(browserAddress: string, appAddress: string): Promise<void> {
    if (this.#page === null) throw new Error('The page is not there yet.');
    const { tools, sessionId } = this.#page;
    await applyPermissions(tools, this, browserAddress, originOf(appAddress));
    this.#asked = appAddress;
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()));
    const answer = await tools.send('Page.navigate', { url: browserAddress }, sessionId);
    if (answer.errorText) throw new Error(`${answer.errorText} loading '${appAddress}'`);
    await loaded;
  }

  /** Called for every window that this page opened; returns whether it may stay. */
  allowsWindow(address: string): boolean {
    return this.#openHandler?.({ url: toAppAddress(address, handledSchemes()) }).action === 'allow';
  }

  reload(): void {
    void this.#page?.tools.send('Page.reload', undefined, this.#page.sessionId);
  }

  #mayNavigate(address: string): boolean {
    if (address === this.#asked || address === this.#address) {
      this.#asked = null;
      return true;
    }
    return !emitPreventable(this, 'will-navigate', address);
  }

  #listen({ tools, sessionId, targetId }: PageTarget): void {
    const on: DevTools['on'] = (method, listener) => tools.on(method, listener, sessionId);
    on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return;
      this.#address = toAppAddress(frame.url + (frame.urlFragment ?? ''), handledSchemes());
      this.emit('did-navigate', {}, this.#address);
    });
    on('Runtime.executionContextsCleared', () => {
      this.#world = null;
    });
    on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = context.auxData ?? {};
      if (context.name === isolatedWorldName && frameId === targetId) this.#world = context.id;
    });
    on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === postName) this.#take(payload);
    });
    on('Page.loadEventFired', () => {
      for (const text of this.#pending.splice(0)) this.#tell(text);
      this.emit('did-finish-load');
    });
    on('Inspector.targetCrashed', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }));
  }

  #take(payload: string): void {
    const message: ReturnType<typeof JSON.parse> = decodeValue(payload);
    const event: IpcEvent<WebContents> = { sender: this, senderFrame: this.mainFrame };
    if (message.kind === 'send') {
      ipcMain.emit(message.channel, event, ...message.values);
      return;
    }
    const { id, channel } = message;
    ipcMain.invoke(channel, event, message.values).then(
      (value) => this.#tell(encodeValue({ kind: 'answer', id, value })),
      (error) => {
        const text = `Error invoking remote method '${channel}': ${error}`;
        this.#tell(encodeValue({ kind: 'answer', id, error: text }));
      },
    );
  }

  #tell(text: string): void {
    if (this.#world === null || this.#page === null) {
      this.#pending.push(text);
      return;
    }
    const { tools, sessionId } = this.#page;
    const expression = `${receiverName}(${JSON.stringify(text)})`;
    tools.send('Runtime.evaluate', { contextId: this.#world, expression }, sessionId).catch(() => {
      // The page went away meanwhile: as in Electron, the message is lost.
    });
  }
}

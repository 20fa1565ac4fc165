type Codec = { encode(value: unknown): string; decode(text: string): unknown };
type Listener = (event: object, ...values: unknown[]) => void;
type Preload = (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown) => void;

/**
 * Runs in a world of its own beside the page, before the page's scripts, as a preload does under context isolation:
 * gives the preload `require('electron')` with `ipcRenderer` and `contextBridge`, and nothing of Node.
 * `post` sends text to the main process; `receiverName` is the global the main process calls with text.
 */
export function installIsolatedWorld(codec: Codec, receiverName: string, postName: string, preload: Preload): void {
  if (window.top !== window || Reflect.has(globalThis, receiverName)) return;
  const post: (text: string) => void = Reflect.get(globalThis, postName);
  const exposed = new Map<string, (...values: unknown[]) => unknown>();
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const listeners = new Map<string, Listener[]>();
  let lastId = 0;

  const emit = (name: string, detail: unknown) =>
    document.dispatchEvent(new CustomEvent(`stand-in:${name}`, { detail }));
  const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
  const describe = (value: unknown): object => {
    if (typeof value === 'function') {
      lastId += 1;
      exposed.set(`preload-${lastId}`, (...values) => value(...values));
      return { kind: 'function', id: `preload-${lastId}` };
    }
    if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) {
      return { kind: 'value', value };
    }
    const members = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, describe(member)]));
    return { kind: 'object', members };
  };
  const run = (id: string, values: { value?: unknown; callback?: string }[]): object => {
    const given = values.map(({ value, callback }) =>
      callback === undefined ? value : (...back: unknown[]) => emit('callback', { callback, values: back }),
    );
    try {
      const result = exposed.get(id)?.(...given);
      if (!(result instanceof Promise)) return { result: describe(result) };
      lastId += 1;
      const promise = String(lastId);
      result.then(
        (value) => emit(`settled:${promise}`, { result: describe(value) }),
        (error) => emit(`settled:${promise}`, { error: messageOf(error) }),
      );
      return { promise };
    } catch (error) {
      return { error: messageOf(error) };
    }
  };
  document.addEventListener('stand-in:call', (event) => {
    if (event instanceof CustomEvent) emit('returned', run(event.detail.id, event.detail.values));
  });

  const receive = (text: string) => {
    const message: ReturnType<typeof JSON.parse> = codec.decode(text);
    if (message.kind === 'event') {
      for (const listener of listeners.get(message.channel) ?? []) listener({}, ...message.values);
      return;
    }
    const caller = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) caller?.resolve(message.value);
    else caller?.reject(new Error(message.error));
  };
  Object.defineProperty(globalThis, receiverName, { value: receive });

  const off = (channel: string, listener: Listener) => {
    listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((present) => present !== listener),
    );
  };
  const ipcRenderer = {
    invoke: (channel: string, ...values: unknown[]) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        post(codec.encode({ kind: 'invoke', id: lastId, channel, values }));
      }),
    send: (channel: string, ...values: unknown[]) => post(codec.encode({ kind: 'send', channel, values })),
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    },
    off,
    removeListener: off,
  };
  const contextBridge = {
    exposeInMainWorld: (name: string, value: unknown) => emit('expose', { name, description: describe(value) }),
  };
  const module = { exports: {} };
  const require = (name: string) => {
    if (name === 'electron') return { ipcRenderer, contextBridge };
    throw new Error(`module not found: ${name}`);
  };
  preload(require, module, module.exports);
}
